import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SentenceId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { bringInSentences, freshSentences, prefillReport, translateSentences } from './make-sentences.ts';
import { addSentence, moveSentence, removeSentence } from './place-sentence.ts';
import { readReport, reportTexts } from './read-report.ts';
import { repairReport } from './repair-report.ts';
import { headlineOf, madeOf, sentencesOf, sentenceText } from './report-layout.ts';
import { restoreReport } from './restore-report.ts';

const sentence = (id: string, text = `Sentence ${id}.`) => ({ id: id as SentenceId, text });
const A = sentence('m-a');
const B = sentence('m-b');
const C = sentence('m-c');

const opened = (): Y.Doc => {
  const doc = new Y.Doc();
  prefillReport(doc, 'en', [A, B], 'server');
  return doc;
};
const ids = (doc: Y.Doc): string[] => readReport(doc).agreement.map(({ id }) => id);
const origins = (doc: Y.Doc) => readReport(doc).agreement.map(({ text, origin }) => [text, origin]);

describe('what the product writes', () => {
  test('comes once, however often a report is opened', () => {
    const doc = opened();
    expect(prefillReport(doc, 'fr', [C], 'server')).toBe(false);
    expect(readReport(doc)).toMatchObject({ language: 'en', headlines: ['', '', ''], questions: [] });
    expect(origins(doc)).toEqual([
      [A.text, 'generated'],
      [B.text, 'generated'],
    ]);
  });

  test('says whose words a sentence is by what it reads, not by what it claims', () => {
    const doc = opened();
    sentenceText(doc, 'agreement', A.id)?.insert(0, 'Nearly: ');
    addSentence(doc, 'agreement', { id: 'own' as SentenceId, text: B.text }, 'me');
    expect(origins(doc)).toEqual([
      [`Nearly: ${A.text}`, 'edited'],
      [B.text, 'generated'],
      [B.text, 'own'],
    ]);
    sentenceText(doc, 'agreement', A.id)?.delete(0, 8);
    expect(origins(doc)[0]).toEqual([A.text, 'generated']);
  });

  test('new sentences come to the end; edited ones stay, removed ones do not come back', () => {
    const doc = opened();
    sentenceText(doc, 'agreement', A.id)?.insert(0, 'Nearly: ');
    removeSentence(doc, 'agreement', B.id, 'me');
    expect(freshSentences(doc, [A, B, C])).toEqual([C]);
    expect(bringInSentences(doc, [A, B, C], 'server')).toBe(1);
    expect(origins(doc)).toEqual([
      [`Nearly: ${A.text}`, 'edited'],
      [C.text, 'generated'],
    ]);
    expect(bringInSentences(doc, [A, B, C], 'server')).toBe(0);
  });

  test('no more than the limit', () => {
    const doc = new Y.Doc();
    const many = Array.from({ length: LIMITS.reportSentences + 3 }, (_, index) => sentence(`m-${index}`));
    prefillReport(doc, 'en', many, 'server');
    expect(ids(doc)).toHaveLength(LIMITS.reportSentences);
    expect(freshSentences(doc, many)).toHaveLength(3);
  });

  test('another language replaces what nobody has edited, where it stands', () => {
    const doc = opened();
    addSentence(doc, 'agreement', { id: 'own' as SentenceId, text: 'Ours.', after: A.id }, 'me');
    sentenceText(doc, 'agreement', B.id)?.insert(0, 'Nearly: ');
    const [a, b] = [sentence('f-a', 'Phrase a.'), sentence('f-b', 'Phrase b.')];
    expect(translateSentences(doc, 'fr', { from: [A, B], to: [a, b] }, 'server')).toBe(1);
    expect(readReport(doc).language).toBe('fr');
    expect(origins(doc)).toEqual([
      ['Phrase a.', 'generated'],
      ['Ours.', 'own'],
      [`Nearly: ${B.text}`, 'edited'],
    ]);
    expect(freshSentences(doc, [a, b])).toEqual([]);
  });
});

