import { expect, test } from 'vitest';
import { divide } from './schemas-apart.ts';

const divided = (lines: string[]) => divide(lines.join('\n'), '/role.ts');

test('rules stay free of zod; schemas, and what is made of them, stand apart', () => {
  const halves = divided([
    "import { z } from 'zod';",
    "import { LIMITS } from './limits.js';",
    'const id = z.string().max(LIMITS.id);',
    'export const Role = z.enum(ROLES);',
    "export const ROLES = ['chair', 'seat'];",
    "export const leads = (role) => role === 'chair';",
    'export const readRole = (value) => Role.parse(value);',
  ]);
  expect(halves?.facade).toBe(
    ['export { ROLES, leads } from "/role.ts?values";', 'export { Role, readRole } from "/role.ts?schemas";'].join(
      '\n',
    ),
  );
  expect(halves?.values).not.toMatch(/\bz\.|\bRole\b/);
  expect(halves?.schemas).toContain('const id = /* @__PURE__ */ (() => (z.string().max(LIMITS.id)))();');
  expect(halves?.schemas).toContain('import { ROLES, leads } from "/role.ts?values";');
});

test('a schema made of another module’s is one, also without zod', () => {
  const halves = divided([
    "import { LocalisedText } from './languages.js';",
    "export const AxisName = LocalisedText.refine((text) => text !== '');",
    'export const AXES = 2;',
  ]);
  expect(halves?.facade).toContain('export { AxisName } from "/role.ts?schemas";');
  expect(halves?.values).toContain('const AXES = 2;');
});

test.each([
  ['rules alone are left as they are', ['export const half = (all) => all / 2;']],
  [
    'what does something when it is loaded is left as it is',
    ["import { z } from 'zod';", 'export const A = z.string();', 'register(A);'],
  ],
])('%s', (_, lines) => {
  expect(divided(lines)).toBeNull();
});
