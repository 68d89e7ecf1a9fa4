export const SignOutIcon = () => (
  <svg
    className="mirrors"
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
    <path d="M8 3H4.5v14H8M8.5 10H17M13.5 6.5 17 10l-3.5 3.5" />
  </svg>
);
