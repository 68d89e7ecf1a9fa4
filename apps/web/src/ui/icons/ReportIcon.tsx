export const ReportIcon = () => (
  <svg
    viewBox="0 0 20 20"
    width="1.25em"
    height="1.25em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M5 2.5h7l3.5 3.5v11.5H5zM8 10h5M8 13.5h5M12 2.5V6h3.5" />
  </svg>
);
