import { useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { Symposium } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { groupName } from '../ui/group-name.ts';
import { BadgesCard } from './BadgesCard.tsx';
import styles from './organise.module.css';

/** How people get in: the personal codes to hand out, and the groups' codes for walk-ins. */
export const CodesPanel = ({ symposium, onChanged }: { symposium: Symposium; onChanged: () => void }) => {
  const t = useT();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);

  const download = async (): Promise<void> => {
    setRunning(true);
    const outcome = await api.file(`/api/symposia/${symposium.id}/join-codes.csv`);
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) saveFile(outcome.value);
  };

  const setWalkIns = async (walkIns: boolean): Promise<void> => {
    const outcome = await api.patch(`/api/symposia/${symposium.id}`, { walkIns }, Symposium);
    setFailure(outcome.ok ? null : outcome.failure);
    onChanged();
  };

  return (
    <section className={styles['panel']} aria-labelledby="codes">
      <h2 id="codes">{t('organise.codes.title')}</h2>
      {failure !== null && <FailureNote failure={failure} />}
      <BadgesCard symposium={symposium} />
      <div className={styles['card']}>
        <h3>{t('organise.codes.personal')}</h3>
        <p>{t('organise.codes.personalBody')}</p>
        <div>
          <Button isPending={running} isDisabled={symposium.seats === 0} onPress={() => void download()}>
            {t('organise.codes.download')}
          </Button>
        </div>
      </div>
      <div className={styles['card']}>
        <h3>{t('organise.codes.walkIns')}</h3>
        <Checkbox
          isSelected={symposium.walkIns}
          isDisabled={symposium.status === 'closed'}
          onChange={(walkIns) => void setWalkIns(walkIns)}
          hint={t('organise.codes.allowHint')}
        >
          {t('organise.codes.allow')}
        </Checkbox>
        {symposium.walkIns &&
          symposium.rounds.map((round) => (
            <div key={round.id} className={styles['stack']}>
              <h4 dir="auto">{round.title}</h4>
              <ul className={styles['codes']}>
                {round.groups.map((group) => (
                  <li key={group.id}>
                    <span>{groupName(t, group)}</span>
                    <code className={styles['joinCode']}>{group.code}</code>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  );
};
