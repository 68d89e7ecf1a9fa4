import { SMALL_CELL, type Bloc } from '@rapport/domain/blocs';
import type { Round } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './organise.module.css';

/** What came out of making a round: who has a place, and what an organiser should look at. */
export const AllocationNote = ({
  round,
  blocs,
  onNext,
}: {
  round: Round;
  blocs: readonly Bloc[];
  onNext: () => void;
}) => {
  const t = useT();
  const { placed, unplaced, missingRoles, smallBlocs } = round.allocation;
  return (
    <div className={styles['stack']}>
      <Callout
        tone="ok"
        live
        title={t('organise.made.title', { count: round.groups.length })}
        action={
          <Button variant="primary" onPress={onNext}>
            {t('organise.made.next')}
          </Button>
        }
      >
        {t('organise.made.placed', { placed, unplaced })}
      </Callout>
      {missingRoles.length > 0 && (
        <Callout tone="warn" title={t('organise.made.missing')}>
          <ul>
            {missingRoles.map((one) => (
              <li key={one.groupId}>
                {t('organise.made.missingLine', {
                  number: one.number,
                  roles: one.missing.map((role) => t(`shell.role.${role}`)).join(', '),
                })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {smallBlocs.length > 0 && (
        <Disclosure title={t('organise.made.small', { count: smallBlocs.length })}>
          <p className={styles['hint']}>{t('organise.made.smallHint', { least: SMALL_CELL })}</p>
          <ul className={styles['plain']}>
            {smallBlocs.map((one) => (
              <li key={one.groupId} className={styles['row']}>
                {t('common.group', { number: one.number })}
                {one.blocs.map((bloc) => (
                  <BlocTag key={bloc} bloc={bloc} blocs={blocs} />
                ))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
};
