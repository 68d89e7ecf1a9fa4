import { Icon } from './Icon.tsx';

export const BoardIcon = () => (
  <Icon>
    <path d="M3 4.5h6v5H3zM11 4.5h6v7h-6zM3 12h6v3.5H3z" />
  </Icon>
);
