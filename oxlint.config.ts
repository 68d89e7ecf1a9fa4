import { defineConfig } from 'oxlint';

/**
 * The walls of the house: what each folder may import. pnpm makes most of them physical (a package can only
 * reach what its package.json names); the lint says it earlier and in words.
 */

type Wall = { files: string[]; rules: { 'no-restricted-imports': ['error', { patterns: Pattern[] }] } };
type Pattern = { group: string[]; message: string };

const wall = (files: string[], patterns: Pattern[]): Wall => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** Refuses everything but the named packages and files of the same package (a path through `src` leaves it). */
const only = (names: string[], message: string): Pattern => ({
  group: ['*', '!./**', '!../**', '**/src/**', ...names.flatMap((name) => reach(name).map((pattern) => `!${pattern}`))],
  message,
});

/** Patterns are read like a .gitignore: a scope has to be let in before what stands under it. */
const reach = (name: string): string[] => [
  ...(name.startsWith('@') ? [name.split('/')[0] ?? name] : []),
  name,
  `${name}/**`,
];

const packageWalls = (folder: string, names: string[], message: string): Wall[] => [
  wall([`packages/${folder}/src/**`], [only(names, message)]),
  wall(
    [`packages/${folder}/src/**/*.test.ts`, `packages/${folder}/src/**/testing.ts`],
    [only([...names, 'vitest', 'fast-check', 'node:*'], `${message} Its tests may add vitest, fast-check and node:*.`)],
  ),
];

const noWeb: Pattern = {
  group: ['@rapport/web', '@rapport/web/**', '**/apps/**', '**/web/src/**'],
  message: 'apps/server never sees apps/web.',
};
const noServer: Pattern = {
  group: [
    '@rapport/server',
    '@rapport/server/**',
    '@rapport/report',
    '@rapport/report/**',
    '**/apps/**',
    '**/server/src/**',
  ],
  message: 'apps/web never sees apps/server, nor packages/report.',
};
const byName: Pattern = {
  group: ['**/packages/**'],
  message: 'Import a package by its name: @rapport/<package>/<file>.',
};
const fromOutside: Pattern = {
  group: ['@rapport/**', '**/apps/**', '**/packages/**'],
  message: 'Stories and benchmarks know the product only from outside.',
};

// The floors of apps/server, from the top: entry, doors, services, ground.
const doors = ['http', 'live', 'sync-sockets'];
const services = [
  'access',
  'ballots',
  'discussion',
  'documents',
  'groups',
  'history',
  'options',
  'plenary',
  'reports',
  'rounds',
  'suggestions',
  'symposia',
  'demo',
];
const noEntry: Pattern = {
  group: ['**/main.ts', '**/app.ts'],
  message: 'Imports point down: only the entry knows the whole house.',
};
const noDoors: Pattern = {
  group: doors.map((folder) => `../${folder}/**`),
  message: 'Imports point down: a service does not know through which door it is called.',
};
const noServices: Pattern = {
  group: services.map((folder) => `**/${folder}/**`),
  message: 'Imports point down: the ground floor knows no service.',
};
const server = (folder: string): string => `apps/server/src/${folder}`;

