export const InfoIcon = () => (
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
    <path d="M10 9v5M10 6v.01" />
    <circle cx="10" cy="10" r="7.5" />
  </svg>
);
