import { Icon } from './Icon.tsx';

export const RedoIcon = () => (
  <Icon weight="small" mirrors>
    <path d="m13 4 3.5 3.5L13 11M16.5 7.5h-8a4.5 4.5 0 0 0 0 9H12" />
  </Icon>
);
