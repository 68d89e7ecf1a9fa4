import { Icon } from './Icon.tsx';

export const PencilIcon = () => (
  <Icon>
    <path d="m4 16 .8-3.4L13.4 4l2.6 2.6-8.6 8.6L4 16Z" />
  </Icon>
);
