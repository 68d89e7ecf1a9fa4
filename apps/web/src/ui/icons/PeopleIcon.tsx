import { Icon } from './Icon.tsx';

export const PeopleIcon = () => (
  <Icon>
    <path d="M7.5 9a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16.5c0-3 2-5 5-5s5 2 5 5M13 4a2.5 2.5 0 0 1 0 4.8M14.5 12c2 .6 3 2.2 3 4.5" />
  </Icon>
);
