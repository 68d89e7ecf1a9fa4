export const BoardIcon = () => (
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
    <path d="M3 4.5h6v5H3zM11 4.5h6v7h-6zM3 12h6v3.5H3z" />
  </svg>
);
