import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  test('an empty environment gives one node with SQLite in ./data', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      database: { kind: 'sqlite', path: './data/rapport.sqlite' },
      publicUrl: null,
      logLevel: 'info',
      organiserKey: null,
      demo: false,
      trustProxy: false,
      reportFonts: null,
      reportPdf: 'ua-1',
    });
  });

  test('an empty variable counts as absent', () => {
    expect(readConfig({ PORT: '', DEMO: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ REDIS_URL: 'redis://localhost' }, 'REDIS_URL'],
    [{ PUBLIC_URL: 'rapport.example.org' }, 'PUBLIC_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ ORGANISER_KEY: 'short' }, 'ORGANISER_KEY'],
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    [{ REPORT_PDF: 'x-4' }, 'REPORT_PDF'],
  ])('%o is refused by name', (env, name) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(name);
  });

  test('all wrong variables are named at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT.*\n.*DEMO/s);
  });

  test('a slash at the end of the public address is dropped', () => {
    expect(readConfig({ PUBLIC_URL: 'https://rapport.example.org/' }).publicUrl).toBe('https://rapport.example.org');
  });
});
