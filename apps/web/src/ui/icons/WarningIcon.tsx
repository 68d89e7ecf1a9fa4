export const WarningIcon = () => (
  <svg
    viewBox="0 0 20 20"
    width="1.15em"
    height="1.15em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M10 8v4M10 14.5v.01M10 2.8 1.9 17h16.2Z" />
  </svg>
);
