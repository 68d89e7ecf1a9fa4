// tldraw as its documentation says, with the board of `/board.json`, behind the same `__board` as every contender.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createShapeId, getIndices, InstancePresenceRecordType, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';
import { around, nearest, whenPainted } from './shared.js';

const SIZE = { width: 208, height: 128 };
const idOf = (index) => createShapeId(`card-${index}`);

/** What a server would hold of these cards: tldraw's own records. Made once, before anything is measured. */
const prepare = (editor, cards) => {
  editor.createShapes([
    {
      id: idOf('pattern'),
      type: 'geo',
      props: {
        w: SIZE.width,
        h: SIZE.height,
        geo: 'rectangle',
        fill: 'solid',
        color: 'yellow',
        size: 's',
        // Its smallest letters are larger than the others'.
        scale: 0.6,
        font: 'sans',
        align: 'start',
        verticalAlign: 'start',
      },
    },
  ]);
  const pattern = editor.store.get(idOf('pattern'));
  const indices = getIndices(cards.length);
  return cards.map(({ title, body, x, y }, index) => ({
    ...pattern,
    id: idOf(index),
    x,
    y,
    index: indices[index],
    props: { ...pattern.props, richText: toRichText(`${title}\n${body}`) },
  }));
};

const expose = (editor, records, spare) => {
  const ids = records.map(({ id }) => id);
  const places = () => ids.map((id) => editor.store.get(id));
  const { store } = editor;
  const middle = around(places(), SIZE);
  let expected = 0;
  globalThis.__board = {
    usable: true,
    prepare: (cards) => prepare(editor, cards),
    zoom: () => editor.getZoomLevel(),
    overview: 0.2,
    boardCenter: middle,
    setView: (x, y, z) => {
      const { w, h } = editor.getViewportScreenBounds();
      editor.setCamera({ x: w / 2 / z - x, y: h / 2 / z - y, z }, { immediate: true });
    },
    toScreen: (x, y) => editor.pageToScreen({ x, y }),
    select: (count) => void editor.setSelectedShapes(nearest(places(), middle, count).map((index) => ids[index])),
    cardPoint: () => {
      const id = editor.getSelectedShapeIds()[0] ?? ids[nearest(places(), middle, 1)[0]];
      const { x, y } = store.get(id);
      return editor.pageToScreen({ x: x + SIZE.width / 2, y: y + SIZE.height / 2 });
    },
    cardPos: (index) => {
      const { x, y } = store.get(ids[index]);
      return { x, y };
    },
    central: (count) => nearest(places(), middle, count),
    remote: (moves, cursors) =>
      store.mergeRemoteChanges(() =>
        store.put([
          ...moves.map(({ i, x, y }) => ({ ...store.get(ids[i]), x, y })),
          ...cursors.map(({ x, y, who }) =>
            InstancePresenceRecordType.create({
              id: InstancePresenceRecordType.createId(`person-${who}`),
              currentPageId: editor.getCurrentPageId(),
              userId: `user:person-${who}`,
              userName: `Person ${who}`,
              color: '#2563eb',
              lastActivityTimestamp: Date.now(),
              cursor: { x, y, type: 'default', rotation: 0 },
            }),
          ),
        ]),
      ),
    add: (count) => {
      const added = spare.splice(0, count).map((record) => ({ ...record, parentId: editor.getCurrentPageId() }));
      expected = document.querySelectorAll('.tl-shape').length + added.length;
      store.mergeRemoteChanges(() => store.put(added));
    },
    added: () => document.querySelectorAll('.tl-shape').length >= expected,
  };
};

const { cards = [], spare = [] } = await (await fetch('/board.json')).json();
createRoot(document.getElementById('root')).render(
  createElement(Tldraw, {
    assetUrls: getAssetUrlsByImport(),
    options: { maxShapesPerPage: 20_000 },
    onMount: (editor) => {
      const records = cards.map((record) => ({ ...record, parentId: editor.getCurrentPageId() }));
      editor.store.mergeRemoteChanges(() => editor.store.put(records));
      expose(editor, records, spare);
      whenPainted(() => cards.length === 0 || document.querySelector('.tl-shape') !== null);
    },
  }),
);
