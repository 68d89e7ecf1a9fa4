import { create } from 'zustand';
import type { CardAuthor } from '@rapport/protocol/card-authors';
import type { CardId, GroupId } from '@rapport/domain/ids';
import { live } from './live.ts';

type Known = ReadonlyMap<CardId, CardAuthor>;

const NOBODY: Known = new Map();

/** Who is behind which cards of the group this tab watches, as far as the server says so; empty in most modes. */
export const useAuthors = create<{ authors: Known }>(() => ({ authors: NOBODY }));

/** Adds what was told later to what is known; a card has one author. */
export const withAuthors = (known: Known, told: readonly CardAuthor[]): Known =>
  new Map([...known, ...told.map((one) => [one.cardId, one] as const)]);

/** What may be said of who is behind a card; null when nothing. */
export const useCardAuthor = (card: CardId): CardAuthor | null =>
  useAuthors(({ authors }) => authors.get(card) ?? null);

/** Follows who is behind the cards of a group; returns how to stop. */
export const watchAuthors = (groupId: GroupId): (() => void) => {
  let stopped = false;
  // Of several questions only the last counts; what is told while it is under way comes on top of its answer.
  let asked = 0;
  let meanwhile: CardAuthor[] | null = null;

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    meanwhile = [];
    const outcome = await live.command('card.authors', { groupId });
    if (stopped || mine !== asked) return;
    const later = meanwhile ?? [];
    meanwhile = null;
    // Without an answer nothing may be shown: what was known may hold no longer.
    const all = outcome.ok ? (outcome.value.authors ?? []) : [];
    useAuthors.setState({ authors: withAuthors(withAuthors(NOBODY, all), later) });
  };

  useAuthors.setState({ authors: NOBODY });
  const stops = [
    live.on('authors', (list) => {
      if (list.groupId !== groupId) return;
      if (list.authors === null) {
        // At once: names that may stand there no longer do not wait for the answer.
        useAuthors.setState({ authors: NOBODY });
        void ask();
        return;
      }
      meanwhile?.push(...list.authors);
      const { authors } = useAuthors.getState();
      useAuthors.setState({ authors: withAuthors(authors, list.authors) });
    }),
    live.onConnect(() => void ask()),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    useAuthors.setState({ authors: NOBODY });
  };
};
