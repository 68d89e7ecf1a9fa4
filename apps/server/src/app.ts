import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RandomBytes, SymposiumId } from '@rapport/domain/ids';
import { Access } from './access/access.ts';
import { loadOrganiserKey } from './access/organiser-key.ts';
import { Attendance } from './attendance.ts';
import { Ballots } from './ballots/ballots.ts';
import { PaperSheets } from './ballots/paper-sheets.ts';
import { Papers } from './ballots/papers.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Database } from './db/database.ts';
import { Demo, type DemoLink } from './demo/demo.ts';
import { Documents } from './documents/documents.ts';
import { Coverage } from './discussion/coverage.ts';
import { Discussions } from './discussion/discussions.ts';
import { openDocumentLog } from './documents/open-document-log.ts';
import { Announcements } from './events/announcements.ts';
import { Revisions } from './events/revisions.ts';
import { Authors } from './groups/authors.ts';
import { Authorship } from './groups/authorship.ts';
import { Cards } from './groups/cards.ts';
import { Closing } from './groups/closing.ts';
import { CommonMoves } from './groups/common-moves.ts';
import { Cockpit } from './groups/cockpit.ts';
import { DraftCounts } from './groups/draft-counts.ts';
import { Drafts } from './groups/drafts.ts';
import { GroupConditions } from './groups/group-conditions.ts';
import { GroupDocumentRules } from './groups/group-document-rules.ts';
import { Groups } from './groups/groups.ts';
import { HelpRequests } from './groups/help-requests.ts';
import { Locks } from './groups/locks.ts';
import { Notices } from './groups/notices.ts';
import { Phases } from './groups/phases.ts';
import { Presence } from './groups/presence.ts';
import { Purges } from './groups/purges.ts';
import { Ratchet } from './groups/ratchet.ts';
import { Reveals } from './groups/reveals.ts';
import { Roles } from './groups/roles.ts';
import { RoomLists } from './groups/room-lists.ts';
import { Seats } from './groups/seats.ts';
import { Spotlights } from './groups/spotlights.ts';
import { Timers } from './groups/timers.ts';
import { History } from './history/history.ts';
import { ballotRoutes } from './http/ballot-routes.ts';
import { groupRoutes } from './http/group-routes.ts';
import { historyRoutes } from './http/history-routes.ts';
import { plenaryRoutes } from './http/plenary-routes.ts';
import { reportRoutes } from './http/report-routes.ts';
import { sealRoutes } from './http/seal-routes.ts';
import { createHttp } from './http/server.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { symposiumRoutes } from './http/symposium-routes.ts';
import { commandTable } from './live/commands.ts';
import { LiveDoor } from './live/live-door.ts';
import { createLogger, type Logger } from './logger.ts';
import { Metrics } from './metrics/metrics.ts';
import { OptionNews } from './options/option-news.ts';
import { Options } from './options/options.ts';
import { Readbacks } from './options/readbacks.ts';
import { Voices } from './options/voices.ts';
import { OptionsPapers } from './paper/options-papers.ts';
import { PlenaryBallots } from './plenary/plenary-ballots.ts';
import { PlenaryVoices } from './plenary/plenary-voices.ts';
import { Plenary } from './plenary/plenary.ts';
import { PlenaryReader } from './plenary/read-plenary.ts';
import { RegisterFiles } from './plenary/register-files.ts';
import { Register } from './plenary/register.ts';
import { Screens } from './plenary/screens.ts';
import { Press } from './reports/press.ts';
import { ReportHistory } from './reports/report-history.ts';
import { ReportNames } from './reports/report-names.ts';
import { ReportPreview } from './reports/report-preview.ts';
import { ReportSentences } from './reports/report-sentences.ts';
import { Reports } from './reports/reports.ts';
import { SymposiumSlides } from './reports/symposium-slides.ts';
import { sheetPrinter } from './reports/try-press.ts';
import { Rounds } from './rounds/rounds.ts';
import { Seals } from './seals/seals.ts';
import { Suggestions } from './suggestions/suggestions.ts';
import { Badges } from './symposia/badges.ts';
import { JoinCodes } from './symposia/join-codes.ts';
import { Delegations } from './symposia/roster/delegations.ts';
import { Rosters } from './symposia/roster/rosters.ts';
import { Symposia } from './symposia/symposia.ts';
import { SyncDoor } from './sync-sockets/sync-door.ts';
import { version } from './version.ts';

const WEB_APP = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** What a test may replace; everything else is the real thing. */
export type AppParts = { logger?: Logger; clock?: Clock; random?: RandomBytes; webApp?: string };

export type App = AsyncDisposable & {
  /** Starts to answer; gives the address that was bound. */
  listen(): Promise<string>;
  /** Ways in, to be printed once for whoever started the server. */
  readonly links: readonly DemoLink[];
};

