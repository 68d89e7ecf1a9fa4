import { useState, type ReactNode } from 'react';
import { deny } from '@rapport/domain/permissions';
import { leads } from '@rapport/domain/roles';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import { tellRefusal, type SendCommand } from './send-command.ts';
import styles from './GuideStrip.module.css';

/** What to do now, for whoever looks, and the word that one is done with it. */
export const GuideStrip = ({
  state,
  send,
  tools,
  folded = false,
}: {
  state: GroupState;
  send: SendCommand;
  /** Buttons of the panel it stands in; without one the step's name above the page is enough. */
  tools?: ReactNode;
  /** Only the step's name, where something large is being read. */
  folded?: boolean;
}) => {
  const t = useT();
  const [pending, setPending] = useState(false);
  const { phase, me } = state;
  const { done } = me;
  // A closed session has nothing left to do.
  const quiet = folded || state.status === 'closed';
  if (quiet && tools === undefined) return null;
  const say = async (): Promise<void> => {
    setPending(true);
    await tellRefusal(send('seat.done', { groupId: state.id, done: !done }));
    setPending(false);
  };
  return (
    <section className={styles['guide']} aria-label={t('group.guide.label')}>
      <div className={tools === undefined ? 'visually-hidden' : styles['head']}>
        <h2 className={styles['title']}>{t(`shell.phase.${phase.kind}`)}</h2>
        {tools}
      </div>
      {!quiet && <p>{t(leads(me.role) ? `phase.leader.${phase.kind}` : `phase.guide.${phase.kind}`)}</p>}
      {!quiet && deny('seat.done', me.role, state) === null && (
        <div className={styles['done']}>
          <Button
            size="small"
            variant={done ? 'quiet' : 'secondary'}
            aria-pressed={done}
            isPending={pending}
            onPress={() => void say()}
          >
            {done && <CheckIcon />}
            {t(done ? 'group.done.undo' : 'group.done.say')}
          </Button>
          <span className={styles['count']}>{t('group.done.count', { done: state.done, present: state.present })}</span>
        </div>
      )}
    </section>
  );
};
