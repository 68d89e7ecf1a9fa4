import { useCallback, useSyncExternalStore } from 'react';
import { remainingMs, type Timer } from '@rapport/domain/timer';
import { serverNow } from '../connection/server-clock.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { PauseIcon } from '../ui/icons/PauseIcon.tsx';
import { passedMark, timerText } from './timer-text.ts';
import styles from './TimerClock.module.css';

/** The group's clock, drawn here by the server's time. Zero ends nothing: it only turns to counting the time over. */
export const TimerClock = ({
  timer,
  compact = false,
  now = serverNow,
}: {
  timer: Timer;
  /** Leaves out the word beside the digits, but for those who hear it. */
  compact?: boolean;
  now?: () => number;
}) => {
  const t = useT();
  const follow = useCallback(
    (changed: () => void) => {
      if (timer.state !== 'running') return () => undefined;
      let before = remainingMs(timer, now());
      const interval = setInterval(() => {
        const left = remainingMs(timer, now());
        const mark = passedMark(before, left);
        before = left;
        if (mark !== null) announce(t(`group.timer.mark.${mark}`), mark === 0 ? 'assertive' : 'polite');
        changed();
      }, 200);
      return () => clearInterval(interval);
    },
    [timer, now, t],
  );
  // The text changes once a second: React does nothing the other times.
  const text = useSyncExternalStore(follow, () => timerText(remainingMs(timer, now())));

  const over = text.startsWith('+');
  const state = timer.state === 'running' ? (over ? 'over' : 'running') : timer.state;
  return (
    <div className={`${styles['timer']} ${styles[state]}`}>
      {state === 'paused' && <PauseIcon />}
      <span role="timer" aria-live="off" aria-label={t('group.timer.label')} className={styles['digits']}>
        {text}
      </span>
      {state !== 'running' && (
        <span className={compact ? 'visually-hidden' : styles['word']}>{t(`group.timer.${state}`)}</span>
      )}
    </div>
  );
};
