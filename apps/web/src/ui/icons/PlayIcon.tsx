import { Icon } from './Icon.tsx';

export const PlayIcon = () => (
  <Icon>
    <path d="M6.5 4v12l9-6z" fill="currentColor" />
  </Icon>
);
