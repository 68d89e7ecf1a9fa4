import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Node = {
  type: number;
  value?: string;
  options?: Record<string, { value: Node[] }>;
  pluralType?: string;
};

const nodesOf = (source: string): Node[] => {
  const visit = (nodes: Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...Object.values(node.options ?? {}).flatMap(({ value }) => visit(value))]);
  return visit(new IntlMessageFormat(source, 'en').getAst());
};

/** Literals and "#" ask for nothing. */
const argumentsOf = (source: string): string[] =>
  [
    ...new Set(nodesOf(source).flatMap((node) => (node.type === 0 || node.type === 7 ? [] : [node.value ?? '']))),
  ].toSorted();

describe.each([
  ['fr', fr, ['one', 'many', 'other']],
  ['ar', ar, ['zero', 'one', 'two', 'few', 'many', 'other']],
] as const)('the report’s words in %s', (_, catalogue, forms) => {
  test.each(Object.entries(catalogue))('%s asks for what the English words ask for', (key, source) => {
    const english = argumentsOf(en[key as keyof typeof en]);
    // A form may say "one" in words where English has the figure; it may not ask for anything else.
    expect(argumentsOf(source)).toEqual(english);
  });

  test('every plural has all forms of the language', () => {
    const lacking = Object.entries(catalogue).flatMap(([key, source]) =>
      nodesOf(source)
        .filter((node) => node.pluralType === 'cardinal')
        .flatMap((node) => {
          const given = Object.keys(node.options ?? {}).filter((form) => !form.startsWith('='));
          return given.join(' ') === forms.join(' ') ? [] : [`${key}: ${given.join(' ')}`];
        }),
    );
    expect(lacking).toEqual([]);
  });
});
