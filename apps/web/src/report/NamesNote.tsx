import { useCallback, useEffect, useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { ReportNames } from '@rapport/protocol/report';
import { useT } from '../messages/use-t.ts';
import type { Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Report.module.css';

/** So many stand there at once. */
const SHOWN = 20;

/**
 * Which texts of the report name somebody of the roster, before it leaves: the words stay as people wrote them, it is for
 * whoever takes the report out to have them changed or to let them stand.
 */
export const NamesNote = ({ groupId, calls }: { groupId: GroupId; calls: Pick<Api, 'get'> }) => {
  const t = useT();
  const [found, setFound] = useState<ReportNames['found'] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = useCallback((answer: Outcome<ReportNames>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setFound(answer.value.found);
  }, []);
  const look = useCallback(
    () => calls.get(`/api/groups/${groupId}/report/names`, ReportNames).then(take),
    [calls, groupId, take],
  );
  useEffect(() => void look(), [look]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void look()} />;
  if (found === null) return <Skeleton lines={2} />;
  const again = (
    <Button size="small" variant="quiet" onPress={() => void look()}>
      {t('report.names.again')}
    </Button>
  );
  if (found.length === 0) {
    return (
      <Callout tone="ok" action={again}>
        <p>{t('report.names.none')}</p>
      </Callout>
    );
  }
  return (
    <Callout tone="warn" title={t('report.names.some', { count: found.length })} action={again}>
      <p>{t('report.names.what')}</p>
      <ul className={styles['names']} aria-label={t('report.names.list')}>
        {found.slice(0, SHOWN).map(({ place, label, text, words }, index) => (
          <li key={index}>
            <span className={styles['kind']}>
              {t(`report.place.${place}`)}
              {label !== '' && place !== 'cluster' && (
                <>
                  {' · '}
                  <bdi>{label}</bdi>
                </>
              )}
            </span>
            <span className={styles['marked']}>
              {words.map((word) => (
                <mark key={word} dir="auto">
                  {word}
                </mark>
              ))}
            </span>
            <span dir="auto" className={styles['excerpt']}>
              {text}
            </span>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p>{t('report.names.more', { count: found.length - SHOWN })}</p>}
    </Callout>
  );
};
