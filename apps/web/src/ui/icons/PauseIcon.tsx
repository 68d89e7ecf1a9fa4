import { Icon } from './Icon.tsx';

export const PauseIcon = () => (
  <Icon>
    <path d="M7 4.5v11M13 4.5v11" strokeWidth="3" />
  </Icon>
);
