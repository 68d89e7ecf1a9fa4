import { Icon } from './Icon.tsx';

export const ArrowDownIcon = () => (
  <Icon weight="small">
    <path d="M10 4v12m-5-5 5 5 5-5" />
  </Icon>
);
