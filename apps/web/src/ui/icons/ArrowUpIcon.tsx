import { Icon } from './Icon.tsx';

export const ArrowUpIcon = () => (
  <Icon weight="small">
    <path d="M10 16V4m-5 5 5-5 5 5" />
  </Icon>
);
