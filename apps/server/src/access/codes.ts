import type { RandomBytes } from '@rapport/domain/ids';

/** Letters and digits that are not mistaken for one another on paper or aloud. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const TYPED_CODE_LENGTH = 6;

/** A code to type: six characters, no bias (bytes beyond the last whole multiple are thrown away). */
export const newTypedCode = (random: RandomBytes): string => {
  let code = '';
  while (code.length < TYPED_CODE_LENGTH) {
    for (const byte of random(8)) {
      if (byte < 256 - (256 % ALPHABET.length) && code.length < TYPED_CODE_LENGTH) {
        code += ALPHABET[byte % ALPHABET.length];
      }
    }
  }
  return code;
};

/** A code for badge links: 128 random bits. */
export const newBadgeCode = (random: RandomBytes): string => Buffer.from(random(16)).toString('base64url');

/** What somebody typed, as it is stored: no blanks or dashes, capitals. Null when it cannot be a typed code. */
export const normaliseTypedCode = (text: string): string | null => {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return code.length === TYPED_CODE_LENGTH ? code : null;
};
