/**
 * The code in what somebody typed or pasted: a badge link gives its code, a typed code loses blanks and dashes (the
 * server forgives those too; this is for showing it). Null when nothing is left.
 */
export const readCode = (text: string): string | null => {
  const link = /\/j\/([^/?#\s]+)/.exec(text)?.[1];
  if (link !== undefined) return decodeURIComponent(link);
  const code = text.replace(/[\s-]/g, '');
  return code === '' ? null : code;
};
