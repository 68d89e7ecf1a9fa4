import JSZip from 'jszip';

/** Everything inside a Word document as one text, its metadata included. */
export const textOf = async (docx: Buffer): Promise<string> => {
  const zip = await JSZip.loadAsync(docx);
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
  return parts.join('\n').replace(/<[^>]+>/g, ' ');
};
