// Excalidraw as its documentation says, with the board of `/board.json`, behind the same `__board` as every contender.
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { around, nearest, whenPainted } from './shared.js';

const SIZE = { width: 208, height: 128 };
const NEVER = { captureUpdate: CaptureUpdateAction.NEVER };
globalThis.EXCALIDRAW_ASSET_PATH = '/';

/** What a server would hold of these cards: Excalidraw's own elements. Made once, before anything is measured. */
const prepare = (cards) =>
  convertToExcalidrawElements(
    cards.map(({ title, body, x, y }, index) => ({
      type: 'rectangle',
      id: `card-${index}`,
      x,
      y,
      ...SIZE,
      backgroundColor: '#fff3bf',
      fillStyle: 'solid',
      roughness: 0,
      // Helvetica, which every machine has in some form: no font is waited for.
      label: { text: `${title}\n${body}`, fontSize: 12, fontFamily: 2, textAlign: 'left', verticalAlign: 'top' },
    })),
    { regenerateIds: false },
  );

const isCard = ({ type }) => type === 'rectangle';

const expose = (api, spare) => {
  let byId = new Map(api.getSceneElementsIncludingDeleted().map((element) => [element.id, element]));
  const ids = [...byId.values()].filter(isCard).map(({ id }) => id);
  const refresh = () => {
    byId = new Map(api.getSceneElementsIncludingDeleted().map((element) => [element.id, element]));
  };
  const places = () => {
    refresh();
    return ids.map((id) => byId.get(id));
  };
  const middle = around(places(), SIZE);
  const collaborators = new Map();
  const toScreen = (x, y) => {
    const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
    return { x: (x + scrollX) * zoom.value + offsetLeft, y: (y + scrollY) * zoom.value + offsetTop };
  };
  let addedAt = null;
  globalThis.__board = {
    usable: true,
    prepare,
    zoom: () => api.getAppState().zoom.value,
    overview: 0.2,
    boardCenter: middle,
    setView: (x, y, z) => {
      const { width, height } = api.getAppState();
      api.updateScene({
        appState: { zoom: { value: z }, scrollX: width / 2 / z - x, scrollY: height / 2 / z - y },
        ...NEVER,
      });
    },
    toScreen,
    select: (count) =>
      api.updateScene({
        appState: {
          selectedElementIds: Object.fromEntries(nearest(places(), middle, count).map((index) => [ids[index], true])),
        },
        ...NEVER,
      }),
    cardPoint: () => {
      const all = places();
      const selected = Object.keys(api.getAppState().selectedElementIds)[0];
      const { x, y } = selected === undefined ? all[nearest(all, middle, 1)[0]] : byId.get(selected);
      return toScreen(x + SIZE.width / 2, y + SIZE.height - 12);
    },
    cardPos: (index) => {
      const { x, y } = places()[index];
      return { x, y };
    },
    central: (count) => nearest(places(), middle, count),
    remote: (moves, cursors) => {
      const to = new Map(moves.map(({ i, x, y }) => [ids[i], { x, y }]));
      for (const { who, x, y } of cursors) {
        collaborators.set(`person-${who}`, { username: `Person ${who}`, pointer: { x, y, tool: 'pointer' } });
      }
      // The text of a card is an element of its own that goes with it.
      const elements = api.getSceneElementsIncludingDeleted().map((element) => {
        const target = to.get(element.containerId ?? element.id);
        if (target === undefined) return element;
        const card = (element.containerId ?? null) === null ? element : byId.get(element.containerId);
        return {
          ...element,
          x: target.x + element.x - card.x,
          y: target.y + element.y - card.y,
          version: element.version + 1,
          versionNonce: Math.trunc(Math.random() * 2 ** 31),
        };
      });
      for (const id of to.keys())
        byId.set(
          id,
          elements.find((element) => element.id === id),
        );
      api.updateScene({ ...(moves.length > 0 && { elements }), collaborators: new Map(collaborators), ...NEVER });
    },
    add: (count) => {
      const some = spare.splice(0, count * 2);
      api.updateScene({ elements: [...api.getSceneElementsIncludingDeleted(), ...some], ...NEVER });
      addedAt = some.at(-1)?.id ?? null;
    },
    // A canvas shows no element of its own: painted with the frame after the scene holds them.
    added: () => api.getSceneElements().some(({ id }) => id === addedAt),
  };
};

const { cards = [], spare = [] } = await (await fetch('/board.json')).json();
let api = null;
createRoot(document.getElementById('root')).render(
  createElement(Excalidraw, {
    initialData: { elements: cards, appState: { currentItemFontFamily: 2 } },
    excalidrawAPI: (given) => {
      api = given;
    },
  }),
);
const begin = () => {
  const isThere = api !== null && !api.getAppState().isLoading && api.getSceneElements().length >= cards.length;
  if (!isThere) return requestAnimationFrame(begin);
  expose(api, spare);
  whenPainted(() => true);
};
requestAnimationFrame(begin);
