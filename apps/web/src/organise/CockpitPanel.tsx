import { useEffect } from 'react';
import type { Symposium } from '@rapport/protocol/http';
import { live, useConnection } from '../connection/live.ts';
import { useSymposium, watchSymposium } from '../connection/symposium-store.ts';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Cockpit } from './Cockpit.tsx';
import styles from './organise.module.css';
import { useNow } from './use-now.ts';

const send: SendCommand = (name, input) => live.command(name, input);

/** All groups as they are now. */
export const CockpitPanel = ({ symposium, onMakeRound }: { symposium: Symposium; onMakeRound: () => void }) => {
  const t = useT();
  const { state, failure, retry } = useSymposium();
  const { state: connection, refused } = useConnection();
  const now = useNow();
  const hasRounds = symposium.rounds.length > 0;
  useEffect(() => (hasRounds ? watchSymposium(symposium.id) : undefined), [symposium.id, hasRounds]);

  if (!hasRounds) {
    return (
      <EmptyState
        title={t('organise.live.empty')}
        action={
          <Button variant="primary" onPress={onMakeRound}>
            {t('organise.rounds.new')}
          </Button>
        }
      >
        {t('organise.live.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['panel']}>
      {connection === 'offline' && refused === null && (
        <Callout tone="warn" live>
          {t('organise.live.offline')}
        </Callout>
      )}
      {refused !== null && <FailureNote failure={refused} />}
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {state === null && failure === null && <Skeleton lines={5} />}
      {state !== null && <Cockpit state={state} rounds={symposium.rounds} now={now} send={send} />}
    </div>
  );
};
