import { describe, expect, it } from 'vitest';
import { utf16Length } from './utf16-length.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const asDecoded = (bytes: Uint8Array): number => {
  try {
    return strict.decode(bytes).length;
  } catch {
    return -1;
  }
};

/** Bytes at which the table of well-formed sequences changes its mind, and their neighbours. */
const EDGES = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
  0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
];

describe('utf16Length', () => {
  it('says of one and two bytes what a strict decoder says', () => {
    const wrong: number[][] = [];
    for (let first = 0; first < 256; first++) {
      for (let second = -1; second < 256; second++) {
        const bytes = second < 0 ? [first] : [first, second];
        if (utf16Length(Uint8Array.from(bytes), 0, bytes.length) !== asDecoded(Uint8Array.from(bytes)))
          wrong.push(bytes);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says of three and four bytes at every edge what a strict decoder says', () => {
    const wrong: number[][] = [];
    for (const first of EDGES.filter((byte) => byte >= 0xe0)) {
      for (const second of EDGES) {
        for (const third of EDGES) {
          const lasts = first < 0xf0 ? [[], [0x41]] : [[], [0x7f], [0x80], [0xbf], [0xc0]];
          for (const last of lasts) {
            const bytes = [first, second, third, ...last];
            const array = Uint8Array.from(bytes);
            if (utf16Length(array, 0, array.length) !== asDecoded(array)) wrong.push(bytes);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reads no further than it is told', () => {
    const bytes = new TextEncoder().encode('aé𝄞ب');
    expect([
      utf16Length(bytes, 1, 3),
      utf16Length(bytes, 1, 2),
      utf16Length(bytes, 3, 9),
      utf16Length(bytes, 0, 0),
    ]).toEqual([1, -1, 3, 0]);
  });
});
