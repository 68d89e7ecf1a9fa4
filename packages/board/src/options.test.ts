import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { OptionId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { OptionText } from '@rapport/domain/options';
import { holdOptions, type OptionHolds } from './hold-options.ts';
import { optionMap, optionsOf } from './layout.ts';
import { OptionRecords } from './option-records.ts';
import { readOption, readOptions } from './read-options.ts';
import { repairBoard } from './repair-board.ts';
import { restoreBoard } from './restore-board.ts';
import { addOption, removeOption, setOptionText } from './set-option-text.ts';

const id = 'option-1' as OptionId;
const other = 'option-2' as OptionId;
const BLANK: OptionText = { title: '', text: '', rationale: '', actors: '', resources: '', horizon: '' };
const TEXT: OptionText = {
  ...BLANK,
  title: 'Joint exercise',
  text: 'Every spring.\nIn the south.',
  horizon: 'By 2027',
};

const made = (text: Partial<OptionText> = TEXT): Y.Doc => {
  const doc = new Y.Doc();
  addOption(doc, id, text, 'server');
  return doc;
};
const repair = (doc: Y.Doc, ...keys: string[]): void =>
  repairBoard(
    doc,
    keys.map((key) => ({ root: 'options', key })),
    { revealed: false, added: new Set(), mayProxy: () => false, maxCards: 10 },
  );
const field = (doc: Y.Doc, name: keyof OptionText): Y.Text => optionMap(doc, id)?.get(name) as Y.Text;

describe('reading and writing', () => {
  test('an option reads as it was written, fields left out as empty', () => {
    const doc = made({ title: 'Joint exercise' });
    expect(readOptions(doc)).toEqual([{ id, ...BLANK, title: 'Joint exercise' }]);
    expect(setOptionText(doc, id, { horizon: 'By 2027' }, 'test')).toBe(true);
    expect(readOptions(doc)).toEqual([{ id, ...BLANK, title: 'Joint exercise', horizon: 'By 2027' }]);
    expect(setOptionText(doc, other, { title: 'X' }, 'test')).toBe(false);
    removeOption(doc, id, 'server');
    expect(readOptions(doc)).toEqual([]);
  });

  test('texts are cut to their limits', () => {
    const doc = made({ title: 't'.repeat(LIMITS.optionTitle + 1), text: 'x'.repeat(LIMITS.optionText + 1) });
    expect(readOptions(doc)[0]?.title).toHaveLength(LIMITS.optionTitle);
    expect(readOptions(doc)[0]?.text).toHaveLength(LIMITS.optionText);
  });

  test.each([['a string'], [7], [null], [['list']]])('%j is no option', (entry) => {
    expect(readOption(entry, id)).toBeNull();
  });
});

describe('repair', () => {
  test.each<[string, (doc: Y.Doc) => void, OptionText | null]>([
    ['something that is no map goes', (doc) => optionsOf(doc).set(id, 'junk'), null],
    ['an unknown key goes', (doc) => optionMap(doc, id)?.set('author', 'Alice'), TEXT],
    ['a missing text is put there', (doc) => optionMap(doc, id)?.delete('horizon'), { ...TEXT, horizon: '' }],
    [
      'a string becomes a text',
      (doc) => optionMap(doc, id)?.set('actors', 'Two\r\nships'),
      { ...TEXT, actors: 'Two\nships' },
    ],
    ['a title has one line', (doc) => field(doc, 'title').insert(5, '\n'), { ...TEXT, title: 'Joint  exercise' }],
    [
      'a text that is too long is cut',
      (doc) => field(doc, 'horizon').insert(7, 'x'.repeat(LIMITS.optionField)),
      { ...TEXT, horizon: `By 2027${'x'.repeat(LIMITS.optionField - 7)}` },
    ],
    ['what is no text in a text goes', (doc) => field(doc, 'text').insertEmbed(0, { image: 'x' }), TEXT],
  ])('%s', (_, harm, reads) => {
    const doc = made();
    harm(doc);
    repair(doc, id);
    expect(readOptions(doc)).toEqual(reads === null ? [] : [{ id, ...reads }]);
    const entry = optionMap(doc, id);
    expect([...(entry?.keys() ?? [])].toSorted()).toEqual(reads === null ? [] : Object.keys(BLANK).toSorted());
    for (const value of entry?.values() ?? []) expect(value).toBeInstanceOf(Y.Text);
    // Once mended it is not written to again.
    const mended = Y.encodeStateAsUpdate(doc);
    repair(doc, id);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(mended);
  });

  test('a sound option is not written to, and one that is gone is let be', () => {
    const doc = made();
    const before = Y.encodeStateAsUpdate(doc);
    repair(doc, id, 'gone');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

/** What a member's change becomes: applied and held in one transaction, as the server does it. */
const hold = (change: (doc: Y.Doc) => void, holds: Partial<OptionHolds> = {}) => {
  const doc = made();
  const setBack = doc.transact(() => {
    change(doc);
    return holdOptions(
      doc,
      [
        { root: 'options', key: id },
        { root: 'options', key: other },
      ],
      { known: (one) => one === id, frozen: () => null, ...holds },
    );
  });
  return { doc, setBack };
};

describe('what members may not change', () => {
  test('an option cannot be added, removed or replaced', () => {
    expect(readOptions(hold((doc) => addOption(doc, other, TEXT, 'member')).doc)).toEqual([{ id, ...TEXT }]);
    expect(readOptions(hold((doc) => optionsOf(doc).delete(id)).doc)).toEqual([{ id, ...TEXT }]);
    expect(readOptions(hold((doc) => optionsOf(doc).set(id, 'gone')).doc)).toEqual([{ id, ...TEXT }]);
    expect(readOptions(hold((doc) => addOption(doc, id, BLANK, 'member')).doc)).toEqual([{ id, ...TEXT }]);
  });

  test('an open text can be written in', () => {
    const { doc, setBack } = hold((one) => field(one, 'title').insert(0, 'A '));
    expect(readOptions(doc)[0]?.title).toBe('A Joint exercise');
    expect(setBack).toEqual([]);
  });

  test('a frozen text comes back, and what was written is given back to its author', () => {
    const { doc, setBack } = hold(
      (one) => {
        field(one, 'text').insert(0, 'Never. ');
        field(one, 'horizon').delete(0, 3);
      },
      { frozen: () => TEXT },
    );
    expect(readOptions(doc)).toEqual([{ id, ...TEXT }]);
    expect(setBack).toEqual([
      { root: 'options', key: id, title: 'Joint exercise', body: 'Never. Every spring.\nIn the south.\n\n2027' },
    ]);
  });

  test('where only some fields are frozen the others can be written in', () => {
    const { doc, setBack } = hold(
      (one) => {
        field(one, 'title').insert(0, 'No ');
        field(one, 'horizon').insert(0, 'Perhaps ');
      },
      { frozen: () => ({ title: TEXT.title, text: TEXT.text }) },
    );
    expect(readOptions(doc)).toEqual([{ id, ...TEXT, horizon: 'Perhaps By 2027' }]);
    expect(setBack).toMatchObject([{ title: 'No Joint exercise', body: '' }]);
  });

  test('a frozen option that was removed comes back as it is frozen', () => {
    const { doc } = hold((one) => optionsOf(one).delete(id), { frozen: () => TEXT });
    expect(readOptions(doc)).toEqual([{ id, ...TEXT }]);
  });
});

describe('records', () => {
  test('keep their identity until what they say has changed, and speak once a transaction', () => {
    const doc = made();
    addOption(doc, other, BLANK, 'server');
    using records = Object.assign(new OptionRecords(doc), {
      [Symbol.dispose](this: OptionRecords): void {
        this.dispose();
      },
    });
    const [before, untouched] = [records.option(id), records.option(other)];
    const heard: string[] = [];
    records.subscribe(id, () => heard.push('one'));
    records.subscribe(other, () => heard.push('other'));
    records.subscribe('any', () => heard.push('any'));
    setOptionText(doc, id, { title: 'Another', horizon: 'Soon' }, 'test');
    expect(heard).toEqual(['one', 'any']);
    expect(records.option(id)).not.toBe(before);
    expect(records.option(id)).toMatchObject({ title: 'Another', horizon: 'Soon' });
    expect(records.option(other)).toBe(untouched);
    removeOption(doc, id, 'server');
    expect(records.option(id)).toBeNull();
  });
});

test('an earlier board brings its texts back where they may be written', () => {
  const doc = made();
  addOption(doc, other, { title: 'Frozen since' }, 'server');
  const earlier = {
    cards: [],
    clusters: [],
    options: [
      { id, ...BLANK },
      { id: other, ...BLANK },
      { id: 'gone' as OptionId, ...TEXT },
    ],
  };
  restoreBoard(doc, earlier, 'server', (one) => one === id);
  expect(readOptions(doc)).toEqual([
    { id, ...BLANK },
    { id: other, ...BLANK, title: 'Frozen since' },
  ]);
});
