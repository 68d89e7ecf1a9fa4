/** What is to be known of a font before text is set in it. */
export type FontFacts = { family: string; covers: (codePoint: number) => boolean };

type Range = readonly [from: number, to: number];

const tableAt = (view: DataView, wanted: string): number => {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCodePoint(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${wanted}`);
};

/** Segments of the Basic Multilingual Plane; the last one stands for "no character". */
const readFormat4 = (view: DataView, at: number): Range[] => {
  const segments = view.getUint16(at + 6) / 2;
  return Array.from({ length: segments }, (_, index): Range => {
    const end = view.getUint16(at + 14 + index * 2);
    const start = view.getUint16(at + 16 + segments * 2 + index * 2);
    return [start, end];
  }).filter(([start]) => start !== 0xff_ff);
};

const readFormat12 = (view: DataView, at: number): Range[] =>
  Array.from({ length: view.getUint32(at + 12) }, (_, index): Range => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });

/** Ranges of code points in ascending order, from the best character map (the whole of Unicode before the BMP). */
const readRanges = (view: DataView): Range[] => {
  const cmap = tableAt(view, 'cmap');
  const maps = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    return { at, format: view.getUint16(at) };
  });
  const whole = maps.find(({ format }) => format === 12);
  if (whole !== undefined) return readFormat12(view, whole.at);
  const plane = maps.find(({ format }) => format === 4);
  return plane === undefined ? [] : readFormat4(view, plane.at);
};

/** The typographic family where there is one: it is what a typesetter goes by. */
const readFamily = (view: DataView): string => {
  const name = tableAt(view, 'name');
  const strings = name + view.getUint16(name + 4);
  const records = Array.from({ length: view.getUint16(name + 2) }, (_, index) => {
    const at = name + 6 + index * 12;
    return {
      platform: view.getUint16(at),
      language: view.getUint16(at + 4),
      id: view.getUint16(at + 6),
      length: view.getUint16(at + 8),
      at: strings + view.getUint16(at + 10),
    };
  }).filter(({ platform, language }) => platform === 3 && language === 0x04_09);
  const record = records.find(({ id }) => id === 16) ?? records.find(({ id }) => id === 1);
  if (record === undefined) throw new Error('the font does not say its name');
  return String.fromCodePoint(
    ...Array.from({ length: record.length / 2 }, (_, index) => view.getUint16(record.at + index * 2)),
  );
};

/**
 * Reads the family name and the characters of a TrueType or OpenType font (OpenType 1.9, `cmap` formats 4 and 12,
 * `name`). Throws when the bytes are no such font.
 */
export const readFont = (bytes: Uint8Array): FontFacts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges = readRanges(view);
  return {
    family: readFamily(view),
    covers: (codePoint) => {
      let low = 0;
      let high = ranges.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [start, end] = ranges[middle] ?? [0, -1];
        if (codePoint < start) high = middle - 1;
        else if (codePoint > end) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
};
