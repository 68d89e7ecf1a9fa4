import { crc32, deflateSync } from 'node:zlib';
import type { Bar, Tone } from './report-blocks.ts';

/** From agreement (the product's green) to disagreement (its amber), told apart by lightness too. */
export const TONES: Readonly<Record<Tone, string>> = {
  plain: '0B5D66',
  highest: '0B5D66',
  high: '6FAFB5',
  middle: 'D5CFC2',
  low: 'DDA15E',
  lowest: '8A4B00',
};
/** What a bar leaves free. */
const TRACK = 'EFEAE0';

const rgb = (colour: string): number[] => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const chunk = (type: string, data: Uint8Array): Uint8Array[] => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return [length, body, check];
};

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A bar as a PNG of `width` × `height` pixels, from the left or, for a document that runs the other way, from the
 * right. It has no words: what it shows stands beside it.
 */
export const drawBar = (bar: Bar, size: { width: number; height: number }, rightToLeft: boolean): Uint8Array => {
  const { width, height } = size;
  const row = Buffer.alloc(1 + width * 3);
  let at = 0;
  let sum = 0;
  const paint = (to: number, colour: string): void => {
    const [red = 0, green = 0, blue = 0] = rgb(colour);
    for (; at < to; at += 1) row.set([red, green, blue], 1 + (rightToLeft ? width - 1 - at : at) * 3);
  };
  for (const { share, tone } of bar) {
    sum += share;
    paint(Math.round(Math.min(1, sum) * width), TONES[tone]);
  }
  paint(width, TRACK);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, red green blue, no interlace.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', head),
    ...chunk('IDAT', deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)), { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  ]);
};
