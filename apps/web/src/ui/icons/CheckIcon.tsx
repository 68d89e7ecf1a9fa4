import { Icon } from './Icon.tsx';

export const CheckIcon = () => (
  <Icon weight="small">
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);
