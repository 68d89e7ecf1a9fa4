import { useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Timer } from '@rapport/domain/timer';
import type { CommandInput } from '@rapport/protocol/commands';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { PauseIcon } from '../ui/icons/PauseIcon.tsx';
import { PlayIcon } from '../ui/icons/PlayIcon.tsx';
import styles from './TimerControls.module.css';

const STEPS = [-1, 1, 5] as const;
const MINUTE = 60_000;

/** Start or pause, and minutes more or less. Nothing here ends anybody's typing. */
export const TimerControls = ({ groupId, timer, send }: { groupId: GroupId; timer: Timer; send: SendCommand }) => {
  const t = useT();
  const [pending, setPending] = useState(false);
  const run = async (
    ...[name, input]:
      | ['timer.start', CommandInput<'timer.start'>]
      | ['timer.pause', CommandInput<'timer.pause'>]
      | ['timer.adjust', CommandInput<'timer.adjust'>]
  ): Promise<void> => {
    setPending(true);
    await tellRefusal(send(name, input));
    setPending(false);
  };
  const running = timer.state === 'running';
  return (
    <div role="group" aria-label={t('lead.timer.label')} className={styles['controls']}>
      <Button
        size="small"
        isPending={pending}
        onPress={() => void (running ? run('timer.pause', { groupId }) : run('timer.start', { groupId }))}
      >
        {running ? <PauseIcon /> : <PlayIcon />}
        {t(running ? 'lead.timer.pause' : timer.state === 'paused' ? 'lead.timer.resume' : 'lead.timer.start')}
      </Button>
      {STEPS.map((minutes) => (
        <Button
          key={minutes}
          size="small"
          aria-label={t(minutes > 0 ? 'lead.timer.more' : 'lead.timer.less', { minutes: Math.abs(minutes) })}
          onPress={() => void run('timer.adjust', { groupId, deltaMs: minutes * MINUTE })}
        >
          <bdi dir="ltr">{minutes > 0 ? `+${minutes}` : `−${-minutes}`}</bdi>
        </Button>
      ))}
    </div>
  );
};
