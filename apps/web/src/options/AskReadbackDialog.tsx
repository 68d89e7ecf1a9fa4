import { useState } from 'react';
import type { OptionId } from '@rapport/domain/ids';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
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
  const picked = free.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  return (
    <DeedDialog
      title={t('options.ask.title')}
      onClose={onClose}
      confirm={t('options.ask.confirm', { count: picked.length })}
      isReady={picked.length > 0}
      deed={() => send('readback.ask', { groupId: state.id, optionIds: picked })}
      onDone={({ asked }) => notify({ tone: 'ok', text: t('options.said.asked', { count: asked }) })}
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
    </DeedDialog>
  );
};
