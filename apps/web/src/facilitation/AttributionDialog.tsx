import { useState } from 'react';
import { Attribution, tellsLess } from '@rapport/domain/attribution';
import type { GroupState } from '@rapport/protocol/group-state';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import styles from './Effects.module.css';

/** Changes what may be known about who wrote a card, and says beforehand what that does to what there is. */
export const AttributionDialog = ({
  state,
  send,
  onClose,
}: {
  state: Pick<GroupState, 'id' | 'attribution' | 'revealed'>;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [chosen, setChosen] = useState<Attribution>(state.attribution);
  const isSame = chosen === state.attribution;
  const less = tellsLess(state.attribution, chosen);
  return (
    <ConfirmDialog
      title={t('lead.attribution.title')}
      isOpen
      isBlocked={isSame}
      variant={less && chosen === 'sealed' ? 'danger' : 'primary'}
      confirm={t('lead.attribution.confirm')}
      onClose={onClose}
      onConfirm={async () => {
        await tellRefusal(send('group.attribution', { groupId: state.id, attribution: chosen }));
      }}
      body={
        <>
          <RadioGroup<Attribution>
            label={t('lead.attribution.which')}
            hint={t('organise.symposium.attributionHint')}
            value={chosen}
            onChange={setChosen}
            options={Attribution.options.map((mode) => ({
              value: mode,
              label: t(`organise.attribution.${mode}`),
              hint: t(`shell.attribution.${mode}`),
            }))}
          />
          {!isSame && (
            <ul className={styles['effects']} aria-live="polite">
              <li>
                {t(
                  chosen === 'sealed' && state.revealed
                    ? 'lead.attribution.sealed'
                    : less
                      ? 'lead.attribution.less'
                      : 'lead.attribution.more',
                )}
              </li>
              <li>{t('lead.attribution.told')}</li>
            </ul>
          )}
        </>
      }
    />
  );
};
