import { useState } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import { useT } from '../messages/use-t.ts';
import { seatKey } from '../session/seat-storage.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import styles from './FirstNotice.module.css';

/**
 * On a seat's first entry into a group: what will be known about who said something. Stands there until it is read,
 * and again when the attribution is another one than was read. It never holds anybody up.
 */
export const FirstNotice = ({ state, seatId }: { state: Pick<GroupState, 'id' | 'attribution'>; seatId: string }) => {
  const t = useT();
  const { attribution } = state;
  const name = seatKey(seatId, `notice.${state.id}`);
  const [read, setRead] = useState(() => localStorage.getItem(name));
  if (read === attribution) return null;
  return (
    <div className={styles['notice']}>
      <Callout
        title={t('attribution.title')}
        action={
          <Button
            size="small"
            onPress={() => {
              localStorage.setItem(name, attribution);
              setRead(attribution);
            }}
          >
            {t('attribution.understood')}
          </Button>
        }
      >
        <p>{t(`shell.attribution.${attribution}`)}</p>
      </Callout>
    </div>
  );
};
