import { Icon } from './Icon.tsx';

export const BallotIcon = () => (
  <Icon>
    <path d="M3.5 9.5h13v7h-13zM7 9.5V3.5h6v6M8.5 13h3" />
  </Icon>
);
