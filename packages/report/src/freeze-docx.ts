import JSZip from 'jszip';

/** Entries carry the first day a zip can name, in UTC. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

const CONTENT_TYPES = '[Content_Types].xml';

/** The content types come first, as some readers ask; the rest in order of their names. */
const inOrder = (one: string, other: string): number => {
  if (one === CONTENT_TYPES) return -1;
  if (other === CONTENT_TYPES) return 1;
  return one < other ? -1 : 1;
};

/**
 * The same document in bytes that depend on nothing but its content: entries in a fixed order with a fixed time, the
 * times of creation and change set to the given day (`YYYY-MM-DD`).
 */
export const freezeDocx = async (docx: Uint8Array, date: string): Promise<Uint8Array> => {
  const from = await JSZip.loadAsync(docx);
  const to = new JSZip();
  for (const name of Object.keys(from.files).toSorted(inOrder)) {
    const entry = from.files[name];
    if (entry === undefined || entry.dir) continue;
    const options = { date: ZIP_EPOCH, createFolders: false };
    if (name === 'docProps/core.xml') {
      const core = await entry.async('string');
      const at = `${date}T00:00:00Z`;
      to.file(name, core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`), options);
    } else if (name.startsWith('word/header')) {
      // The writer numbers watermarks by chance. Words of people cannot match: their "<" is escaped.
      const header = await entry.async('string');
      to.file(name, header.replaceAll(/(<v:shape id="PowerPlusWaterMarkObject)[^"]*/g, '$11'), options);
    } else if (name === 'word/document.xml') {
      // The writer counts pictures over all documents it ever wrote.
      let picture = 0;
      const body = await entry.async('string');
      const numbered = body.replaceAll(/(<(?:wp:docPr|pic:cNvPr) id=")\d+/g, (_, before: string) => {
        picture += 1;
        return `${before}${picture}`;
      });
      to.file(name, numbered, options);
    } else {
      to.file(name, await entry.async('uint8array'), options);
    }
  }
  return to.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
};
