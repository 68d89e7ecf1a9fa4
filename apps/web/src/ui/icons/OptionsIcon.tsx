import { Icon } from './Icon.tsx';

export const OptionsIcon = () => (
  <Icon>
    <path d="M5 3.5h10v13l-5-3.2-5 3.2ZM8 7.5h4M8 10h4" />
  </Icon>
);
