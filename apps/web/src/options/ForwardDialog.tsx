import { useState } from 'react';
import type { OptionId } from '@rapport/domain/ids';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './Options.module.css';
import { forwardObstacle, forwardsLeft } from './option-steps.ts';
import { PickOptions } from './PickOptions.tsx';
import { useOptionTitles } from './use-option-text.ts';

/** Sends options to the plenary, as many as the symposium allows each group; says of each why it cannot go yet. */
export const ForwardDialog = ({
  state,
  send,
  onClose,
}: {
  state: Pick<GroupState, 'id' | 'options' | 'symposium'>;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const titleOf = useOptionTitles();
  const left = forwardsLeft(state);
  const ready = state.options.filter((option) => forwardObstacle(option) === null);
  // Where all of them may go there is nothing to choose.
  const [chosen, setChosen] = useState<ReadonlySet<OptionId>>(
    () => new Set(ready.length <= left ? ready.map(({ id }) => id) : []),
  );
  const picked = ready.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  return (
    <DeedDialog
      title={t('options.forward.title')}
      onClose={onClose}
      confirm={t('options.forward.confirm', { count: picked.length })}
      isReady={picked.length > 0 && picked.length <= left}
      deed={() => send('option.forward', { groupId: state.id, optionIds: picked })}
      onDone={({ forwarded }) => notify({ tone: 'ok', text: t('options.said.forwarded', { count: forwarded }) })}
    >
      {state.options.length === 0 ? (
        <p>{t('options.forward.none')}</p>
      ) : (
        <PickOptions
          label={t('options.forward.which')}
          chosen={new Set(picked)}
          onChange={setChosen}
          picks={state.options.map((option) => {
            const obstacle = forwardObstacle(option) ?? (picked.length >= left ? 'limit' : null);
            return {
              id: option.id,
              code: option.code,
              title: titleOf(option.id),
              obstacle: obstacle === null ? null : t(`options.forward.obstacle.${obstacle}`),
            };
          })}
        />
      )}
      <p className={styles['numbers']}>
        {t('options.forward.left', {
          chosen: picked.length,
          left: Math.max(0, left - picked.length),
          limit: state.symposium.forwardLimit,
        })}
      </p>
      <ul className={styles['effects']}>
        <li>{t('options.forward.fixed')}</li>
        <li>{t('options.forward.reservations')}</li>
        <li>{t('options.forward.late')}</li>
      </ul>
    </DeedDialog>
  );
};
