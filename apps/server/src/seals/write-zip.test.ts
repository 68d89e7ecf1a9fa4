import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from './write-zip.ts';

const bytesOf = async (entries: readonly ZipEntry[]): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const entry = (path: string, text: string): ZipEntry => ({ path, read: () => Promise.resolve(Buffer.from(text)) });

test('another program reads every entry, whatever its name and size', async () => {
  const texts: [string, string][] = [
    ['manifest.json', '{}'],
    ['groups/R1-G01/تقرير.md', 'نص'],
    ['empty.txt', ''],
    ['large.bin', 'x'.repeat(300_000)],
  ];
  const bytes = await bytesOf(texts.map(([path, text]) => entry(path, text)));
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const read = await Promise.all(texts.map(async ([path]) => [path, await zip.file(path)?.async('string')]));
  expect(read).toEqual(texts);
  expect(await bytesOf(texts.map(([path, text]) => entry(path, text)))).toEqual(bytes);
});

test('an archive of nothing is an archive', async () => {
  expect(Object.keys((await JSZip.loadAsync(await bytesOf([]))).files)).toEqual([]);
});
