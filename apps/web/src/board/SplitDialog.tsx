import { useState } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clusterTitle, newCluster, type BoardViewName } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { cardTitle } from './card-title.ts';
import styles from './Choices.module.css';
import { useBoardCards } from './use-board.ts';

/** Makes a cluster of its own of some of a cluster's cards. */
export const SplitDialog = ({
  session,
  rights,
  where,
  cluster,
  onClose,
}: {
  session: BoardSession;
  rights: BoardRights;
  where: BoardViewName;
  cluster: ClusterId;
  onClose: () => void;
}) => {
  const t = useT();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<CardId>>(new Set());
  const members = useBoardCards().filter((card) => card.cluster === cluster);
  const going = members.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const isReady = going.length > 0 && going.length < members.length;
  return (
    <Dialog
      title={t('cluster.split.title', { cluster: clusterTitle(session, cluster) })}
      isOpen
      holdsInput
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            onPress={() => {
              session.ui.setState({ dialog: null });
              newCluster(session, rights, going, where, title.trim());
            }}
          >
            {t('cluster.split.confirm', { count: going.length })}
          </Button>
        </>
      }
    >
      <TextField
        label={t('cluster.split.newTitle')}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.clusterTitle}
        dir="auto"
      />
      <fieldset className={styles['choices']}>
        <legend>{t('cluster.split.which')}</legend>
        {members.map((card) => (
          <Checkbox
            key={card.id}
            isSelected={chosen.has(card.id)}
            onChange={(on) => {
              const next = new Set(chosen);
              if (on) next.add(card.id);
              else next.delete(card.id);
              setChosen(next);
            }}
          >
            <span dir="auto">{cardTitle(t, card)}</span>
          </Checkbox>
        ))}
      </fieldset>
    </Dialog>
  );
};
