import { Icon } from './Icon.tsx';

export const HelpIcon = () => (
  <Icon>
    <path d="M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M10 14.5h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z" />
  </Icon>
);
