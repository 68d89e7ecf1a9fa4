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
 * Parts of an Office document by name as one archive, in bytes that depend on nothing but the parts: entries in a fixed
 * order with a fixed time, no folders, no user, no machine.
 */
export const packParts = (parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const name of [...parts.keys()].toSorted(inOrder)) {
    zip.file(name, parts.get(name) ?? '', { date: ZIP_EPOCH, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
};
