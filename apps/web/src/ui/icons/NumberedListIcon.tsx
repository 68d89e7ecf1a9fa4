import { Icon } from './Icon.tsx';

export const NumberedListIcon = () => (
  <Icon>
    <path d="M9 5h7.5M9 10h7.5M9 15h7.5M3.5 4 4.8 3.2V7M3.4 10.2c.3-.9 2-.9 2 .1 0 .9-2 1.5-2 2.2h2M3.5 14.6h1.8l-1 1.2c1.6 0 1.4 1.8-.9 1.4" />
  </Icon>
);
