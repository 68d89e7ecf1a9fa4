import { encode } from 'uqr';

/** A QR code as an SVG path in a square of `size` modules, its quiet zone included. */
export type QrCode = { size: number; path: string };

/** Modules of white around a code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** The code of a text, at the middle error correction: paper is folded, scratched and photographed from the side. */
export const qrCode = (text: string): QrCode => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const bars = data.flatMap((row, y) => {
    const runs: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      let end = x;
      while (row[end] === true) end += 1;
      runs.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = end;
    }
    return runs;
  });
  return { size, path: bars.join('') };
};

const escape = (text: string): string => text.replaceAll(/[\\;,:"]/g, String.raw`\$&`);

/** What a phone reads to join a network; the format's own signs are escaped. */
export const wifiText = ({ name, password }: { name: string; password: string }): string =>
  password === '' ? `WIFI:T:nopass;S:${escape(name)};;` : `WIFI:T:WPA;S:${escape(name)};P:${escape(password)};;`;
