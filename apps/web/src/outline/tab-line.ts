import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardSession } from '../board/board-session.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { outlineOrder, type LineId } from './outline-order.ts';

/** The one line of the outline that Tab leads to. Arrows go from line to line: a thousand lines are one stop. */
export type TabLine = StoreApi<{ line: LineId | null }>;

export const createTabLine = (): TabLine => createStore<{ line: LineId | null }>(() => ({ line: null }));

/** For `tabIndex` of what stands in a line. */
export const useTabIndex = (tabLine: TabLine, line: LineId): 0 | -1 =>
  useStore(tabLine, (state) => (state.line === line ? 0 : -1));

/** What takes the focus when one comes to a line. */
const mainOf = (list: HTMLElement, line: LineId): HTMLElement | null =>
  list.querySelector(`[data-line="${line}"] [data-main]`) ??
  list.querySelector(`[data-line="${line}"] :is(button, input)`);

const lineOf = (target: EventTarget | null): LineId | null =>
  target instanceof Element
    ? ((target.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? null) as LineId | null)
    : null;

/** Gives a line the focus, also one that is not on the page yet. */
const goTo = (list: HTMLElement, tabLine: TabLine, line: LineId): void => {
  tabLine.setState({ line });
  const now = mainOf(list, line);
  if (now === null) requestAnimationFrame(() => mainOf(list, line)?.focus());
  else now.focus();
};

const PAGE = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Arrows in the outline: up and down between lines, sideways within one. True when the key meant something here. */
export const pressLineKey = (
  event: { key: string; target: EventTarget; altKey: boolean; ctrlKey: boolean; metaKey: boolean },
  list: HTMLElement,
  { tabLine, order }: { tabLine: TabLine; order: readonly LineId[] },
): boolean => {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  // Menus open outside; their keys come past here all the same.
  if (!(target instanceof HTMLElement) || !list.contains(target) || target.matches('input[type=text], textarea')) {
    return false;
  }
  const line = lineOf(target);
  if (line === null) return false;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const forward = (key === 'ArrowRight') === (getComputedStyle(list).direction !== 'rtl');
    const stops = [...(target.closest('[data-line]')?.querySelectorAll<HTMLElement>('button, input') ?? [])];
    stops[stops.indexOf(target) + (forward ? 1 : -1)]?.focus();
    return true;
  }
  const step = STEPS[key];
  if (step === undefined) return false;
  const at = Math.min(Math.max(order.indexOf(line) + step, 0), order.length - 1);
  const next = order[at];
  if (next !== undefined) goTo(list, tabLine, next);
  return true;
};

/** Keeps the tab stop where somebody last was; when that line goes, its neighbour takes over, and somebody there is told. */
export const keepTabLine = (
  list: HTMLElement,
  tabLine: TabLine,
  { records, ui }: Pick<BoardSession, 'records' | 'ui'>,
): (() => void) => {
  let order = outlineOrder(records, ui.getState().shown);
  let within = false;
  const look = (): void => {
    const before = order;
    order = outlineOrder(records, ui.getState().shown);
    const { line } = tabLine.getState();
    if (line !== null && order.includes(line)) return;
    const at = line === null ? 0 : before.indexOf(line);
    const next = order[Math.min(Math.max(at, 0), order.length - 1)] ?? null;
    tabLine.setState({ line: next });
    if (!within || next === null || line === null) return;
    requestAnimationFrame(() => {
      // Somebody may have gone elsewhere meanwhile: into a menu, or a dialog.
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      goTo(list, tabLine, next);
      announce(translateNow('board.said.gone'));
    });
  };
  const entered = ({ target }: FocusEvent): void => {
    within = true;
    const line = lineOf(target);
    if (line !== null) tabLine.setState({ line });
  };
  const left = ({ relatedTarget }: FocusEvent): void => {
    // Without a next element the focused one may just have been taken away.
    if (relatedTarget instanceof Node && !list.contains(relatedTarget)) within = false;
  };
  list.addEventListener('focusin', entered);
  list.addEventListener('focusout', left);
  const stops = [
    records.subscribe('ids', look),
    ui.subscribe((now, before) => {
      if (now.shown !== before.shown) look();
    }),
  ];
  look();
  return () => {
    list.removeEventListener('focusin', entered);
    list.removeEventListener('focusout', left);
    for (const stop of stops) stop();
  };
};
