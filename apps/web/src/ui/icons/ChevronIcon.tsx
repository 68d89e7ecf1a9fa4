import { Icon } from './Icon.tsx';

export const ChevronIcon = () => (
  <Icon weight="small">
    <path d="m5 7.5 5 5 5-5" />
  </Icon>
);
