import { useState } from 'react';
import type { Timer } from '@rapport/domain/timer';
import type { Outcome } from '@rapport/protocol/failures';
import { tellRefusal } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { PauseIcon } from '../ui/icons/PauseIcon.tsx';
import { PlayIcon } from '../ui/icons/PlayIcon.tsx';
import styles from './TimerControls.module.css';

const STEPS = [-1, 1, 5] as const;
const MINUTE = 60_000;

/** What can be done to a timer, of a group or of the plenary. */
export type TimerDeed = { action: 'start' } | { action: 'pause' } | { action: 'adjust'; deltaMs: number };

/** Start or pause, and minutes more or less. Nothing here ends anybody's typing. */
export const TimerControls = ({
  timer,
  onDeed,
}: {
  timer: Timer;
  onDeed: (deed: TimerDeed) => Promise<Outcome<unknown>>;
}) => {
  const t = useT();
  const [pending, setPending] = useState(false);
  const run = async (deed: TimerDeed): Promise<void> => {
    setPending(true);
    await tellRefusal(onDeed(deed));
    setPending(false);
  };
  const running = timer.state === 'running';
  return (
    <div role="group" aria-label={t('lead.timer.label')} className={styles['controls']}>
      <Button size="small" isPending={pending} onPress={() => void run({ action: running ? 'pause' : 'start' })}>
        {running ? <PauseIcon /> : <PlayIcon />}
        {t(running ? 'lead.timer.pause' : timer.state === 'paused' ? 'lead.timer.resume' : 'lead.timer.start')}
      </Button>
      {STEPS.map((minutes) => (
        <Button
          key={minutes}
          size="small"
          aria-label={t(minutes > 0 ? 'lead.timer.more' : 'lead.timer.less', { minutes: Math.abs(minutes) })}
          onPress={() => void run({ action: 'adjust', deltaMs: minutes * MINUTE })}
        >
          <bdi dir="ltr">{minutes > 0 ? `+${minutes}` : `−${-minutes}`}</bdi>
        </Button>
      ))}
    </div>
  );
};
