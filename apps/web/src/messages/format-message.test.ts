import { intlTag, Locale } from '@rapport/domain/languages';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { formatMessage, readMessage, type MessageValues } from './format-message.ts';
import { fr } from './fr.ts';

/** What a full implementation makes of a message. */
const whole = (locale: Locale, message: string, values: MessageValues): string =>
  String(new IntlMessageFormat(message, intlTag(locale), undefined, { ignoreTag: true }).format({ ...values }));
const ours = (locale: Locale, message: string, values: MessageValues): string =>
  formatMessage(readMessage(message), locale, values);

/** Every argument of a message, by a search that knows nothing of the syntax. */
const argumentsOf = (message: string): string[] => [
  ...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name)),
];
const selected = (message: string): [string, string][] =>
  [...message.matchAll(/\{\s*(\w+)\s*,\s*select\s*,\s*(\w+)/g)].map(([, name = '', form = '']) => [name, form]);

test.each([
  ['en', en],
  ['fr', fr],
  ['ar', ar],
] as const)('every message of %s reads as with all of ICU', (locale, catalogue) => {
  for (const message of Object.values(catalogue)) {
    for (const value of [0, 1, 2, 5, 1234567, 0.456]) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, value]));
      expect(ours(locale, message, values)).toBe(whole(locale, message, values));
      const chosen = { ...values, ...Object.fromEntries(selected(message)) };
      expect(ours(locale, message, chosen)).toBe(whole(locale, message, chosen));
    }
  }
});

test.each<[string, MessageValues, string]>([
  ['nothing in it', {}, 'nothing in it'],
  ['{name}, {role}', { name: 'Ada', role: 'chair' }, 'Ada, chair'],
  ['{count, plural, =0 {none} one {# card} other {# cards}}', { count: 0 }, 'none'],
  ['{count, plural, =0 {none} one {# card} other {# cards}}', { count: 1 }, '1 card'],
  ['{count, plural, =0 {none} one {# card} other {# cards}}', { count: 1200 }, '1,200 cards'],
  [
    '{many, select, true {several {n, plural, one {#} other {#!}}} other {one}}.',
    { many: 'true', n: 3 },
    'several 3!.',
  ],
  ['{many, select, true {several} other {one}}', { many: 'false' }, 'one'],
  ['{share, number, ::.##} of {all, number}', { share: 0.7264, all: 1000 }, '0.73 of 1,000'],
  ['{w, number, ::.0#}', { w: 0.7 }, '0.7'],
  ['{share, number, percent}', { share: 0.25 }, '25%'],
  ["it's, it''s, '{quoted}' and #", {}, "it's, it's, {quoted} and #"],
  ["{n, plural, other {# of '#'}}", { n: 2 }, '2 of #'],
])('%s with %o', (message, values, text) => {
  expect(ours('en', message, values)).toBe(text);
  expect(whole('en', message, values)).toBe(text);
});

test('words that run against the sentence are isolated from it, others are left alone', () => {
  expect(ours('ar', 'عرض «{title}»', { title: 'Joint training (2026)' })).toBe(
    'عرض «\u2068Joint training (2026)\u2069»',
  );
  expect(ours('en', 'Show “{title}”', { title: 'تدريب 2026' })).toBe('Show “\u2068تدريب 2026\u2069”');
  expect(ours('ar', '{title}: {count}', { title: 'تدريب', count: '3 / 4' })).toBe('تدريب: 3 / 4');
  expect(ours('en', '{title}', { title: 'Training' })).toBe('Training');
});

test('Arabic is written with the digits 0–9 and in six plural forms', () => {
  const cards = [0, 1, 2, 3, 11, 100, 1234].map((count) => ours('ar', ar['history.cards'], { cards: count }));
  expect(cards).toEqual(['لا بطاقات', 'بطاقة واحدة', 'بطاقتان', '3 بطاقات', '11 بطاقة', '100 بطاقة', '1,234 بطاقة']);
});

test('a time of day is written as the language does', () => {
  const at = new Date(2026, 1, 14, 15, 5);
  for (const locale of Locale.options) {
    const message = 'since {at, time, short}';
    expect(ours(locale, message, { at })).toBe(whole(locale, message, { at }));
  }
  expect(ours('fr', '{at, time, short}', { at })).toBe('15:05');
});

test('a format that no catalogue may use is refused when it is read', () => {
  expect(() => readMessage('{at, date, ::yMMMd}')).toThrow('messages know no {at, date ::yMMMd}');
});
