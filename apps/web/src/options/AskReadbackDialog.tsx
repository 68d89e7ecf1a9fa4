import { useState } from 'react';
import type { OptionId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './Options.module.css';
import { canBeReadBack, isForwarded, isPursued, isReadBack } from './option-steps.ts';
import { PickOptions } from './PickOptions.tsx';
import { readbackCounts } from './readback-words.ts';
import { useOptionTitles } from './use-option-text.ts';

/** Asks the group to accept frozen texts, or to object. */
export const AskReadbackDialog = ({
  state,
  send,
  onClose,
}: {
  state: Pick<GroupState, 'id' | 'options'>;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const titleOf = useOptionTitles();
  const listed = state.options.filter((option) => isPursued(option) && !isForwarded(option));
  const free = listed.filter((option) => canBeReadBack(option) && !isReadBack(option));
  const [chosen, setChosen] = useState<ReadonlySet<OptionId>>(() => new Set(free.map(({ id }) => id)));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const picked = free.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const ask = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('readback.ask', { groupId: state.id, optionIds: picked });
    setPending(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    notify({ tone: 'ok', text: t('options.said.asked', { count: outcome.value.asked }) });
    onClose();
  };
  return (
    <Dialog
      title={t('options.ask.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={picked.length === 0} isPending={pending} onPress={() => void ask()}>
            {t('options.ask.confirm', { count: picked.length })}
          </Button>
        </>
      }
    >
      {free.length === 0 && listed.every((option) => !isReadBack(option)) && <p>{t('options.ask.none')}</p>}
      {listed.length > 0 && (
        <PickOptions
          label={t('options.ask.which')}
          chosen={new Set(picked)}
          onChange={setChosen}
          picks={listed.map((option) => ({
            id: option.id,
            code: option.code,
            title: titleOf(option.id),
            obstacle: !canBeReadBack(option)
              ? t('options.ask.notFrozen')
              : isReadBack(option) && option.readback !== null
                ? t('options.ask.asked', { counts: readbackCounts(t, option.readback) })
                : null,
          }))}
        />
      )}
      <ul className={styles['effects']}>
        <li>{t('options.ask.all')}</li>
        <li>{t('options.ask.later')}</li>
      </ul>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
