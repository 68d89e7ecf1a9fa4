import { Icon } from './Icon.tsx';

export const MoonIcon = () => (
  <Icon weight="small">
    <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" />
  </Icon>
);
