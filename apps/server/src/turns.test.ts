import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('does one thing at a time for a key, in order, whatever fails', async () => {
  const turns = new Turns<string>();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns.take('a', async () => {
    await gate.promise;
    done.push('a1');
    throw new Error('fails');
  });
  const second = turns.take('a', async () => {
    done.push('a2');
    return 2;
  });
  const other = turns.take('b', async () => void done.push('b1'));
  await other;
  expect(done).toEqual(['b1']);
  gate.resolve();
  await expect(first).rejects.toThrow('fails');
  expect(await second).toBe(2);
  expect(done).toEqual(['b1', 'a1', 'a2']);
  await turns.settled();
});

it('is settled only when what was asked for meanwhile has ended too', async () => {
  const turns = new Turns<string>();
  const done: string[] = [];
  void turns.take('a', async () => {
    void turns.take('b', async () => void done.push('b'));
    done.push('a');
  });
  await turns.settled();
  expect(done).toEqual(['a', 'b']);
});
