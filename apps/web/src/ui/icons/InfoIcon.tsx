import { Icon } from './Icon.tsx';

export const InfoIcon = () => (
  <Icon weight="small">
    <path d="M10 9v5M10 6v.01" />
    <circle cx="10" cy="10" r="7.5" />
  </Icon>
);
