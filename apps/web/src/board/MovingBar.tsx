import { useEffect, useRef } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { focusSoon } from './focus-element.ts';
import { nudge, stopMoving } from './moving.ts';
import type { Direction } from './spatial-neighbour.ts';

const ARROWS = [
  ['left', '←', 'ArrowLeft'],
  ['up', '↑', 'ArrowUp'],
  ['down', '↓', 'ArrowDown'],
  ['right', '→', 'ArrowRight'],
] as const satisfies readonly [Direction, string, string][];

/** Moves what was chosen by presses: for everybody who does not drag. */
export const MovingBar = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Asked for by a menu, which has gone: then the first press is here. Keys on the board stay there.
    if (document.activeElement?.closest('[role=listbox]') === null) bar.current?.querySelector('button')?.focus();
  }, []);
  const end = (keep: boolean): void => {
    stopMoving(session, rights, keep);
    focusSoon(session, session.ui.getState().focused ?? '');
  };
  return (
    <div
      ref={bar}
      role="presentation"
      data-moves=""
      onKeyDown={(event) => {
        const arrow = ARROWS.find(([, , key]) => key === event.key);
        if (arrow !== undefined) {
          event.preventDefault();
          nudge(session, arrow[0], event.shiftKey ? 'coarse' : 'fine');
        }
        if (event.key === 'Escape') end(false);
      }}
    >
      {/* The board lies as it lies in every language. */}
      <div role="group" aria-label={t('moving.label')} dir="ltr" className={styles['selection']}>
        {ARROWS.map(([direction, sign]) => (
          <Button
            key={direction}
            size="small"
            aria-label={t(`moving.${direction}`)}
            onPress={() => nudge(session, direction, 'coarse')}
          >
            {sign}
          </Button>
        ))}
        <Button size="small" onPress={() => end(true)}>
          {t('moving.place')}
        </Button>
        <Button size="small" onPress={() => end(false)}>
          {t('moving.back')}
        </Button>
      </div>
    </div>
  );
};
