import { Icon } from './Icon.tsx';

export const WarningIcon = () => (
  <Icon weight="small">
    <path d="M10 8v4M10 14.5v.01M10 2.8 1.9 17h16.2Z" />
  </Icon>
);
