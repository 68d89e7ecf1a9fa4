import type { CardId } from '@rapport/domain/ids';
import { useDiscussion } from '../comments/discussion-store.ts';
import { talkKey } from '../comments/talk.ts';
import { untouchedIn } from '../reading/measure-coverage.ts';
import { passes, type BoardFilter } from './board-filter.ts';
import type { BoardSession } from './board-session.ts';

/** Between two looks while others write, ms: what is shown must not flicker. */
const CALM_MS = 250;

/** The cards a filter lets through now. */
export const matchingCards = ({ records }: Pick<BoardSession, 'records'>, filter: BoardFilter): ReadonlySet<CardId> => {
  const { talk } = useDiscussion.getState();
  const isUntouched = untouchedIn(talk);
  const openComments = (card: CardId): number => talk.open.get(talkKey('card', card)) ?? 0;
  const lets = passes(filter, { isUntouched, openComments });
  return new Set(
    records.cardIds().filter((id) => {
      const card = records.card(id);
      return card !== null && lets(card);
    }),
  );
};

const same = (one: ReadonlySet<CardId> | null, other: ReadonlySet<CardId>): boolean =>
  one !== null && one.size === other.size && [...one].every((id) => other.has(id));

/** Keepers at work, by session: board and outline may both ask for one. */
const keepers = new WeakMap<BoardSession, { users: number; stop: () => void }>();

const keep = (session: BoardSession): (() => void) => {
  const { ui } = session;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = (): void => {
    timer = null;
    const { filter, shown } = ui.getState();
    if (filter === null) return ui.setState({ shown: null });
    const now = matchingCards(session, filter);
    if (!same(shown, now)) ui.setState({ shown: now });
  };
  const soon = (): void => {
    timer ??= setTimeout(look, CALM_MS);
  };
  let stopRecords = session.records.subscribe('any', soon);
  const stops = [
    ui.subscribe((now, before) => {
      if (now.filter !== before.filter) look();
    }),
    session.content.subscribe(({ records }) => {
      stopRecords();
      stopRecords = records.subscribe('any', soon);
      look();
    }),
    useDiscussion.subscribe(({ talk }, before) => {
      if (talk !== before.talk) soon();
    }),
  ];
  look();
  return () => {
    if (timer !== null) clearTimeout(timer);
    stopRecords();
    for (const stop of stops) stop();
  };
};

/** Keeps what the filter shows up to date for as long as somebody shows it; returns how to let it be. */
export const keepFilter = (session: BoardSession): (() => void) => {
  const keeper = keepers.get(session) ?? { users: 0, stop: keep(session) };
  keepers.set(session, keeper);
  keeper.users += 1;
  return () => {
    keeper.users -= 1;
    if (keeper.users > 0) return;
    keeper.stop();
    keepers.delete(session);
  };
};
