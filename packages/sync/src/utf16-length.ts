/**
 * UTF-16 units of the UTF-8 text that lies in `bytes` from `from` up to, not including, `end`; -1 when it is none. As
 * strict as a `TextDecoder` that is fatal: no overlong forms, no halves of characters, nothing beyond U+10FFFF
 * (https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506, table 3-7). A decoder would build the text, and takes
 * longer to be called than a short one to be read.
 */
export const utf16Length = (bytes: Uint8Array, from: number, end: number): number => {
  let length = 0;
  for (let at = from; at < end; length++) {
    const first = bytes[at++] as number;
    if (first < 0x80) continue;
    if (first < 0xc2 || first > 0xf4) return -1;
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (at + more > end) return -1;
    const second = bytes[at++] as number;
    if (second < lowestSecond(first) || second > highestSecond(first)) return -1;
    for (const last = at + more - 1; at < last; at++) if (((bytes[at] as number) & 0xc0) !== 0x80) return -1;
    if (more === 3) length++;
  }
  return length;
};

const lowestSecond = (first: number): number => (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80);
const highestSecond = (first: number): number => (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf);
