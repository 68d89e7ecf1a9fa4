import { foldText } from '@rapport/domain/fold-text';
import { LIMITS } from '@rapport/domain/limits';

/** A card to be, as somebody has it on the clipboard. */
export type PastedCard = { title: string; body: string };

/** What cards copied here carry along for another board; texts only, nobody and nothing of where they were. */
export const CARDS_TYPE = 'application/x-rapport-cards+json';

/** What the clipboard holds, by media type; empty where it has none. */
export type Clipboard = { cards: string; html: string; text: string };

/** What was pasted: cards of a board, the rows of a table, or lines. */
export type Pasted =
  | { kind: 'cards'; cards: readonly PastedCard[] }
  | { kind: 'table'; rows: readonly (readonly string[])[] }
  | { kind: 'lines'; lines: readonly string[] };

/** Marks of a list at the beginning of a line. */
const BULLET = /^\s*(?:[-–—*•‣◦▪]|\(?\p{Nd}{1,3}[.)])\s+/u;

const tidy = (text: string): string => text.replaceAll(/[^\S\n]+/g, ' ').trim();

/** A title longer than a card's goes on in the body. */
const cardOf = (title: string, rest: readonly string[]): PastedCard | null => {
  const head = tidy(title.replaceAll(/\s+/g, ' '));
  const body = rest.map((part) => part.trim()).filter((part) => part !== '');
  if (head === '' && body.length === 0) return null;
  if (head === '') return cardOf((body[0] ?? '').replaceAll('\n', ' '), body.slice(1));
  if (head.length <= LIMITS.cardTitle) return { title: head, body: body.join('\n').slice(0, LIMITS.cardBody) };
  const cut = head.lastIndexOf(' ', LIMITS.cardTitle);
  const at = cut > LIMITS.cardTitle / 2 ? cut : LIMITS.cardTitle;
  return { title: head.slice(0, at), body: [head.slice(at).trim(), ...body].join('\n').slice(0, LIMITS.cardBody) };
};

/** Cells of a spreadsheet as text: tabs between them, quotes around those that hold a tab, a quote or a line end. */
const readCells = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  row.push(cell);
  rows.push(row);
  return rows;
};

const tableRows = (html: string): string[][] | null => {
  if (!/<table[\s>]/i.test(html)) return null;
  const rows = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr');
  return [...rows].map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent ?? ''));
};

const ownCards = (json: string): PastedCard[] | null => {
  try {
    const cards: unknown = JSON.parse(json);
    if (!Array.isArray(cards)) return null;
    return cards.flatMap((one: unknown) => {
      const { title, body } = (one ?? {}) as { title?: unknown; body?: unknown };
      const card = cardOf(typeof title === 'string' ? title : '', typeof body === 'string' ? body.split('\n') : []);
      return card === null ? [] : [card];
    });
  } catch {
    return null;
  }
};

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

/** What somebody pastes, as it is: cards copied from a board, a table, or lines. */
export const readPasted = ({ cards, html, text }: Clipboard): Pasted => {
  const own = cards === '' ? null : ownCards(cards);
  if (own !== null) return { kind: 'cards', cards: own };
  const plain = text.replaceAll(/\r\n?/g, '\n');
  const rows = (tableRows(html) ?? (plain.includes('\t') ? readCells(plain) : null))?.filter(isFilled) ?? null;
  if (rows !== null && rows.some((row) => row.length > 1)) return { kind: 'table', rows };
  const lines = rows === null ? plain.split('\n') : rows.map((row) => row[0] ?? '');
  return { kind: 'lines', lines: lines.filter((line) => line.trim() !== '') };
};

/** Which cell of a row is the title, which are the text, and whether the first row only names the columns. */
export type Columns = { title: number; body: readonly number[]; hasHead: boolean };

/** The first column is the title, the others the text. */
export const firstColumns = (rows: readonly (readonly string[])[]): Columns => {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return { title: 0, body: Array.from({ length: width - 1 }, (_, index) => index + 1), hasHead: false };
};

/** The cards that come of what was pasted; rows without anything in the chosen columns give none. */
export const cardsOf = (pasted: Pasted, columns: Columns | null): PastedCard[] => {
  const made = (card: PastedCard | null): PastedCard[] => (card === null ? [] : [card]);
  switch (pasted.kind) {
    case 'cards':
      return [...pasted.cards];
    case 'lines':
      return pasted.lines.flatMap((line) => made(cardOf(line.replace(BULLET, ''), [])));
    case 'table': {
      const { title, body, hasHead } = columns ?? firstColumns(pasted.rows);
      return pasted.rows.slice(hasHead ? 1 : 0).flatMap((row) =>
        made(
          cardOf(
            row[title] ?? '',
            body.map((column) => row[column] ?? ''),
          ),
        ),
      );
    }
  }
};

/** Cards that say another thing than those before them and those known, whatever the case and the accents. */
export const withoutRepeats = (
  cards: readonly PastedCard[],
  known: readonly Pick<PastedCard, 'title' | 'body'>[],
): PastedCard[] => {
  const keyOf = ({ title, body }: PastedCard): string => foldText(`${title}\n${body}`.replaceAll(/\s+/g, ' ').trim());
  const seen = new Set(known.map(keyOf));
  return cards.filter((card) => {
    const key = keyOf(card);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A cell as spreadsheets write it. */
const cell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What a copy of cards puts on the clipboard, by media type; a spreadsheet takes the text as rows. */
export const clipboardOf = (cards: readonly PastedCard[]): { type: string; data: string }[] => {
  const lines = cards.map(({ title, body }) => (body === '' ? cell(title) : `${cell(title)}\t${cell(body)}`));
  const texts = cards.map(({ title, body }) => ({ title, body }));
  return [
    { type: CARDS_TYPE, data: JSON.stringify(texts) },
    { type: 'text/plain', data: lines.join('\n') },
  ];
};

/** What a clipboard holds of what can become cards. */
export const clipboardData = (data: Pick<DataTransfer, 'getData'>): Clipboard => ({
  cards: data.getData(CARDS_TYPE),
  html: data.getData('text/html'),
  text: data.getData('text/plain'),
});
