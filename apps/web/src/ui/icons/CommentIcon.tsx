import { Icon } from './Icon.tsx';

export const CommentIcon = () => (
  <Icon>
    <path d="M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z" />
  </Icon>
);
