/** What the keys of a layout without Latin letters are called on one that has them. */
const NAMED: Readonly<Record<string, string>> = { Slash: '/', Minus: '-', Equal: '=' };

/**
 * The key as our list of keys names it. On an Arabic, Greek or Cyrillic layout the letters are others but the keys are in the
 * same places; layouts with Latin letters of their own (AZERTY) are taken at their word.
 */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string => {
  if (key === '؟') return '?';
  if (key.length > 1 || /[\u0020-\u024F]/.test(key)) return key;
  const [, sign] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return sign?.toLowerCase() ?? NAMED[code] ?? key;
};
