import { describe, expect, test } from 'vitest';
import { LIMITS } from '@rapport/domain/limits';
import { projectRecord } from '@rapport/domain/projection';
import { Locale } from '@rapport/domain/languages';
import { suggestSentences } from './suggest-sentences.ts';
import { sampleRecord } from './testing.ts';
import { writeReport } from './write-report.ts';

const record = (change: (record: ReturnType<typeof sampleRecord>) => void = () => undefined) => {
  const sample = sampleRecord();
  change(sample);
  return projectRecord(sample, 'file');
};

describe('sentences to go on from', () => {
  test('are as many in every language, each under an id of its own', () => {
    const all = Locale.options.map((language) => suggestSentences(record(), language));
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
    const ids = all.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(new Set(all.flat().map(({ text }) => text)).size);
    expect(ids.every((id) => /^made-[A-Za-z0-9_-]{22}$/.test(id))).toBe(true);
  });

  test('keep their id as long as they say the same', () => {
    const before = suggestSentences(record(), 'en');
    const after = suggestSentences(
      record((sample) => sample.ballots.pop()),
      'en',
    );
    expect(after).toEqual(before.slice(0, after.length));
    expect(after.length).toBeLessThan(before.length);
  });

  test.each([
    ['en', 'تدريب مشترك', /“\u2068تدريب مشترك\u2069” \(\d+ dots?\)/],
    ['ar', 'A school for both', /«\u2068A school for both\u2069» \(/],
  ] as const)(
    'in %s a title that runs the other way is kept to itself, and its figure to the sentence',
    (language, title, kept) => {
      const sentences = suggestSentences(
        record((sample) => {
          for (const { results } of sample.ballots) for (const option of results.options) option.title = title;
        }),
        language,
      );
      expect(sentences.map(({ text }) => text).join('\n')).toMatch(kept);
    },
  );

  test('fit into a line however many options they name', () => {
    const sentences = suggestSentences(
      record((sample) => {
        for (const { results } of sample.ballots) for (const option of results.options) option.title = 'x'.repeat(400);
      }),
      'en',
    );
    expect(Math.max(...sentences.map(({ text }) => text.length))).toBeLessThanOrEqual(LIMITS.reportSentence);
  });
});

test('untouched ones are printed in the language of the report, one without its result says so', async () => {
  const [first] = suggestSentences(record(), 'fr');
  const written = record((sample) => {
    sample.texts.agreement = [
      { text: first?.text ?? '', origin: 'generated' },
      { text: 'What no ballot says any more.', origin: 'generated' },
    ];
  });
  const text = new TextDecoder().decode(await writeReport(written, 'md', 'en'));
  expect(text).toContain(suggestSentences(record(), 'en')[0]?.text.slice(0, 20));
  expect(text).toMatch(/What no ballot says any more\..*from an earlier result/);
});
