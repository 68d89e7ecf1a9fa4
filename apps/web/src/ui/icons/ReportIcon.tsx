import { Icon } from './Icon.tsx';

export const ReportIcon = () => (
  <Icon>
    <path d="M5 2.5h7l3.5 3.5v11.5H5zM8 10h5M8 13.5h5M12 2.5V6h3.5" />
  </Icon>
);
