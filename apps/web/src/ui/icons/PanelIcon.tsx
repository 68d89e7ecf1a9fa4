import { Icon } from './Icon.tsx';

export const PanelIcon = () => (
  <Icon mirrors>
    <path d="M3 4h14v12H3zM12.5 4v12" />
  </Icon>
);
