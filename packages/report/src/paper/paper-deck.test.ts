import { describe, expect, test } from 'vitest';
import type { SymposiumRecord } from '@rapport/domain/symposium-record';
import { crowded, laidOut, LANGUAGES, tinyTexts, words } from '../slides/testing.ts';
import { composePaperDeck } from './compose-paper-deck.ts';
import { projected } from './testing.ts';

/** Every text as long as it may be, and as many reservations as nobody hopes for. */
const long = (record: SymposiumRecord): void => {
  record.symposium.title = words(30).slice(0, 200);
  record.symposium.marking = { en: words(30).slice(0, 200).toUpperCase() };
  record.rounds = record.rounds.map((round) => ({ ...round, title: words(20), question: words(80).slice(0, 500) }));
  for (const option of record.options) {
    option.text = { ...option.text, title: words(28).slice(0, 200), text: words(120) };
    option.lineage = { cards: 40, clusters: Array.from({ length: 8 }, () => words(12)) };
    option.reservations = Array.from({ length: 30 }, () => ({
      code: 'R1-G07-O1',
      kind: 'minority' as const,
      text: words(120),
    }));
  }
};

const bare = (record: SymposiumRecord): void => {
  Object.assign(record, { groups: [], options: [], ballots: [], rounds: [], counts: { seats: 0, present: 0 } });
};

/** Ninety options of thirty groups. */
const many = (record: SymposiumRecord): void => {
  const all = record.options;
  record.options = Array.from({ length: 90 }, (_, index) => {
    const option = all[index % all.length] as (typeof all)[number];
    return { ...option, id: `${option.id}-${index}` as typeof option.id, code: `R1-G${10 + index}-O1` };
  });
  const [group] = record.groups;
  if (group !== undefined) record.groups = Array.from({ length: 30 }, (_, index) => ({ ...group, number: index + 1 }));
};

const RECORDS = { sample: () => undefined, long, bare, many };
const CASES = LANGUAGES.flatMap((language) =>
  (Object.keys(RECORDS) as (keyof typeof RECORDS)[]).map((name) => [name, language] as const),
);

describe.each(CASES)('slides of the paper “%s” in %s', (name, language) => {
  const deck = composePaperDeck(projected(RECORDS[name]), language);
  const slides = laidOut(deck);

  test('no text runs over its box, no box over the slide or another', () => {
    expect(slides.flatMap(crowded)).toEqual([]);
  });

  test('are read from the back of the room: 18 points but for the small print', () => {
    expect(slides.flatMap(tinyTexts)).toEqual([]);
  });

  test('each has a title of its own and the whole marking twice', () => {
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length);
    for (const { shapes } of slides) {
      const marked = shapes.filter(
        (shape) => shape.kind === 'text' && shape.paragraphs[0]?.runs[0]?.text === deck.marking,
      );
      expect(marked.length).toBe(2);
    }
  });
});

const textsOf = (change: (record: SymposiumRecord) => void = () => undefined): Map<string, string> =>
  new Map(
    laidOut(composePaperDeck(projected(change), 'en')).map(({ title, shapes }) => [
      title,
      shapes
        .flatMap((shape) => (shape.kind === 'text' ? shape.paragraphs : []))
        .map(({ runs }) => runs.map(({ text }) => text).join(''))
        .join('\n'),
    ]),
  );

test('every option stands on a slide with its class, figures of both sides, reservations and where it comes from', () => {
  const text = textsOf().get('PL-O1 One school of exercises, one number to call') ?? '';
  expect(text).toContain('Shared support · cross-bloc');
  expect(text).toContain('Plenary, Ballot 1: endorsement (58 papers)');
  expect(text).toContain('both sides support it: Allied 88% of 32 and Partner 90% of 20');
  expect(text).toContain('support: 88%, opposition to forwarding: 4%');
  expect(text).toContain('Made by the plenary out of R1-G02-O2 and R1-G07-O1.');
  expect(text).toContain('Proposed separately by 2 groups of 2: R1-G02 and R1-G07.');
  expect(text).toContain('Only for the public.');
  expect(text).toContain('Signed on the record: Borduria and Syldavia.');
});

test('means over delegations stand beside heads, and what may not be shown is said to be so', () => {
  const text = [...textsOf().values()].join('\n');
  expect(text).toContain('support: 52%, opposition to forwarding: not shown');
  expect(text).not.toContain('Ruritania');
});

test('reservations are never left out for results', () => {
  const options = [...textsOf(long)].filter(([title]) => /^(?:R1|PL)-/.test(title));
  expect(options.length).toBe(3);
  expect(options.filter(([, text]) => !text.includes('(minority text)'))).toEqual([]);
});

test('of a symposium in which nothing was done says so', () => {
  const titles = [...textsOf(bare).keys()];
  expect(titles).toEqual([
    'Partnerships Symposium',
    'How this paper came about',
    'Summary',
    'Options at a glance',
    'Where the sides agreed and diverged',
    'Options not pursued and merged',
  ]);
  expect(textsOf(bare).get('Options at a glance')).toContain('No option has been forwarded to the plenary.');
});

test('a heading is never the last line of its slide', () => {
  const { sections } = composePaperDeck(projected(many), 'en');
  const ends = sections
    .flatMap(({ slides }) => slides)
    .flatMap(({ body }) => (body.kind === 'agenda' ? [body.lines.at(-1)?.heading] : []));
  expect(ends.length).toBeGreaterThan(8);
  expect(ends.filter((heading) => heading === true)).toEqual([]);
});
