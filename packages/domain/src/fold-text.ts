/** Combining marks of Latin, Greek, Cyrillic, Arabic (vowel signs) and Hebrew; Indic vowels and kana voicing are letters. */
const MARKS = /(?![\u3099\u309A])\p{Script=Inherited}|[\u0591-\u05C7]/gu;
/** What the compatibility forms leave apart though readers take it for the same letter. */
const SAME: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  // Arabic: alef wasla, final ya, ta marbuta, tatweel.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};
const DIFFERENT = /[ßæœøłđıςٱىةـ]/g;

/** The text in lower case, without diacritics and with Arabic letter forms made equal, so that spellings meet. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .replaceAll(DIFFERENT, (letter) => SAME[letter] ?? letter)
    .normalize('NFC');