const pure = ['domain', 'statistics', 'board', 'sync', 'protocol', 'report'].map((name) => `packages/${name}/src/**`);

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'react', 'jsx-a11y', 'vitest'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['**/dist/**', '**/data/**'],
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'no-console': 'error',
    eqeqeq: 'error',
    'no-var': 'error',
    'no-self-compare': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-namespace': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/prefer-node-protocol': 'error',
    'react/rules-of-hooks': 'error',
    'vitest/no-restricted-vi-methods': [
      'error',
      { mock: 'Our own code is never mocked.', doMock: 'Our own code is never mocked.' },
    ],
    // Style sheets and fonts are imported for their effect.
    'import/no-unassigned-import': 'off',
    // Branding an id and reading a row are assertions by nature.
    'typescript/no-unsafe-type-assertion': 'off',
    // The compiler checks missing returns, with types.
    'typescript/consistent-return': 'off',
    'no-underscore-dangle': 'off',
    // For windows; our messages go to workers.
    'unicorn/require-post-message-target-origin': 'off',
    // A canvas of cards is a list box without being a <select>; <output> and <dialog> behave differently from their roles.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A field that opens because somebody asked for it takes the focus; ours say so to our own components.
    'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    // JSX is compiled with the automatic runtime.
    'react/react-in-jsx-scope': 'off',
  },
  overrides: [
    // A later wall replaces an earlier one for the same file.
    ...packageWalls('domain', ['zod'], 'packages/domain imports only zod.'),
    ...packageWalls('statistics', ['@rapport/domain'], 'packages/statistics imports only packages/domain.'),
    ...packageWalls('board', ['@rapport/domain', 'yjs'], 'packages/board imports only packages/domain and yjs.'),
    ...packageWalls(
      'sync',
      ['yjs', 'lib0', 'y-protocols'],
      'packages/sync imports only yjs, lib0 and y-protocols, nothing of ours.',
    ),
    ...packageWalls('protocol', ['@rapport/domain', 'zod'], 'packages/protocol imports only packages/domain and zod.'),
    ...packageWalls(
      'report',
      [
        '@rapport/domain',
        '@rapport/statistics',
        'docx',
        'jszip',
        'intl-messageformat',
        'uqr',
        '@myriaddreamin/typst-ts-node-compiler',
        'node:*',
        'ajv',
      ],
      'packages/report imports only packages/domain, packages/statistics and the writers of its formats.',
    ),
    wall(['apps/server/**'], [noWeb, byName]),
    wall(
      doors.map((folder) => server(`${folder}/**`)),
      [noWeb, byName, noEntry],
    ),
    wall(
      services.map((folder) => server(`${folder}/**`)),
      [noWeb, byName, noEntry, noDoors],
    ),
    wall(['db/**', 'events/**', 'attendance.ts', 'clock.ts', 'config.ts', 'logger.ts'].map(server), [
      noWeb,
      byName,
      noEntry,
      noDoors,
      noServices,
    ]),
    wall(['apps/server/**/*.test.ts', 'apps/server/**/testing.ts', 'apps/server/**/testing/**'], [noWeb, byName]),
    wall(['apps/web/**'], [noServer, byName]),
    wall(['e2e/**', 'bench/**'], [fromOutside]),
    // What is proved of the engine under seeds is proved of the engine itself; kills go through the whole server.
    wall(
      ['bench/proofs/**'],
      [
        only(
          ['@rapport/sync', 'yjs', 'lib0', 'ws', 'y-websocket', 'y-websocket-2', 'vitest', 'node:*'],
          'Proofs reach into the engine and use stock clients, and nothing else.',
        ),
      ],
    ),
    // A formula is measured as a formula: through a server its figures would be those of the way there.
    wall(
      ['bench/clustering/**'],
      [only(['@rapport/statistics', 'csv-parse', 'node:*'], 'Only the formulas are measured directly.')],
    ),
    {
      files: pure,
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'Randomness is an argument or injected.' },
          { object: 'Date', property: 'now', message: 'Time is an argument or injected.' },
          { object: 'performance', property: 'now', message: 'Time is an argument or injected.' },
          { object: 'crypto', property: 'randomUUID', message: 'Ids are an argument or injected.' },
        ],
      },
    },
    { files: ['packages/**/*.test.ts', 'packages/**/testing.ts'], rules: { 'no-restricted-properties': 'off' } },
    { files: ['**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['scripts/**', 'e2e/**', 'bench/**'], rules: { 'no-console': 'off' } },
    // Scripts run on Node 18, which has neither toSorted nor toReversed.
    { files: ['scripts/*.mjs'], rules: { 'unicorn/no-array-sort': 'off', 'unicorn/no-array-reverse': 'off' } },
  ],
});
