import { Icon } from './Icon.tsx';

export const ChartIcon = () => (
  <Icon>
    <path d="M4 16.5V9M10 16.5v-13M16 16.5v-5" />
  </Icon>
);
