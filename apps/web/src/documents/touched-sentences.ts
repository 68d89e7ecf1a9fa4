import * as Y from 'yjs';
import { FOUND_UNSAVED } from './found-changes.ts';
import type { RescuedText, TouchedTexts } from './touched-cards.ts';

const HEADLINES = ['headline1', 'headline2', 'headline3'];
const LISTS = ['agreement', 'questions'];

/** The same for a report: in which headlines and sentences this device has written since everything was last on disk. */
class TouchedSentences implements TouchedTexts {
  private readonly doc: Y.Doc;
  private readonly touched = new Map<string, () => unknown>();

  constructor(doc: Y.Doc) {
    this.doc = doc;
    for (const headline of HEADLINES) doc.getText(headline).observe(this.onHeadline);
    for (const list of LISTS) doc.getMap(list).observeDeep(this.onSentences);
  }

  destroy(): void {
    for (const headline of HEADLINES) this.doc.getText(headline).unobserve(this.onHeadline);
    for (const list of LISTS) this.doc.getMap(list).unobserveDeep(this.onSentences);
  }

  clear(): void {
    this.touched.clear();
  }

  read(): RescuedText[] {
    return [...this.touched].flatMap(([cardId, find]) => {
      const text = find();
      const title = text instanceof Y.Text ? text.toJSON().trim() : '';
      return title === '' ? [] : [{ cardId, title, body: '' }];
    });
  }

  private readonly onHeadline = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    const { target } = event;
    if (isOurs(transaction))
      this.touched.set(HEADLINES.find((name) => this.doc.getText(name) === target) ?? '', () => target);
  };

  private readonly onSentences = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (!isOurs(transaction)) return;
    for (const event of events) {
      const list = event.currentTarget as Y.Map<unknown>;
      const [id] = event.path;
      const ids = typeof id === 'string' ? [id] : [...event.keys.keys()];
      for (const one of ids) this.touched.set(one, () => (list.get(one) as Y.Map<unknown> | undefined)?.get('text'));
    }
  };
}

const isOurs = ({ local, origin }: Y.Transaction): boolean => local || origin === FOUND_UNSAVED;

/** For a report's document. */
export const watchTouchedSentences = (doc: Y.Doc): TouchedTexts => new TouchedSentences(doc);
