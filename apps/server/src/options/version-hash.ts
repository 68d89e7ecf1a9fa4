import { createHash } from 'node:crypto';
import { canonicalOption, type OptionText } from '@rapport/domain/options';

/** SHA-256 of the text in its canonical form, in hex: whoever holds the text can reckon it again. */
export const versionHash = (text: OptionText): string =>
  createHash('sha256').update(canonicalOption(text)).digest('hex');
