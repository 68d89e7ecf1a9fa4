import { useEffect } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { commandCards } from './board-ui.ts';
import { clipboardData, clipboardOf, readPasted, type PastedCard } from './pasted-cards.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]') !== null;

/** Cards that a command of a menu copies; the browser's own copying brings them to the clipboard. */
let asked: readonly CardId[] | null = null;

/** Puts the texts of cards on the clipboard, also where the page is served without TLS. */
export const copyCards = (cards: readonly CardId[]): void => {
  asked = cards;
  // The one way that needs no permission and no secure context: it lets the page's own handler fill the clipboard.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy');
  asked = null;
};

const textsOf = ({ records, index }: BoardSession, cards: readonly CardId[]): PastedCard[] => {
  const order = index.inOrder();
  return cards
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .flatMap((id) => records.card(id) ?? [])
    .map(({ title, body }) => ({ title, body }));
};

/** Copies what is selected and pastes cards, wherever on the page the focus is but in a field or a dialog. */
export const useClipboard = (session: BoardSession, rights: BoardRights): void => {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (event.clipboardData === null) return;
      const { ui, records } = session;
      if (asked === null && (typesText(event.target) || getSelection()?.isCollapsed === false)) return;
      const onBoard = document.activeElement?.closest('[role=listbox], [data-line]') !== null;
      const cards = asked ?? (onBoard ? commandCards(ui.getState(), (id) => records.card(id as CardId) !== null) : []);
      if (cards.length === 0) return;
      event.preventDefault();
      for (const { type, data } of clipboardOf(textsOf(session, cards))) event.clipboardData.setData(type, data);
      announce(translateNow('copy.said', { count: cards.length }));
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || typesText(event.target)) return;
      if (
        session.ui.getState().dialog !== null ||
        document.querySelector('[role=dialog], [role=alertdialog]') !== null
      ) {
        return;
      }
      const pasted = readPasted(clipboardData(event.clipboardData));
      const isEmpty = pasted.kind === 'lines' ? pasted.lines.length === 0 : false;
      if (isEmpty || (!rights.writesPrivately && isDenied(rights.edit))) return;
      event.preventDefault();
      session.ui.setState({ dialog: { kind: 'paste', pasted } });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [session, rights]);
};
