/**
 * A text on one line: NFC, one space where there was any white space. What cannot be seen or turns the direction of
 * what follows is dropped; the joiners of Persian and Indic writing stay inside words, where they belong to the
 * spelling. `cleaned` tells when something was there that a name does not hold: line breaks, tabs, such characters.
 */
export const cleanText = (text: string): { text: string; cleaned: boolean } => {
  const normal = text.normalize('NFC').trim();
  const visible = normal
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, ' ')
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu, '')
    .replace(/[^\P{Cc}]|[^\P{Cf}\u200c\u200d]|\p{Cs}|\p{Co}|\p{Cn}/gu, '');
  return { text: visible.replace(/\s+/gu, ' ').trim(), cleaned: visible !== normal };
};

/** Something a reader can see. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{S}\p{P}]/u.test(text);
