import { useState } from 'react';
import type { RoundId, SymposiumId } from '@rapport/domain/ids';
import type { PhaseKind } from '@rapport/domain/phases';
import type { GroupMove } from '@rapport/protocol/group-move';
import { AnnounceDialog } from '../facilitation/AnnounceDialog.tsx';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { groupName } from '../ui/group-name.ts';
import { notify } from '../ui/toast-store.ts';
import { likelyNext, MoveAllDialog } from './MoveAllDialog.tsx';
import styles from './organise.module.css';

const MINUTES = [1, 5] as const;

/** What an organiser does to all groups at once: give time, move them on, say something. */
export const AllGroupsBar = ({
  symposiumId,
  roundId,
  phases,
  send,
}: {
  symposiumId: SymposiumId;
  roundId: RoundId;
  /** Where the open groups stand. */
  phases: readonly PhaseKind[];
  send: SendCommand;
}) => {
  const t = useT();
  const [announcing, setAnnouncing] = useState(false);
  const [moving, setMoving] = useState(false);
  const extend = async (minutes: number): Promise<void> => {
    const sent = send('timer.adjustAll', { symposiumId, roundId, deltaMs: minutes * 60_000 });
    if (!(await tellRefusal(sent))) return;
    const outcome = await sent;
    if (outcome.ok) notify({ tone: 'ok', text: t('organise.live.extended', { groups: outcome.value.groups }) });
  };
  const tellMoved = (moves: readonly GroupMove[]): void => {
    const refused = moves.filter((one) => one.outcome === 'refused');
    const moved = moves.filter((one) => one.outcome === 'moves' || one.outcome === 'back').length;
    notify({ tone: 'ok', text: t('organise.moveAll.moved', { groups: moved }) });
    if (refused.length === 0) return;
    const groups = refused.map((one) => groupName(t, one)).join(', ');
    notify({ tone: 'danger', text: t('organise.moveAll.refused', { groups }) });
  };
  return (
    <div role="group" aria-label={t('organise.live.all')} className={styles['row']}>
      {MINUTES.map((minutes) => (
        <Button key={minutes} size="small" onPress={() => void extend(minutes)}>
          {t('organise.live.extend', { minutes })}
        </Button>
      ))}
      <Button size="small" isDisabled={phases.length === 0} onPress={() => setMoving(true)}>
        {t('organise.moveAll.open')}
      </Button>
      <Button size="small" onPress={() => setAnnouncing(true)}>
        {t('organise.live.announce')}
      </Button>
      {moving && (
        <MoveAllDialog
          symposiumId={symposiumId}
          roundId={roundId}
          first={likelyNext(phases)}
          send={send}
          onMoved={tellMoved}
          onClose={() => setMoving(false)}
        />
      )}
      {announcing && (
        <AnnounceDialog
          title={t('organise.live.announce.title')}
          body={t('organise.live.announce.body')}
          onSend={(text) => send('announcement.send', { symposiumId, text })}
          onSent={(groups) => notify({ tone: 'ok', text: t('organise.live.announced', { groups }) })}
          onClose={() => setAnnouncing(false)}
        />
      )}
    </div>
  );
};
