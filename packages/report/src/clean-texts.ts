/** Control characters but tab and line end, non-characters, halves of characters: XML 1.0 cannot hold them. */
const isLegal = (character: string): boolean =>
  character === '\t' || character === '\n' || !/^[\p{Cc}\p{Cs}\p{NChar}]$/u.test(character);

const cleanText = (text: string): string =>
  Array.from(text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'))
    .filter(isLegal)
    .join('');

/** The same value with every text in it free of what a file cannot hold. Words are never altered. */
export const cleanTexts = <T>(value: T): T => {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => cleanTexts(item)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, cleanTexts(item)]),
  ) as T;
};
