import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { deny } from '@rapport/domain/permissions';
import { leads } from '@rapport/domain/roles';
import type { BoardSession } from '../board/board-session.ts';
import { contains } from '../board/geometry.ts';
import { useDiscussion, useTalkView } from '../comments/discussion-store.ts';
import { useGroup } from '../connection/group-store.ts';
import { live } from '../connection/live.ts';
import { ReadingTime } from './reading-time.ts';

const LOOK_EVERY_MS = 1000;
/** What was looked at is sent together: single messages would say in which order somebody reads. */
const SEND_EVERY_MS = 15_000;
/** Screen px per board px from which a card's text can be read. */
const READABLE_ZOOM = 0.6;

type Look = () => readonly CardId[];

/** Cards whose middle is in the board's window, large enough to be read. */
export const cardsInSight = ({ camera, index }: BoardSession): readonly CardId[] => {
  if (camera.view.zoom < READABLE_ZOOM) return [];
  const { seen } = camera;
  return ([...index.cards.query(seen)] as CardId[]).filter((id) => {
    const rect = index.cards.rectOf(id);
    return rect !== undefined && contains(seen, [rect.x + rect.width / 2, rect.y + rect.height / 2]);
  });
};

/** Cards whose line in the outline is whole in the window. */
export const linesInSight = (list: HTMLElement): readonly CardId[] =>
  [...list.querySelectorAll<HTMLElement>('[role=listitem][data-line]')].flatMap((line) => {
    const { top, bottom, left } = line.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight || bottom === top) return [];
    // Not scrolled behind what stands above or below the list.
    const shown = document.elementFromPoint(left + line.clientWidth / 2, (top + bottom) / 2);
    return line.contains(shown) ? [line.dataset['line'] as CardId] : [];
  });

/** One page's reading of one board: every view adds where it looks, and all that was read is sent once. */
class Reading {
  readonly looks = new Set<Look>();
  readonly #session: BoardSession;
  readonly #time = new ReadingTime();
  readonly #unsent = new Set<CardId>();
  #timer: number | null = null;
  #lookedAt = 0;
  #sentAt = 0;

  constructor(session: BoardSession) {
    this.#session = session;
  }

  start(): void {
    if (this.#timer !== null) return;
    this.#lookedAt = this.#sentAt = performance.now();
    this.#timer = window.setInterval(this.#tick, LOOK_EVERY_MS);
  }

  stop(): void {
    if (this.#timer !== null) window.clearInterval(this.#timer);
    this.#timer = null;
  }

  readonly #tick = (): void => {
    const now = performance.now();
    // A page that slept has shown nothing meanwhile.
    const spent = Math.min(now - this.#lookedAt, 2 * LOOK_EVERY_MS);
    this.#lookedAt = now;
    const { state } = useGroup.getState();
    if (state === null || leads(state.me.role) || deny('comment.write', state.me.role, state) !== null) return;
    if (document.visibilityState === 'visible') this.#look(spent);
    if (now - this.#sentAt < SEND_EVERY_MS || this.#unsent.size === 0) return;
    this.#sentAt = now;
    void this.#send();
  };

  #look(ms: number): void {
    const { records, ui } = this.#session;
    const seen = new Set([...this.looks].flatMap((look) => [...look()]));
    for (const card of this.#time.show([...seen], ms)) this.#unsent.add(card);
    const { focused, editing } = ui.getState();
    // Whoever walks from card to card by keys hears each, however far away the board is.
    if (focused !== null && document.activeElement instanceof HTMLElement) {
      const here = document.activeElement.dataset['cardId'] ?? '';
      if (here === focused) for (const card of this.#time.show([here as CardId], ms)) this.#unsent.add(card);
    }
    const { subject } = useTalkView.getState();
    for (const card of [editing?.card, subject?.kind === 'card' ? subject.id : undefined]) {
      if (card !== undefined && records.card(card) !== null && this.#time.open(card)) this.#unsent.add(card);
    }
  }

  async #send(): Promise<void> {
    const { opened } = useDiscussion.getState().talk;
    const cardIds = [...this.#unsent].toSorted().slice(0, LIMITS.openedAtOnce);
    for (const card of cardIds) this.#unsent.delete(card);
    const news = cardIds.filter((card) => !opened.has(card));
    if (news.length === 0) return;
    const outcome = await live.command('card.opened', { groupId: this.#session.groupId, cardIds: news });
    if (!outcome.ok && outcome.failure.code === 'unavailable') for (const card of news) this.#unsent.add(card);
  }
}

const readings = new WeakMap<BoardSession, Reading>();

/** Counts as looked at what a view shows long enough, and tells the server which cards those are; returns how to stop. */
export const watchReading = (session: BoardSession, look: Look): (() => void) => {
  const reading = readings.get(session) ?? new Reading(session);
  readings.set(session, reading);
  reading.looks.add(look);
  reading.start();
  return () => {
    reading.looks.delete(look);
    if (reading.looks.size === 0) reading.stop();
  };
};
