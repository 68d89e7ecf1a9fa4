import { describe, expect, it } from 'vitest';
import { DEFAULT_BLOCS } from '@rapport/domain/blocs';
import { translateNow as t } from '../messages/use-t.ts';
import { breakText, drawPicture, type Palette } from './draw-picture.ts';
import { linesOf } from './result-lines.ts';
import { marksOf } from './result-marks.ts';
import { tablesOf } from './result-table.ts';
import { scatterOf } from './scatter.ts';
import { endorsementResults, rankingResults, ratingResults } from './testing.ts';
import { writeCsv } from './write-csv.ts';

const words = { t, locale: 'en', blocs: DEFAULT_BLOCS } as const;
const marking = { label: 'Marking', text: 'UNMARKED' };
const rows = (csv: string): string[] => csv.trim().split('\r\n');

describe('the figures as a file', () => {
  it('hold each axis of a rating as lines of one table', () => {
    const csv = rows(writeCsv(tablesOf(words, ratingResults()), { part: 'Axis', marking }));
    expect(csv).toHaveLength(7);
    expect(csv[0]).toMatch(/^\uFEFF?Axis,Place,Option,Priority,.*Divergence in points,Marking$/);
    expect(csv[1]).toMatch(/^Contribution to security,1,Joint training hub,0.7306,13,13,0,0,1,1,6,5,4,3,5,3.92,/);
    expect(csv[1]).toMatch(/7 of 8,4 of 5,4,3.8,Both sides support it,0.826,0.12,7.5,UNMARKED$/);
    expect(csv[6]).toMatch(/not shown \(small group\),,,,UNMARKED$/);
    expect(new Set(csv.map((line) => line.split(',').length)).size).toBe(1);
  });

  it('hold bounds where a bloc is of one mind, never the figure behind them', () => {
    const [head = '', first = ''] = rows(writeCsv(tablesOf(words, rankingResults()), { part: '', marking }));
    expect(head).toContain('Allied: mean rank');
    expect(first).toContain('≤ 1.4');
  });

  it('are no formula, and quoted where they must be', () => {
    const results = endorsementResults();
    const [option] = results.options;
    if (option !== undefined) option.title = '=HYPERLINK("x"), or';
    const [, line] = rows(writeCsv(tablesOf(words, results), { part: '', marking }));
    expect(line).toMatch(/^"'=HYPERLINK\(""x""\), or",6,1,1,0,1,0,/);
    expect(line).toContain('no Partner ballots');
  });
});

describe('the marks of lines', () => {
  it('tell shared ranks apart', () => {
    const ranks = [
      { rank: 1, tied: false },
      { rank: 2, tied: true },
      { rank: 2, tied: true },
      { rank: 4, tied: false },
    ];
    expect(marksOf(ranks)).toEqual(['1', '2a', '2b', '4']);
    expect(marksOf(Array.from({ length: 28 }, () => ({ rank: 1, tied: true }))).slice(-3)).toEqual([
      '1z',
      '1aa',
      '1ab',
    ]);
  });
});

describe('the scatter', () => {
  it('puts options of the same medians side by side, and counts those it leaves out', () => {
    const { points, left } = scatterOf(ratingResults());
    expect(left).toBe(1);
    expect(points).toHaveLength(2);
    expect(points[0]?.y).toBe(points[1]?.y);
    expect((points[1]?.x ?? 0) - (points[0]?.x ?? 0)).toBe(22);
    expect(points[0]?.box).toEqual(points[1]?.box);
  });
});

describe('the picture', () => {
  const palette: Palette = {
    paper: '#fff',
    sunk: '#eee',
    ink: '#000',
    inkSoft: '#333',
    line: '#999',
    accent: '#066',
    accentSoft: '#dee',
    onAccent: '#fff',
    bloc1: '#00f',
    bloc2: '#f80',
    bloc3: '#80f',
    bloc4: '#0b6b4f',
    bloc5: '#a3245b',
    bloc6: '#46506a',
  };
  const { points } = scatterOf(ratingResults());
  const draw = (title: string, direction: 'ltr' | 'rtl' = 'ltr') =>
    drawPicture(
      {
        direction,
        title,
        base: 'of 13 papers',
        marking: 'UNMARKED & open',
        notes: [],
        scatter: { points, up: 'Security', along: 'Cost', caption: 'Dot: median' },
      },
      linesOf(words, ratingResults()),
      palette,
    );

  it('is one well-formed file with the marking twice, whatever stands in a text', () => {
    const { svg } = draw('</svg><script>alert("1")</script>');
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('parsererror, script')).toBeNull();
    const texts = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts.filter((text) => text === 'UNMARKED & open')).toHaveLength(2);
    expect(texts).toContain(
      'Allied leads in support. Contested. 7 of 13 give it 4 or 5. Median 4 (middle half 3–5), mean 3.92.',
    );
  });

  const shapes = (direction: 'ltr' | 'rtl') => {
    const { svg, width } = draw('النتائج', direction);
    const found = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const texts = [...found.querySelectorAll('text')];
    const title = texts.find(({ textContent }) => textContent?.includes('النتائج'));
    const mark = texts.find(({ textContent }) => textContent?.includes('UNMARKED'));
    const bars = [...found.querySelectorAll('svg > rect[rx]')].map((bar) => {
      const [x, length] = [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))];
      return Math.round(direction === 'ltr' ? x : width - x - length);
    });
    const axis = texts.find(({ textContent }) => textContent === 'Cost →');
    return {
      title: [title?.getAttribute('x'), title?.textContent],
      marking: mark?.textContent,
      bars,
      axis: axis?.getAttribute('x'),
    };
  };

  it('begins at the right where the language does; axes stay, and words of another direction keep theirs', () => {
    const [left, right] = [shapes('ltr'), shapes('rtl')];
    expect(left.title).toEqual(['56', '\u2067النتائج\u2069']);
    expect(right.title).toEqual(['1144', 'النتائج']);
    expect([left.marking, right.marking]).toEqual(['UNMARKED & open', '\u2066UNMARKED & open\u2069']);
    expect(left.bars.length).toBeGreaterThan(0);
    expect(right.bars).toEqual(left.bars);
    expect(right.axis).toBe(left.axis);
  });

  it('breaks long texts into lines, in any script', () => {
    expect(breakText('one two three', 50, 10)).toEqual(['one two', 'three']);
    expect(breakText('早期预警图景', 30, 10)).toEqual(['早期预', '警图景']);
  });
});
