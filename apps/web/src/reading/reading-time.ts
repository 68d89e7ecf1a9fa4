import type { CardId } from '@rapport/domain/ids';

/** ms somebody looks at a card until it counts as looked at. */
const ENOUGH_MS = 2000;
/** With more cards in sight than this, each gets only its share of the time: nobody reads forty at once. */
const AT_ONCE = 6;

/** How long this page has shown each card to whoever sits before it. */
export class ReadingTime {
  readonly #spent = new Map<CardId, number>();
  readonly #done = new Set<CardId>();

  /** Cards that were in sight for `ms`; returns those that have now been looked at for the first time. */
  show(cards: readonly CardId[], ms: number): CardId[] {
    const share = (ms * Math.min(AT_ONCE, cards.length)) / Math.max(1, cards.length);
    return cards.filter((card) => {
      if (this.#done.has(card)) return false;
      const spent = (this.#spent.get(card) ?? 0) + share;
      this.#spent.set(card, spent);
      return spent >= ENOUGH_MS && this.#finish(card);
    });
  }

  /** Somebody has opened a card: no need to wait. True for the first time. */
  open(card: CardId): boolean {
    return !this.#done.has(card) && this.#finish(card);
  }

  #finish(card: CardId): true {
    this.#done.add(card);
    this.#spent.delete(card);
    return true;
  }
}
