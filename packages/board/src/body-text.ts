import * as Y from 'yjs';
import { cutText } from './cut-text.ts';

/** Deeper than any list a person makes; what lies below is not read. */
const MAX_DEPTH = 12;

/** Elements that are a line of their own. */
const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock']);

/** Collects lines; list items say with a mark that they are some. */
class Lines {
  readonly done: string[] = [];
  #open: string | null = null;
  #mark = '';

  start(): void {
    this.end();
    this.#open = this.#mark;
    this.#mark = '';
  }

  mark(mark: string): void {
    this.end();
    this.#mark = mark;
  }

  add(text: string): void {
    if (this.#open === null) this.start();
    this.#open += text;
  }

  end(): void {
    if (this.#open === null) return;
    this.done.push(...this.#open.split('\n'));
    this.#open = null;
  }
}

const read = (node: unknown, lines: Lines, depth: number, inside: string): void => {
  if (depth > MAX_DEPTH) return;
  if (node instanceof Y.XmlText || node instanceof Y.Text) {
    lines.add(plain(node));
    return;
  }
  if (!(node instanceof Y.XmlFragment)) return;
  const name = node instanceof Y.XmlElement ? node.nodeName : '';
  if (name === 'hardBreak') {
    lines.add('\n');
    return;
  }
  if (LINES.has(name)) lines.start();
  let number = 0;
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlElement && child.nodeName === 'listItem') {
      number += 1;
      lines.mark(name === 'orderedList' ? `${number}. ` : '• ');
    }
    read(child, lines, depth + 1, name);
  }
  if (LINES.has(name) || inside === '') lines.end();
};

/** Text without formatting: `XmlText.toString` would write its marks as tags. */
const plain = (text: Y.Text): string => {
  let result = '';
  for (const { insert } of text.toDelta() as { insert: unknown }[]) if (typeof insert === 'string') result += insert;
  return result;
};

/**
 * The plain text of a body: one line a paragraph, items of lists marked "• " or numbered. Anything that is not a body
 * reads as the text it holds or as nothing; never throws.
 */
export const readBodyText = (body: unknown): string => {
  if (typeof body === 'string') return body;
  if (body instanceof Y.Text) return plain(body);
  if (!(body instanceof Y.XmlFragment)) return '';
  const lines = new Lines();
  read(body, lines, 0, '');
  lines.end();
  return lines.done.join('\n');
};

/** Appends plain text to an empty body, one paragraph a line. Reading it gives the same text back. */
export const writeBodyText = (body: Y.XmlFragment, text: string): void => {
  if (text === '') return;
  body.insert(
    body.length,
    cutText(text)
      .replaceAll(/\r\n?/g, '\n')
      .split('\n')
      .map((line) => {
        const paragraph = new Y.XmlElement('paragraph');
        if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
        return paragraph;
      }),
  );
};
