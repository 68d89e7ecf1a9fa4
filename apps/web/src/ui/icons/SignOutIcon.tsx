import { Icon } from './Icon.tsx';

export const SignOutIcon = () => (
  <Icon weight="small" mirrors>
    <path d="M8 3H4.5v14H8M8.5 10H17M13.5 6.5 17 10l-3.5 3.5" />
  </Icon>
);
