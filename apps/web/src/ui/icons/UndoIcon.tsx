import { Icon } from './Icon.tsx';

export const UndoIcon = () => (
  <Icon weight="small" mirrors>
    <path d="M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8" />
  </Icon>
);
