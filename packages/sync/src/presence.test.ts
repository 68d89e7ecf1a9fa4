import * as decoding from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import { FRAME } from './frames.ts';
import { PresenceEntry, presenceFrame, presenceFrameWithout } from './presence.ts';

type Told = { id: number; clock: number; state: unknown };

/** What a stock client reads in a frame, all of it. */
const read = (frame: Uint8Array): Told[] => {
  const outer = decoding.createDecoder(frame);
  expect(decoding.readVarUint(outer)).toBe(FRAME.presence);
  const inner = decoding.createDecoder(decoding.readVarUint8Array(outer));
  expect(decoding.hasContent(outer)).toBe(false);
  const told = Array.from({ length: decoding.readVarUint(inner) }, () => ({
    id: decoding.readVarUint(inner),
    clock: decoding.readVarUint(inner),
    state: JSON.parse(decoding.readVarString(inner)) as unknown,
  }));
  expect(decoding.hasContent(inner)).toBe(false);
  return told;
};

const IDS = [2 ** 32, 2 ** 35 - 1, 2 ** 35, 2 ** 42 + 5, Number.MAX_SAFE_INTEGER];

describe('presence frames', () => {
  test.each([0, 1, 20, 100, 110, 127, 128, 16_000, 16_384, 70_000])(
    'R22: an entry with %i more bytes reads as it was written, whichever id it has',
    (length) => {
      const state = { name: 'Žofie 🙂 زينب', more: 'x'.repeat(length) };
      const entries = IDS.map((id) => new PresenceEntry(id).encode(state, 0) ?? new Uint8Array(0));
      expect(read(presenceFrame(entries))).toEqual(IDS.map((id) => ({ id, clock: 1, state })));
    },
  );

  test.each([1, 2, 127, 128, 129, 300])('R23: of %i entries any one can be left out', (count) => {
    const entries = Array.from({ length: count }, (_, index) => new PresenceEntry(2 ** 40 + index));
    const encoded = entries.map((entry) => entry.encode({ at: entry.id }, 0) ?? new Uint8Array(0));
    const frame = presenceFrame(encoded);
    let from = frame.length - encoded.reduce((sum, { length }) => sum + length, 0);
    for (const [index, { length }] of encoded.entries()) {
      const rest = presenceFrameWithout(frame, count, { from, to: from + length });
      from += length;
      const others = entries.filter((_, other) => other !== index);
      expect(rest === null ? [] : read(rest)).toEqual(others.map(({ id }) => ({ id, clock: 1, state: { at: id } })));
    }
  });

  test('R22: clocks go on over every size of number', () => {
    const entry = new PresenceEntry(2 ** 40);
    const clocks: number[] = [];
    for (let tick = 0; tick < 300; tick += 1) {
      for (const { clock } of read(presenceFrame([entry.encode({ tick }, 0) ?? new Uint8Array(0)]))) clocks.push(clock);
    }
    expect(clocks).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });
});
