export const PanelIcon = () => (
  <svg
    className="mirrors"
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
    <path d="M3 4h14v12H3zM12.5 4v12" />
  </svg>
);
