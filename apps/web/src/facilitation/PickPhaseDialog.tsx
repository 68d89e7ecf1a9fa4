import type { Phase } from '@rapport/domain/phases';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './PickPhaseDialog.module.css';

/** Any step of the session, onward or back; the next dialog says what the move will do. */
export const PickPhaseDialog = ({
  state,
  onPick,
  onClose,
}: {
  state: GroupState;
  onPick: (to: Phase) => void;
  onClose: () => void;
}) => {
  const t = useT();
  return (
    <Dialog title={t('lead.pick.title')} isOpen onClose={onClose}>
      <ol className={styles['phases']}>
        {state.phases.map((phase) => {
          const isNow = phase.index === state.phase.index;
          return (
            <li key={phase.id} className={styles['phase']} aria-current={isNow ? 'step' : undefined}>
              <span>
                <strong>{t(`shell.phase.${phase.kind}`)}</strong>
                <span className={styles['does']}>{t(`phase.next.${phase.kind}`)}</span>
              </span>
              {isNow ? (
                <span className={styles['now']}>{t('group.steps.now')}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={t('lead.move.open', { phase: t(`shell.phase.${phase.kind}`) })}
                  onPress={() => onPick(phase)}
                >
                  {t('lead.pick.move')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
};
