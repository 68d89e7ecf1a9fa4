import { Icon } from './Icon.tsx';

export const ShrinkIcon = () => (
  <Icon>
    <path d="M16 8.5h-4.5V4M11.5 8.5l5-5M4 11.5h4.5V16M8.5 11.5l-5 5" />
  </Icon>
);
