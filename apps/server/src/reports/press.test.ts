import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Press } from './press.ts';
import type { SheetJob } from './press-worker.ts';

const press = (): Press => new Press({ fontFolder: null, standard: 'ua-1' });

const agenda = (title: string): SheetJob => ({
  kind: 'agenda',
  print: {
    language: 'en',
    symposium: { title, startsOn: '2026-02-14', marking: { en: 'UNMARKED' } },
    groups: [],
    plenary: [],
  },
});

/** Ends the process that writes as a crash in native code would, and says when it was there to be ended. */
const crash = async (one: Press): Promise<number> => {
  while (one.pid === null) await setImmediate();
  const { pid } = one;
  process.kill(pid, 'SIGSEGV');
  return pid;
};

test('a crash of the press is a fault of the job in hand; those behind it and the next ones are written', async () => {
  await using one = press();
  const first = one.sheets(agenda('first')).then(
    () => 'written',
    (fault: unknown) => (fault as Error).message,
  );
  const second = one.sheets(agenda('second'));
  const crashed = await crash(one);
  expect(await first).toBe('the press has ended (SIGSEGV)');
  expect(Buffer.from(await second).toString('latin1')).toMatch(/^%PDF-/);
  expect(one.pid).not.toBe(crashed);
  expect(await one.sheets(agenda('second'))).toEqual(await second);
});

test('a job that cannot be written is a fault of its own and leaves the press where it is', async () => {
  await using one = press();
  await one.sheets(agenda('first'));
  const { pid } = one;
  const broken = { kind: 'agenda', print: { language: 'en' } } as unknown as SheetJob;
  await expect(one.sheets(broken)).rejects.toThrow(/./);
  expect(await one.sheets(agenda('second'))).toBeInstanceOf(Uint8Array);
  expect(one.pid).toBe(pid);
});

test('a crash while the press rests is nobody’s fault', async () => {
  await using one = press();
  await one.sheets(agenda('first'));
  await crash(one);
  while (one.pid !== null) await setImmediate();
  expect(await one.sheets(agenda('second'))).toBeInstanceOf(Uint8Array);
});

test('a server that stops waits for the job in hand, refuses those behind it, and leaves no process', async () => {
  const one = press();
  await one.sheets(agenda('warm'));
  const first = one.sheets(agenda('first'));
  const second = one.sheets(agenda('second')).catch((fault: unknown) => (fault as Error).message);
  const { pid } = one;
  await one[Symbol.asyncDispose]();
  expect(await first).toBeInstanceOf(Uint8Array);
  expect(await second).toBe('the server is stopping');
  await expect(one.sheets(agenda('third'))).rejects.toThrow('the server is stopping');
  expect(pid).not.toBeNull();
  expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
});
