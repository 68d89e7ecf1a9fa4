import { readCard } from '@rapport/board/read-board';
import * as Y from 'yjs';
import { FOUND_UNSAVED } from './found-changes.ts';

/** What somebody wrote and the server did not take: theirs to copy out. */
export type RescuedText = { cardId: string; title: string; body: string };

/** Knows what of one's own a refusal would lose. */
export type TouchedTexts = {
  read(): RescuedText[];
  /** Everything is on disk. */
  clear(): void;
  destroy(): void;
};

/**
 * Remembers in which cards this device has written since everything was last on disk, so that a refusal loses no text:
 * the document is thrown away then, the words are kept.
 */
export class TouchedCards implements TouchedTexts {
  private readonly cards: Y.Map<unknown>;
  private readonly touched = new Set<string>();

  constructor(doc: Y.Doc) {
    this.cards = doc.getMap('cards');
    this.cards.observeDeep(this.onEvents);
  }

  destroy(): void {
    this.cards.unobserveDeep(this.onEvents);
  }

  clear(): void {
    this.touched.clear();
  }

  /** The texts as they stand here, of cards that hold any. */
  read(): RescuedText[] {
    return [...this.touched].flatMap((id) => {
      const card = readCard(this.cards.get(id), id);
      if (card === null || (card.title.trim() === '' && card.body.trim() === '')) return [];
      return [{ cardId: id, title: card.title, body: card.body }];
    });
  }

  private readonly onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (!transaction.local && transaction.origin !== FOUND_UNSAVED) return;
    for (const event of events) {
      const [id, field] = event.path;
      if (typeof id === 'string') {
        if (field === 'title' || field === 'body') this.touched.add(id);
      } else if (event instanceof Y.YMapEvent) {
        for (const [key, change] of event.keys) if (change.action === 'add') this.touched.add(key);
      }
    }
  };
}
