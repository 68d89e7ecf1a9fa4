import '@testing-library/jest-dom/vitest';
import './matchers.ts';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadAllMessages } from '../messages/locale-store.ts';

// jsdom lays nothing out: nothing ever changes its size, and no media query holds.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
globalThis.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// Dialogs and menus are loaded when first opened; on a busy machine that takes longer than the library's one second.
configure({ asyncUtilTimeout: 5000 });

// Parts are shown on their own, without the page that loads their messages.
await loadAllMessages();

afterEach(cleanup);
