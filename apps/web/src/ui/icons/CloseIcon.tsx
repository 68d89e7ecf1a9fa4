import { Icon } from './Icon.tsx';

export const CloseIcon = () => (
  <Icon weight="small">
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
