import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { GroupRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import { projectRecord } from '@rapport/domain/projection';
import { arrangeRecord } from '../arrange-record.ts';
import { sampleRecord } from '../testing.ts';
import { composeDeck, composeGroupDeck, type DeckGroup } from './compose-deck.ts';
import type { Deck } from './deck.ts';
import { layOutSlide } from './lay-out-slide.ts';
import { crowded, laidOut, LANGUAGES, overrun, tinyTexts, words } from './testing.ts';
import { writePptx } from './write-pptx.ts';

const bare = (): GroupRecord => ({
  ...sampleRecord(),
  cards: [],
  clusters: [],
  ballots: [],
  options: [],
  texts: { headlines: [], agreement: [], questions: [] },
});

/** Every text as long as it may be. */
const long = (): GroupRecord => {
  const record = sampleRecord();
  return {
    ...record,
    symposium: {
      ...record.symposium,
      title: words(30).slice(0, 200),
      marking: { en: words(30).slice(0, 200).toUpperCase() },
    },
    group: { ...record.group, name: words(18).slice(0, 120), status: 'closed' },
    round: { title: words(30), question: words(80).slice(0, 500) },
    texts: {
      headlines: [words(60), words(60), words(60)],
      agreement: Array.from({ length: 12 }, () => ({ text: words(40), origin: 'own' })),
      questions: Array.from({ length: 9 }, () => words(50)),
    },
    options: record.options.map((option) => ({
      ...option,
      state: 'forwarded',
      text: { ...option.text, title: words(28).slice(0, 200), text: words(120) },
      reservations: Array.from({ length: 30 }, () => ({ kind: 'reservation', text: words(120) })),
    })),
  };
};

/** As many options as a symposium may let a group forward. */
const many = (count: number) => (): GroupRecord => {
  const record = sampleRecord();
  const forwarded = record.options.filter(({ state }) => state === 'forwarded');
  return {
    ...record,
    options: Array.from({ length: count }, (_, index) => ({
      ...(forwarded[index % 2] as (typeof forwarded)[0]),
      code: `R1-G07-O${index + 1}`,
    })),
  };
};

/** Generated sentences, and the rating as the only ballot that compares. */
const rated = (): GroupRecord => {
  const record = many(3)();
  return { ...record, ballots: record.ballots.slice(0, 2), texts: { ...record.texts, agreement: [] } };
};

const ranked = (): GroupRecord => {
  const record = sampleRecord();
  return { ...record, ballots: record.ballots.filter(({ results }) => results.kind === 'ranking') };
};

const RECORDS = {
  sample: sampleRecord,
  bare,
  long,
  one: many(1),
  three: rated,
  five: many(5),
  twenty: many(20),
  ranked,
};
const CASES = LANGUAGES.flatMap((language) =>
  (Object.keys(RECORDS) as (keyof typeof RECORDS)[]).map((name) => [name, language] as const),
);

const deckOf = (record: GroupRecord, language: Locale = 'en'): Deck =>
  composeGroupDeck(arrangeRecord(projectRecord(record, 'file')), language);

describe.each(CASES)('slides of the record “%s” in %s', (name, language) => {
  const deck = deckOf(RECORDS[name](), language);
  const slides = laidOut(deck);

  test('are three', () => {
    expect(slides.length).toBe(3);
  });

  test('no text runs over its box, no box over the slide or another', () => {
    expect(slides.flatMap(crowded)).toEqual([]);
  });

  test('are read from the back of the room: 18 points but for the small print', () => {
    expect(slides.flatMap(tinyTexts)).toEqual([]);
  });

  test('each has a title of its own and the whole marking twice', () => {
    expect(new Set(slides.map(({ title }) => title)).size).toBe(3);
    for (const { shapes } of slides) {
      const marked = shapes.filter(
        (shape) => shape.kind === 'text' && shape.paragraphs[0]?.runs[0]?.text === deck.marking,
      );
      expect(marked.length).toBe(2);
    }
  });

  test('a bar says in words what it shows', () => {
    for (const { shapes } of slides) {
      for (const shape of shapes) {
        if (shape.kind !== 'bar') continue;
        const counts = shape.bar.flatMap(({ count }) => (count === undefined ? [] : [String(count)]));
        expect(counts.filter((count) => !shape.alt.includes(count))).toEqual([]);
      }
    }
  });
});

const textsOf = (deck: Deck): string =>
  laidOut(deck)
    .flatMap(({ shapes }) => shapes)
    .flatMap((shape) => (shape.kind === 'text' ? shape.paragraphs : []))
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('\n');

describe('what does not fit', () => {
  test('is said to be in the report', () => {
    const text = textsOf(deckOf(long()));
    expect(text).toContain('Final report, version 1 · Shortened here. The report has it whole.');
    expect(text).toMatch(/\d+ more in the report/);
    expect(textsOf(deckOf(many(20)()))).toContain('15 more in the report');
    expect(textsOf(deckOf(sampleRecord()))).not.toContain('in the report');
  });

  test('a headline message of sixty words keeps most of them', () => {
    const record = sampleRecord();
    record.texts.headlines = [words(60), words(60), words(60)];
    const messages = textsOf(deckOf(record))
      .split('\n')
      .filter((line) => line.startsWith('resilience of'));
    expect(messages.map((line) => line.split(' ').length >= 45)).toEqual([true, true, true]);
  });
});

const partsOf = async (deck: Deck): Promise<Record<string, string>> => {
  const zip = await JSZip.loadAsync(await writePptx(deck));
  const parts = Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const);
  return Object.fromEntries(await Promise.all(parts));
};

