/** What an option is called on every printed paper and where papers are entered: its place in the ballot, A to Z, then AA. */
export const optionLetter = (place: number): string =>
  (place >= 26 ? optionLetter(Math.floor(place / 26) - 1) : '') + String.fromCodePoint(65 + (place % 26));
