/** Closed list of sizes; the server enforces them, the client shows them before they bite. */
export const LIMITS = {
  /** characters (UTF-16 units) */
  cardTitle: 200,
  cardBody: 4000,
  clusterTitle: 120,
  tag: 30,
  tagsPerCard: 8,
  linksPerCard: 8,
  displayName: 120,
  symposiumTitle: 200,
  question: 500,
  marking: 200,
  delegation: 120,
  /** a symposium has so many blocs at most: as many as there are shapes and hues to tell apart */
  blocs: 6,
  blocName: 60,
  cardsPerBoard: 5000,
  clustersPerBoard: 500,
  cardsPerImport: 1000,
  draftsPerSeat: 200,
  ballotOptions: 200,
  /** sheets of one ballot printed at once */
  printedPapers: 200,
  /** more cannot be put in order with care (docs/method.md §5) */
  rankedOptions: 7,
  /** name of a rating's axis, in each language */
  axisName: 80,
  /** why somebody has a reservation or opposes */
  levelText: 600,
  /** fields of an option, characters; its text is held to `optionWords` besides */
  optionTitle: 200,
  optionText: 2000,
  optionField: 1000,
  optionWords: 120,
  optionsPerGroup: 60,
  /** options the plenary may merge into one, and parts it may split one into */
  mergedOptions: 20,
  splitParts: 6,
  /** options a group may forward unless the symposium says otherwise */
  forwardedOptions: 3,
  /** the most a symposium may let each group forward */
  forwardedOptionsMost: 20,
  reservation: 1000,
  reservationsPerOption: 100,
  readbackReason: 600,
  /** headline messages of a report, and words of each */
  headlines: 3,
  headlineWords: 60,
  /** characters of a headline, sentence or question of a report, and how many of each list */
  reportSentence: 1000,
  reportSentences: 80,
  comment: 1000,
  commentsPerGroup: 3000,
  /** cards that can be marked as similar to each other at once */
  similarAtOnce: 8,
  similarPairs: 3000,
  /** cards a client says it has opened, at once */
  openedAtOnce: 200,
  announcement: 500,
  helpText: 300,
  /** what a newcomer still sees of what was announced */
  announcementsKept: 3,
  /** open requests for help of one group */
  helpRequests: 5,
  /** name and password of a wireless network, as IEEE 802.11 has them */
  wifiName: 32,
  wifiPassword: 63,
  groupsPerRound: 200,
  seatsPerGroup: 2000,
  rosterRows: 10000,
  rosterBytes: 8 * 1024 * 1024,
  /** milliseconds authors have to include what is still open when a reveal starts (P4) */
  revealGraceMs: 20_000,
  /** a later draft appears together with at least two others or at the next phase move (P5) */
  laterDraftsTogether: 3,
} as const;