describe('the presentation', () => {
  test('has every part it names, and names every part it has', async () => {
    const parts = await partsOf(deckOf(sampleRecord()));
    const named = Array.from(
      (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g),
      (match) => match[1],
    );
    const there = Object.keys(parts).filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
    expect(new Set(named)).toEqual(new Set(there));
    expect(named.length).toBe(there.length);
    for (const [name, xml] of Object.entries(parts)) {
      if (!name.endsWith('.rels')) continue;
      const folder = `/${name.replace(/_rels\/[^/]+$/, '')}`;
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target ?? '', `file://${folder}`).pathname.slice(1);
        expect([name, target, path in parts]).toEqual([name, target, true]);
      }
    }
  });

  test('numbers every shape of a slide once', async () => {
    const parts = await partsOf(deckOf(many(5)()));
    for (const number of [1, 2, 3]) {
      const ids = Array.from(
        (parts[`ppt/slides/slide${number}.xml`] ?? '').matchAll(/<p:cNvPr id="(\d+)"/g),
        (one) => one[1],
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('is read aloud as it looks: title, marking and number in placeholders, alternative texts, languages', async () => {
    const parts = await partsOf(deckOf(sampleRecord(), 'fr'));
    const slide = parts['ppt/slides/slide2.xml'] ?? '';
    for (const place of ['type="title"', 'type="ftr"', 'type="sldNum"', 'idx="14"']) expect(slide).toContain(place);
    expect(slide).toMatch(
      /<p:grpSp><p:nvGrpSpPr><p:cNvPr id="\d+" name="[^"]+" descr="R1-G07-O1\. [^"]*Approuve\u00A0: 6, /,
    );
    expect(slide.match(/<a:rPr (?!lang=")/g)).toBeNull();
    const arabic = slide.match(/<a:rPr lang="ar-SA"[^>]*>(?:(?!<a:t>).)*<a:t>[^<]*/g) ?? [];
    expect(arabic.length).toBeGreaterThan(0);
    const strayed = slide.match(/<a:rPr lang="fr-FR"[^>]*>(?:(?!<a:t>).)*<a:t>[^<]*[\u0600-\u06ff]/g);
    expect(strayed).toBeNull();
  });

  test('runs from the right in Arabic: a mirror, with paragraphs that begin there', async () => {
    const [left, right] = await Promise.all(
      (['en', 'ar'] as const).map(
        async (language) => (await partsOf(deckOf(bare(), language)))['ppt/slides/slide3.xml'] ?? '',
      ),
    );
    const body = /<p:ph type="body" idx="1"\/>.*?<a:off x="(\d+)"/;
    const [x, mirrored] = [left, right].map((slide) => Number(body.exec(slide ?? '')?.[1]));
    expect([x, mirrored]).toEqual([44 * 12_700, 498 * 12_700]);
    expect(right).toMatch(/algn="r" rtl="1"/);
    expect(right?.match(/algn="l" rtl="1"/)).toBeNull();
  });

  test('says interim across an open group’s slides and nowhere in a closed one’s', async () => {
    const open = await partsOf(deckOf(sampleRecord()));
    expect(open['ppt/slides/slide1.xml']).toContain('<a:t>INTERIM</a:t>');
    const record = sampleRecord();
    record.group = { ...record.group, status: 'closed' };
    expect(
      Object.values(await partsOf(deckOf(record)))
        .join('')
        .toLowerCase(),
    ).not.toContain('interim');
  });

  test('shows people’s words as they were written', async () => {
    const nasty = ['=HYPERLINK("x")', '<a:t>x</a:t>', '&lt;b&gt; &amp;', ']]> <!--', '"quoted" \'too\''];
    const record = sampleRecord();
    record.texts = { headlines: nasty.slice(0, 3), agreement: [], questions: nasty.slice(3) };
    const parts = await partsOf(deckOf(record));
    const said = Array.from(
      `${parts['ppt/slides/slide1.xml']}${parts['ppt/slides/slide3.xml']}`.matchAll(/<a:t>([^<]*)<\/a:t>/g),
      (match) =>
        (match[1] ?? '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
    );
    expect(nasty.filter((text) => !said.includes(text))).toEqual([]);
  });
});

const groupOf = (number: number, round = 1): DeckGroup => {
  const record = sampleRecord();
  record.group = { ...record.group, number, name: `Group ${number}`, status: number % 2 === 0 ? 'closed' : 'open' };
  record.round = { ...record.round, title: `Round ${round}` };
  return { record: arrangeRecord(projectRecord(record, 'file')), round };
};

describe('the deck of a symposium', () => {
  const { symposium } = sampleRecord();

  test('has a cover, an agenda and three slides a group in their order, each with a title of its own', () => {
    const deck = composeDeck(symposium, [groupOf(1), groupOf(2)], 'en');
    expect(laidOut(deck).map(({ title }) => title)).toEqual([
      'Partnerships Symposium',
      'Agenda',
      'Group 1',
      'Group 1 – forwarded options',
      'Group 1 – agreement and divergence',
      'Group 2',
      'Group 2 – forwarded options',
      'Group 2 – agreement and divergence',
    ]);
    const text = textsOf(deck);
    expect(text).toContain('2 groups · 4 options forwarded');
    expect(text).toContain('1 of 2 reports final');
    expect(text).toContain('Group 1  2 options forwarded, interim');
  });

  test('names rounds where there are several', () => {
    const deck = composeDeck(symposium, [groupOf(1), groupOf(1, 2)], 'en');
    const titles = laidOut(deck).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('Round 2, Group 1 – forwarded options');
    expect(textsOf(deck)).toMatch(/Round 1\nGroup 1 .*\nRound 2\nGroup 1 /);
  });

  test.each(LANGUAGES)('of many groups goes on with the agenda, and runs over nowhere: %s', (language) => {
    const groups = Array.from({ length: 66 }, (_, index) => groupOf(1 + (index % 22), 1 + Math.floor(index / 22)));
    const deck = composeDeck(symposium, groups, language);
    const [overview, ...sections] = deck.sections;
    expect([overview?.slides.length, sections.length]).toEqual([4, 66]);
    const slides = (overview?.slides ?? []).map((slide) => layOutSlide(deck, slide));
    for (const { shapes } of slides) {
      for (const shape of shapes) {
        expect([overrun(shape) < 1, shape.kind]).toEqual([true, shape.kind]);
      }
    }
  });

  test('of no group yet says so', () => {
    const deck = composeDeck(symposium, [], 'fr');
    expect(laidOut(deck).length).toBe(1);
    expect(textsOf(deck)).toContain('Il n’y a pas encore de groupes.');
  });

  test('leads from the agenda to each group, in sections', async () => {
    const parts = await partsOf(composeDeck(symposium, [groupOf(1), groupOf(2), groupOf(3)], 'en'));
    const rels = parts['ppt/slides/_rels/slide2.xml.rels'] ?? '';
    expect(Array.from(rels.matchAll(/Target="(slide\d+\.xml)"/g), (match) => match[1])).toEqual([
      'slide3.xml',
      'slide6.xml',
      'slide9.xml',
    ]);
    expect(parts['ppt/slides/slide2.xml']?.match(/action="ppaction:\/\/hlinksldjump"/g)?.length).toBe(3);
    const sections = parts['ppt/presentation.xml'] ?? '';
    expect(Array.from(sections.matchAll(/<p14:section name="([^"]+)"/g), (match) => match[1])).toEqual([
      'Overview',
      'Group 1',
      'Group 2',
      'Group 3',
    ]);
    expect(sections.match(/<p14:sldId /g)?.length).toBe(11);
  });

  test('is the same bytes each time', async () => {
    const [one, other] = await Promise.all(
      ['first', 'second'].map(() => writePptx(composeDeck(symposium, [groupOf(1), groupOf(2)], 'ar'))),
    );
    expect(one).toEqual(other);
  });
});
