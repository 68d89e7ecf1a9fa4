import { Icon } from './Icon.tsx';

export const ExpandIcon = () => (
  <Icon>
    <path d="M12 3.5h4.5V8M16.5 3.5l-5 5M8 16.5H3.5V12M3.5 16.5l5-5" />
  </Icon>
);
