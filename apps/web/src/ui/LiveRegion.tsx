/** Where `announce` speaks; mounted once. React leaves its children alone. */
export const LiveRegion = () => (
  <div className="visually-hidden">
    <div id="announce-polite" role="log" aria-live="polite" />
    <div id="announce-assertive" role="alert" aria-live="assertive" />
  </div>
);
