import { LIMITS } from '@rapport/domain/limits';

/** A card to be, as somebody has it on the clipboard. */
export type PastedCard = { title: string; body: string };

/** What cards copied here carry along for another board; texts only, nobody and nothing of where they were. */
export const CARDS_TYPE = 'application/x-rapport-cards+json';

/** What the clipboard holds, by media type; empty where it has none. */
type Pasted = { cards: string; html: string; text: string };

/** Marks of a list at the beginning of a line. */
const BULLET = /^\s*(?:[-–—*•‣◦▪]|\(?\p{Nd}{1,3}[.)])\s+/u;

const tidy = (text: string): string => text.replaceAll(/[^\S\n]+/g, ' ').trim();

/** A title longer than a card's goes on in the body. */
const cardOf = (title: string, rest: readonly string[]): PastedCard | null => {
  const head = tidy(title.replaceAll(/\s+/g, ' '));
  const body = rest.map((part) => part.trim()).filter((part) => part !== '');
  if (head === '' && body.length === 0) return null;
  if (head.length <= LIMITS.cardTitle) {
    return {
      title: head === '' ? (body.shift() ?? '').slice(0, LIMITS.cardTitle) : head,
      body: body.join('\n').slice(0, LIMITS.cardBody),
    };
  }
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

/**
 * The cards somebody pastes: cards copied from a board, rows of a table or a spreadsheet (the first cell that holds
 * something is the title, the others the body), or one card for each line.
 */
export const readPastedCards = ({ cards, html, text }: Pasted): PastedCard[] => {
  const own = cards === '' ? null : ownCards(cards);
  if (own !== null) return own;
  const plain = text.replaceAll(/\r\n?/g, '\n');
  const rows = tableRows(html) ?? (plain.includes('\t') ? readCells(plain) : null);
  if (rows !== null) {
    return rows.flatMap((row) => {
      const first = row.findIndex((cell) => cell.trim() !== '');
      const card = first === -1 ? null : cardOf(row[first] ?? '', row.slice(first + 1));
      return card === null ? [] : [card];
    });
  }
  return plain.split('\n').flatMap((line) => {
    const card = cardOf(line.replace(BULLET, ''), []);
    return card === null ? [] : [card];
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
