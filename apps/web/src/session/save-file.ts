import { intlTag, type Locale } from '@rapport/domain/languages';
import type { Download } from './http.ts';

/** Hands a file that was fetched to the browser's downloads. */
export const saveFile = ({ blob, fileName }: Download): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** In the unit people know from their file manager. */
export const sizeText = (bytes: number, locale: Locale): string =>
  new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, bytes / 1000),
  );
