import { Icon } from './Icon.tsx';

export const OutlineIcon = () => (
  <Icon mirrors>
    <path d="M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01" />
  </Icon>
);
