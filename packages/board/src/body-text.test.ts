import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBodyText, writeBodyText } from './body-text.ts';

const fragment = (): Y.XmlFragment => new Y.Doc().getXmlFragment('body');

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
const line = (text: string): Y.XmlElement => element('paragraph', new Y.XmlText(text));

describe('reading a body', () => {
  test.each<{ name: string; children: () => (Y.XmlElement | Y.XmlText)[]; text: string }>([
    { name: 'nothing', children: () => [], text: '' },
    { name: 'one empty paragraph', children: () => [element('paragraph')], text: '' },
    { name: 'paragraphs', children: () => [line('a'), element('paragraph'), line('b')], text: 'a\n\nb' },
    {
      name: 'a break in a line',
      children: () => [element('paragraph', new Y.XmlText('a'), element('hardBreak'), new Y.XmlText('b'))],
      text: 'a\nb',
    },
    {
      name: 'lists',
      children: () => [
        line('first'),
        element('bulletList', element('listItem', line('a')), element('listItem', line('b'), line('c'))),
        element('orderedList', element('listItem', line('d')), element('listItem', line('e'))),
        line('last'),
      ],
      text: 'first\n• a\n• b\nc\n1. d\n2. e\nlast',
    },
    { name: 'loose text', children: () => [new Y.XmlText('loose')], text: 'loose' },
    { name: 'unknown elements', children: () => [element('table', element('row', line('cell')))], text: 'cell' },
  ])('$name', ({ children, text }) => {
    const body = fragment();
    body.insert(0, children());
    expect(readBodyText(body)).toBe(text);
  });

  test('formatting leaves no tags', () => {
    const body = fragment();
    const text = new Y.XmlText('bold & <plain>');
    body.insert(0, [element('paragraph', text)]);
    text.format(0, 4, { bold: true });
    expect(readBodyText(body)).toBe('bold & <plain>');
  });

  test.each([[undefined], [null], [7], [['a']], [new Uint8Array(2)]])('%o reads as nothing', (value) => {
    expect(readBodyText(value)).toBe('');
  });

  test('a nest deeper than any list is cut, not followed', () => {
    const body = fragment();
    body.insert(0, [line('shallow')]);
    let inner = body;
    for (let depth = 0; depth < 5000; depth += 1) {
      const next = new Y.XmlElement('blockquote');
      inner.insert(inner.length, [next]);
      inner = next;
    }
    inner.insert(0, [line('deep')]);
    expect(readBodyText(body)).toBe('shallow');
  });
});

test('text written into a body reads back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('\n', 'x', '• ', '')), (text, tail) => {
      const all = (text + tail.join('')).replaceAll(/\r\n?/g, '\n').toWellFormed();
      const body = fragment();
      writeBodyText(body, all);
      expect(readBodyText(body)).toBe(all);
    }),
  );
});
