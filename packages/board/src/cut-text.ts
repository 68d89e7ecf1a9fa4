/**
 * At most `limit` UTF-16 units, never ending in half a character, and without halves elsewhere: Yjs would send U+FFFD
 * for one and keep the half at home, so that two people read different texts.
 */
export const cutText = (text: string, limit = Number.POSITIVE_INFINITY): string => {
  if (text.length <= limit) return text.toWellFormed();
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return text.slice(0, cut).toWellFormed();
};
