import type { GroupState } from '@rapport/protocol/group-state';
import { useRoom } from '../connection/group-store.ts';
import { RoomPeople } from '../group/RoomPeople.tsx';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Effects.module.css';

/** Who is here, how many are done, and the code for those who walk in. */
export const RoomDialog = ({ state, onClose }: { state: GroupState; onClose: () => void }) => {
  const t = useT();
  const list = useRoom((room) => room.list);
  return (
    <Dialog title={t('lead.room.title')} isOpen onClose={onClose}>
      {state.code !== null && (
        <div>
          <p>{t('lead.room.code')}</p>
          <p className={styles['code']}>{state.code}</p>
          <p className={styles['soft']}>{t('lead.room.code.hint')}</p>
        </div>
      )}
      <p>
        {t('lead.room.counts', { present: state.present, seats: state.seats })}{' '}
        {t('group.done.count', { done: state.done, present: state.present })}
      </p>
      <RoomPeople list={list} />
    </Dialog>
  );
};
