import { expect, test } from 'vitest';
import { DEFAULT_TEMPLATE, hidesPresence, PhaseKind, PhaseTemplate, writesInPrivate } from './phases.ts';

test('the default template has every kind once, in the order of the method', () => {
  expect(DEFAULT_TEMPLATE.map((step) => step.kind)).toEqual(PhaseKind.options);
  expect(DEFAULT_TEMPLATE.map((step) => step.minutes)).toEqual([5, 5, 10, 15, 10, 20, 4, 6, 12, 4, 6]);
  expect(PhaseTemplate.parse(DEFAULT_TEMPLATE)).toEqual(DEFAULT_TEMPLATE);
});

test('presence is hidden while people write in private, and only then', () => {
  expect(PhaseKind.options.filter(hidesPresence)).toEqual(['write']);
  expect(PhaseKind.options.filter(writesInPrivate)).toEqual(['lobby', 'frame', 'write']);
});

test.each<[string, unknown]>([
  ['no phase at all', []],
  ['an unknown kind', [{ kind: 'lunch', minutes: 60 }]],
  ['no time', [{ kind: 'write', minutes: 0 }]],
  ['part of a minute', [{ kind: 'write', minutes: 1.5 }]],
  ['more than a day', Array.from({ length: 41 }, () => ({ kind: 'write', minutes: 1 }))],
])('a template with %s is refused', (_title, template) => {
  expect(PhaseTemplate.safeParse(template).success).toBe(false);
});

test('kinds may repeat and come in any order', () => {
  const template = [
    { kind: 'readback', minutes: 1 },
    { kind: 'write', minutes: 600 },
    { kind: 'write', minutes: 5 },
  ];
  expect(PhaseTemplate.parse(template)).toEqual(template);
});
