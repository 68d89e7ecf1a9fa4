import JSZip from 'jszip';
import { packParts } from './pack-parts.ts';

/** A part with nothing in it that the writer made by chance or by the clock. */
const freezePart = async (name: string, entry: JSZip.JSZipObject, date: string): Promise<string | Uint8Array> => {
  if (name === 'docProps/core.xml') {
    const core = await entry.async('string');
    return core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
  }
  if (name.startsWith('word/header')) {
    // The writer numbers watermarks by chance. Words of people cannot match: their "<" is escaped.
    const header = await entry.async('string');
    return header.replaceAll(/(<v:shape id="PowerPlusWaterMarkObject)[^"]*/g, '$11');
  }
  if (name === 'word/document.xml') {
    // The writer counts pictures over all documents it ever wrote.
    let picture = 0;
    const body = await entry.async('string');
    return body.replaceAll(/(<(?:wp:docPr|pic:cNvPr) id=")\d+/g, (_, before: string) => {
      picture += 1;
      return `${before}${picture}`;
    });
  }
  return entry.async('uint8array');
};

/**
 * The same document in bytes that depend on nothing but its content: entries in a fixed order with a fixed time, the
 * times of creation and change set to the given day (`YYYY-MM-DD`).
 */
export const freezeDocx = async (docx: Uint8Array, date: string): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(docx);
  const parts = new Map<string, string | Uint8Array>();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (!entry.dir) parts.set(name, await freezePart(name, entry, date));
  }
  return packParts(parts);
};