/** The whole house, wired by hand from the ground up; it is torn down in the opposite order. */
export const createApp = async (config: Config, parts: AppParts = {}): Promise<App> => {
  const logger = parts.logger ?? createLogger(config.logLevel);
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? ((length: number) => new Uint8Array(randomBytes(length)));
  const onFault = (fault: unknown): void => logger.error({ err: fault }, 'work in the background failed');
  const { publicUrl } = config;
  await using house = new AsyncDisposableStack();

  // Ground: where things lie.
  await mkdir(config.dataDir, { recursive: true });
  const organiserKey = await loadOrganiserKey(config.dataDir, config.organiserKey);
  const db = house.use(await Database.open(config.database));
  const log = house.use(await openDocumentLog({ database: config.database, dataDir: config.dataDir, random, logger }));
  const announcements = new Announcements();
  const revisions = new Revisions();
  const metrics = new Metrics();

  // Who may come in, and what organisers prepare.
  const delegations = Delegations.load();
  const access = house.use(
    new Access({
      db,
      clock,
      random,
      organiserKey,
      findDelegation: (text) => delegations.find(text),
      onFault,
    }),
  );
  const symposia = new Symposia({ db, clock, random, access });
  const rosters = new Rosters({ db, random, delegations });
  const rounds = new Rounds({ db, random });
  const joinCodes = new JoinCodes({ db });

  // Documents, and what a group's session asks of them.
  const conditions = new GroupConditions({ db });
  const authorship = new Authorship({ db, announcements, onFault });
  const draftCounts = house.use(new DraftCounts({ db, clock, announcements, onFault }));
  const rules = new GroupDocumentRules({
    db,
    conditions,
    authorship,
    draftCounts,
    announcements,
    random,
    onFault,
  });
  const documents = house.use(new Documents({ log, rules, clock, random, logger }));

  // One group's session.
  const presence = house.use(new Presence({ db, clock, announcements, onFault }));
  const drafts = new Drafts({ db, documents, counts: draftCounts, onFault });
  const privateCards = drafts.count.bind(drafts);
  const groups = new Groups({ db, announcements, clock, presence, revisions, privateCards });
  const reveals = house.use(new Reveals({ db, documents, drafts, conditions, announcements, clock, random, onFault }));
  const papers = new Papers({ db, random });
  const phases = new Phases({
    db,
    announcements,
    conditions,
    privateCards: reveals,
    sealPapers: (tx, ballotId) => papers.seal(tx, ballotId),
  });
  const commonMoves = new CommonMoves({ db, phases, privateCards: reveals });
  const timers = new Timers({ db, clock, announcements });
  const locks = new Locks({ db, announcements, conditions });
  const purges = new Purges({ db, clock, announcements, documents, draftCounts });
  const closing = new Closing({ db, announcements, conditions, purges });
  const authors = new Authors({ db, announcements });
  const roles = new Roles({ db, announcements, presence });
  const notices = new Notices({ db, announcements, random });
  const spotlights = new Spotlights({ db, announcements, random });
  const helpRequests = new HelpRequests({ db, clock, announcements });
  const ratchet = new Ratchet({ db, announcements, conditions, drafts, notices, purges });
  const seats = new Seats({ db, announcements, presence });
  const roomLists = house.use(new RoomLists({ db, clock, presence, announcements, onFault }));
  const cockpit = new Cockpit({ db, clock, presence, documents, privateCards });
  const history = house.use(new History({ db, documents, announcements, conditions, clock, random, onFault }));
  const optionNews = house.use(new OptionNews({ db, announcements, clock, onFault }));
  const cards = new Cards({
    db,
    documents,
    history,
    authorship,
    conditions,
    announcements,
    news: optionNews,
    random,
  });
  const ballots = house.use(
    new Ballots({ db, documents, conditions, presence, announcements, papers, clock, random, onFault }),
  );
  const options = house.use(new Options({ db, documents, conditions, news: optionNews, random }));
  const readbacks = house.use(new Readbacks({ db, news: optionNews, announcements, random }));
  const voices = new Voices({ db, news: optionNews, random });
  const discussions = new Discussions({ db, documents, announcements, random });
  const coverage = house.use(new Coverage({ db, documents, announcements, clock, onFault }));
  const suggestions = house.use(new Suggestions({ db, documents, clock }));
  const press = house.use(new Press({ fontFolder: config.reportFonts, standard: config.reportPdf }));
  // The plenary of a symposium. Who is in it is told with the next state, which tells it anyway.
  const attendance: Attendance<SymposiumId> = new Attendance({
    clock,
    onChange: (symposiumId) => announcements.announce({ to: 'plenary', symposiumId }),
  });
  const plenary = new Plenary({ db, clock, announcements });
  const register = new Register({ db, announcements, news: optionNews, random });
  const plenaryBallots = house.use(new PlenaryBallots({ db, attendance, announcements, papers, random }));
  const plenaryVoices = new PlenaryVoices({ db, announcements, news: optionNews });
  const plenaryReader = new PlenaryReader({ db, clock, attendance, cockpit });
  const screens = new Screens({ db, access, random });
  const reports = new Reports({ db, documents, press, logger });
  const optionsPapers = new OptionsPapers({ db, documents, press, logger });
  const seals = house.use(new Seals({ db, documents, press, clock, announcements, closing, plenary, onFault }));
  const printSheets = sheetPrinter(press, logger);
  const badges = new Badges({ db, printSheets });
  const paperSheets = new PaperSheets({ db, documents, printSheets, random });
  const reportHistory = house.use(new ReportHistory({ db, documents, announcements, clock, random, onFault }));

  // What a stop of the server cut off goes on before anybody is let in.
  await access.resume();
  await reveals.resumeReveals();
  await purges.resume();
  await ballots.resume();
  await seals.resume();

  const demo = new Demo({
    db,
    documents,
    symposia,
    rosters,
    rounds,
    groups,
    phases,
    ballots,
    options,
    readbacks,
    voices,
    random,
  });
  const demoLinks = config.demo ? await demo.prepare() : [];

  // Doors: how it is reached.
  const calls = [
    ...sessionRoutes({ access, publicUrl }),
    ...symposiumRoutes({ symposia, rosters, rounds, joinCodes, badges, documents, publicUrl }),
    ...plenaryRoutes({
      registerFiles: new RegisterFiles({ db, reader: plenaryReader, printSheets }),
      optionsPapers,
      slides: new SymposiumSlides({ db, documents, press, logger }),
    }),
    ...sealRoutes({ seals }),
    ...groupRoutes({ groups, cards, reports }),
    ...reportRoutes({
      sentences: new ReportSentences({ db, documents }),
      preview: new ReportPreview({ db, documents, press, logger }),
      names: new ReportNames({ db, documents, namesOf: (code) => delegations.namesOf(code) }),
      history: reportHistory,
    }),
    ...ballotRoutes({ paperSheets }),
    ...historyRoutes({ history }),
  ];
  const http = await createHttp({
    routes: [...calls, ...serviceRoutes({ db, log, metrics, version, others: calls })],
    access,
    metrics,
    logger,
    publicUrl,
    trustProxy: config.trustProxy,
    webApp: parts.webApp ?? WEB_APP,
  });
  house.defer(() => http.close());
  const syncDoor = new SyncDoor({ documents, rules, access, announcements, publicUrl, logger, clock });
  house.defer(() => syncDoor.close());
  const commands = commandTable({
    phases,
    commonMoves,
    timers,
    locks,
    closing,
    seats,
    roomLists,
    reveals,
    cards,
    authors,
    roles,
    ratchet,
    notices,
    spotlights,
    helpRequests,
    ballots,
    plenary,
    register,
    plenaryBallots,
    plenaryVoices,
    screens,
    discussions,
    coverage,
    suggestions,
    options,
    readbacks,
    voices,
  });
  const liveDoor = house.use(
    new LiveDoor({
      access,
      announcements,
      revisions,
      groups,
      cockpit,
      plenary: { reader: plenaryReader, ballots: plenaryBallots, attendance },
      commands,
      syncDoor,
      clock,
      logger,
      publicUrl,
    }),
  );
  metrics.watch('rapport_documents_open', 'Documents in memory', () => documents.stats().open);
  metrics.watch(
    'rapport_documents_unsaved',
    'Open documents with changes not on disk',
    () => documents.stats().unsaved,
  );
  metrics.watch(
    'rapport_documents_damaged',
    'Open documents whose storage is damaged',
    () => documents.stats().damaged,
  );
  metrics.watch('rapport_sync_connections', 'Sync connections', () => syncDoor.size);
  metrics.watch(
    'rapport_sync_held_back',
    'How often a seat that sent too fast was not read from for a while',
    () => syncDoor.heldBack,
  );
  metrics.watchBy(
    'rapport_sync_refusals',
    'Changes that were refused and pipes that were closed, by reason',
    'reason',
    () => documents.stats().refusals,
  );

  const built = house.move();
  return {
    listen: async () => {
      syncDoor.attach(http.server);
      liveDoor.attach(http.server);
      // Fastify would bind `localhost` twice, and the second server would know nothing of the sockets.
      const host = config.host === 'localhost' ? '127.0.0.1' : config.host;
      return http.listen({ port: config.port, host, listenTextResolver: () => 'listening' });
    },
    links: [{ who: 'Organiser', path: `/organise#key=${encodeURIComponent(organiserKey)}` }, ...demoLinks],
    [Symbol.asyncDispose]: () => built.disposeAsync(),
  };
};
