import { expect, test } from 'vitest';
import { createLogger, maskAddress } from './logger.ts';

test.each([
  ['/j/abcDEF123', '/j/…'],
  ['/j/abc?x=1', '/j/…?x=1'],
  ['/screen/secret/now', '/screen/…/now'],
  ['/sync/board.g1?token=abc&tab=def', '/sync/board.g1?token=…&tab=…'],
  ['/sync/draft.g1.s1?token=abc', '/sync/draft.g1.…?token=…'],
  ['/live/?EIO=4&sid=abcdef', '/live/?EIO=4&sid=…'],
  ['/api/groups/g1', '/api/groups/g1'],
])('%s is logged as %s', (address, logged) => {
  expect(maskAddress(address)).toBe(logged);
});

test('names, codes, tokens and texts are cut out wherever they stand within three levels', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const secrets = {
    token: 'S1',
    joinCode: 'S2',
    groupCode: 'S3',
    organiserKey: 'S4',
    displayName: 'S5',
    email: 'S6',
    paperKey: 'S7',
    title: 'S8',
    body: 'S9',
  };
  logger.info({ ...secrets, one: { ...secrets, two: secrets } }, 'said');
  logger.error({ err: Object.assign(new Error('S0 is taken'), { code: 'SQLITE_CONSTRAINT', detail: 'S0' }) }, 'failed');
  logger.child(secrets).info('said by a child');
  expect(lines).toHaveLength(3);
  expect(lines.join('\n')).not.toMatch(/S\d/);
  expect(lines[0]).toContain('said');
  expect(lines[1]).toContain('SQLITE_CONSTRAINT');
  expect(lines[1]).toContain('logger.test.ts');
});