describe('placing', () => {
  test('behind another one, at the end, up and down', () => {
    const doc = opened();
    addSentence(doc, 'agreement', { id: 'x' as SentenceId, after: A.id }, 'me');
    addSentence(doc, 'agreement', { id: 'y' as SentenceId }, 'me');
    expect(ids(doc)).toEqual(['m-a', 'x', 'm-b', 'y']);
    expect(moveSentence(doc, 'agreement', 'y' as SentenceId, -1, 'me')).toBe(true);
    expect(ids(doc)).toEqual(['m-a', 'x', 'y', 'm-b']);
    expect(moveSentence(doc, 'agreement', A.id, 1, 'me')).toBe(true);
    expect(ids(doc)).toEqual(['x', 'm-a', 'y', 'm-b']);
    expect(moveSentence(doc, 'agreement', 'x' as SentenceId, -1, 'me')).toBe(false);
    expect(moveSentence(doc, 'agreement', B.id, 1, 'me')).toBe(false);
  });

  test('a removed sentence comes back as it stood', () => {
    const doc = opened();
    sentenceText(doc, 'agreement', A.id)?.insert(0, 'Nearly: ');
    const before = readReport(doc);
    const undo = removeSentence(doc, 'agreement', A.id, 'me');
    expect(ids(doc)).toEqual(['m-b']);
    undo?.('me');
    expect(readReport(doc)).toEqual(before);
    expect(removeSentence(doc, 'agreement', C.id, 'me')).toBeNull();
  });

  test('what is printed has no empty lines and no ids', () => {
    const doc = opened();
    headlineOf(doc, 'headline2').insert(0, 'Train together.');
    addSentence(doc, 'questions', { id: 'q' as SentenceId, text: 'Who pays?' }, 'me');
    addSentence(doc, 'questions', { id: 'r' as SentenceId, text: '  ' }, 'me');
    expect(reportTexts(readReport(doc))).toEqual({
      headlines: ['Train together.'],
      agreement: [A, B].map(({ text }) => ({ text, origin: 'generated' })),
      questions: ['Who pays?'],
    });
  });

  test('an earlier report comes back, with what was removed and without what came later', () => {
    const doc = opened();
    headlineOf(doc, 'headline1').insert(0, 'First.');
    const earlier = readReport(doc);
    headlineOf(doc, 'headline1').insert(0, 'Not so ');
    removeSentence(doc, 'agreement', A.id, 'me');
    sentenceText(doc, 'agreement', B.id)?.insert(0, 'Nearly: ');
    addSentence(doc, 'questions', { id: 'q' as SentenceId, text: 'Who pays?' }, 'me');
    restoreReport(doc, earlier, 'server');
    expect(readReport(doc)).toEqual(earlier);
  });
});

const at = (root: string, key = '') => ({ root, key });

const harmless = (doc: Y.Doc) => [
  ...['headline1', 'headline2', 'headline3'].map((root) => at(root)),
  ...(['agreement', 'questions'] as const).flatMap((list) =>
    [...sentencesOf(doc, list).keys()].map((key) => at(list, key)),
  ),
  ...[...madeOf(doc).keys()].map((key) => at('made', key)),
];

describe('repair', () => {
  const long = 'x'.repeat(LIMITS.reportSentence + 5);

  test.each<[string, (doc: Y.Doc) => { root: string; key: string }[], object]>([
    [
      'formatting, line ends and length of a headline',
      (doc) => {
        const text = headlineOf(doc, 'headline1');
        text.insert(0, 'One\ntwo', { bold: true });
        text.insertEmbed(0, { image: 'x' });
        headlineOf(doc, 'headline2').insert(0, long);
        return [at('headline1'), at('headline2')];
      },
      { headlines: ['One two', long.slice(0, LIMITS.reportSentence), ''] },
    ],
    [
      'what is no sentence',
      (doc) => {
        const list = sentencesOf(doc, 'questions');
        list.set('text', 'only a string');
        list.set('<b>', new Y.Map([['text', new Y.Text('x')]]));
        list.set(
          'xml',
          new Y.Map<unknown>([
            ['text', new Y.XmlText('kept')],
            ['at', 'far'],
            ['by', 'me'],
          ]),
        );
        return ['text', '<b>', 'xml'].map((key) => at('questions', key));
      },
      { questions: [{ id: 'xml', text: 'kept', at: 0, origin: 'own' }] },
    ],
    [
      'a forged sentence of the product',
      (doc) => {
        madeOf(doc).set('own', 'We all agree.');
        madeOf(doc).set('m-a', 'We all agree.');
        madeOf(doc).delete('m-b');
        madeOf(doc).set('language', 'ar');
        addSentence(doc, 'agreement', { id: 'own' as SentenceId, text: 'We all agree.' }, 'me');
        return [...['own', 'm-a', 'm-b', 'language'].map((key) => at('made', key)), at('agreement', 'own')];
      },
      {
        language: 'en',
        agreement: [{ origin: 'generated' }, { origin: 'generated' }, { text: 'We all agree.', origin: 'own' }],
      },
    ],
    [
      'more sentences than there may be',
      (doc) => {
        const keys = Array.from({ length: LIMITS.reportSentences + 4 }, (_, index) => `q${index}`);
        for (const key of keys) addSentence(doc, 'questions', { id: key as SentenceId }, 'me');
        return keys.map((key) => at('questions', key));
      },
      { questions: { length: LIMITS.reportSentences } },
    ],
  ])('mends %s', (_, harm, expected) => {
    const doc = opened();
    doc.transact(() => repairReport(doc, harm(doc)), 'members');
    expect(readReport(doc)).toMatchObject(expected);
    const mended = Y.encodeStateAsUpdate(doc);
    doc.transact(() => repairReport(doc, harmless(doc)), 'members');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(mended);
  });
});
