import { useState } from 'react';
import type { RoundId, SymposiumId } from '@rapport/domain/ids';
import { AnnounceDialog } from '../facilitation/AnnounceDialog.tsx';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './organise.module.css';

const MINUTES = [1, 5] as const;

/** What an organiser does to all groups at once: give time, say something. */
export const AllGroupsBar = ({
  symposiumId,
  roundId,
  send,
}: {
  symposiumId: SymposiumId;
  roundId: RoundId;
  send: SendCommand;
}) => {
  const t = useT();
  const [announcing, setAnnouncing] = useState(false);
  const extend = async (minutes: number): Promise<void> => {
    const sent = send('timer.adjustAll', { symposiumId, roundId, deltaMs: minutes * 60_000 });
    if (!(await tellRefusal(sent))) return;
    const outcome = await sent;
    if (outcome.ok) notify({ tone: 'ok', text: t('organise.live.extended', { groups: outcome.value.groups }) });
  };
  const tell = async (text: string): Promise<boolean> => {
    const sent = send('announcement.send', { symposiumId, text });
    if (!(await tellRefusal(sent))) return false;
    const outcome = await sent;
    if (outcome.ok) notify({ tone: 'ok', text: t('organise.live.announced', { groups: outcome.value.groups }) });
    return true;
  };
  return (
    <div role="group" aria-label={t('organise.live.all')} className={styles['row']}>
      {MINUTES.map((minutes) => (
        <Button key={minutes} size="small" onPress={() => void extend(minutes)}>
          {t('organise.live.extend', { minutes })}
        </Button>
      ))}
      <Button size="small" onPress={() => setAnnouncing(true)}>
        {t('organise.live.announce')}
      </Button>
      {announcing && (
        <AnnounceDialog
          title={t('organise.live.announce.title')}
          body={t('organise.live.announce.body')}
          onSend={tell}
          onClose={() => setAnnouncing(false)}
        />
      )}
    </div>
  );
};
