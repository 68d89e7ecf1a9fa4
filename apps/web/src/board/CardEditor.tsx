import { useEffect, useRef } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { closeEditor } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './CardEditor.module.css';
import { CardEditorForm } from './CardEditorForm.tsx';
import { focusSoon } from './focus-element.ts';
import { toScreen } from './viewport.ts';

const MARGIN = 12;

/** A card lifted off the board to be written on: stands where the card lies, readable at any zoom. */
export const CardEditor = ({ session, rights, card }: { session: BoardSession; rights: BoardRights; card: CardId }) => {
  const t = useT();
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = panel.current;
    const board = element?.parentElement;
    if (element === null || board === null || board === undefined) return undefined;
    const place = (): void => {
      const rect = session.index.cards.rectOf(card);
      if (rect === undefined) return;
      const [x, y] = toScreen(session.camera.view, [rect.x, rect.y]);
      const most = (size: number, own: number): number => Math.max(MARGIN, size - own - MARGIN);
      const left = Math.min(Math.max(MARGIN, x), most(board.clientWidth, element.offsetWidth));
      const top = Math.min(Math.max(MARGIN, y), most(board.clientHeight, element.offsetHeight));
      element.style.translate = `${left}px ${top}px`;
    };
    place();
    const resize = new ResizeObserver(place);
    resize.observe(element);
    const stops = [session.camera.onFrame(place), session.index.onChange(place)];
    return () => {
      resize.disconnect();
      stops.forEach((stop) => stop());
    };
  }, [session, card]);

  useEffect(() => {
    // A press on the board means: done here.
    const press = (event: PointerEvent): void => {
      const element = panel.current;
      const board = element?.parentElement;
      if (element === null || !(event.target instanceof Node) || element.contains(event.target)) return;
      if (board?.contains(event.target) === true) closeEditor(session);
    };
    document.addEventListener('pointerdown', press, { capture: true });
    return () => document.removeEventListener('pointerdown', press, { capture: true });
  }, [session]);

  useEffect(() => {
    const element = panel.current;
    const leave = (event: KeyboardEvent): void => {
      // The text editor calls every Esc its own, without doing anything with it.
      if (event.key !== 'Escape' || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('[data-own-escape]') !== null) return;
      event.stopPropagation();
      finish(session, card);
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [session, card]);

  return (
    <div ref={panel} role="dialog" aria-label={t('board.card.editor')} data-scrolls="" className={styles['panel']}>
      <CardEditorForm session={session} rights={rights} card={card} onDone={() => finish(session, card)} />
    </div>
  );
};

const finish = (session: BoardSession, card: CardId): void => {
  closeEditor(session);
  focusSoon(session, session.ui.getState().focused ?? card);
};
