/** A page as the compiler draws it among others: its ground, then all that is on it. Texts are shapes, never letters. */
const PAGE =
  /^ {4}<path class="typst-shape"[^>]* d="M 0 0v (?<height>[\d.]+) h (?<width>[\d.]+) [^"]*"\/>\n {4}<g[^>]*>\n(?<drawn>[\s\S]*?)\n {4}<\/g>$/gm;
const SYMBOL = /<symbol id="(?<id>[^"]+)"[\s\S]*?<\/symbol>/g;

/** One SVG of all pages below each other as one SVG for each page, with the shapes of letters that stand on it. */
export const splitPages = (svg: string): string[] => {
  const symbols = new Map(Array.from(svg.matchAll(SYMBOL), (match) => [match.groups?.['id'] ?? '', match[0]]));
  return Array.from(svg.matchAll(PAGE), ({ groups }) => {
    const { width = '0', height = '0', drawn = '' } = groups ?? {};
    const used = new Set(Array.from(drawn.matchAll(/xlink:href="#([^"]+)"/g), (match) => match[1] ?? ''));
    const shapes = [...used].map((id) => symbols.get(id) ?? '').join('\n');
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">`,
      `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
      drawn,
      `<defs>${shapes}</defs>`,
      '</svg>',
    ].join('\n');
  });
};
