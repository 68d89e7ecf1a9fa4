import { useCallback, useEffect, useState } from 'react';
import { mayAssign } from '@rapport/domain/assign-role';
import { GroupRole } from '@rapport/domain/roles';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SeatList } from '@rapport/protocol/seat-list';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './RolesDialog.module.css';

type Seat = SeatList['seats'][number];

/** Who has which role, and what may be given to whom: co-facilitators, taking over, and all roles for organisers. */
export const RolesDialog = ({
  state,
  send,
  onClose,
}: {
  state: Pick<GroupState, 'id' | 'me' | 'status'>;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [seats, setSeats] = useState<Seat[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const groupId = state.id;
  const take = useCallback((outcome: Outcome<SeatList>) => {
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setSeats(outcome.value.seats);
  }, []);
  const ask = useCallback(() => send('seat.list', { groupId }).then(take), [send, groupId, take]);
  useEffect(() => void ask(), [ask]);

  const assign = async (seat: Seat, role: GroupRole): Promise<void> => {
    const done = await tellRefusal(send('seat.role', { groupId, seatId: seat.id, role }));
    // Whoever has given leading away can list nobody any more.
    if (done && seat.self && role === 'participant') onClose();
    else await ask();
  };
  return (
    <Dialog title={t('lead.roles.title')} isOpen onClose={onClose}>
      <p>{t(state.me.role === 'organiser' ? 'lead.roles.organiser' : 'lead.roles.body')}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void ask()} />}
      {seats === null && failure === null && <Skeleton lines={6} />}
      {seats !== null && (
        <ul className={styles['seats']}>
          {seats.map((seat) => {
            const roles = GroupRole.options.filter(
              (role) => role === seat.role || mayAssign(state.me.role, seat.role, role, seat.self),
            );
            return (
              <li key={seat.id} className={styles['seat']}>
                <span>
                  <bdi className={styles['name']}>{seat.displayName}</bdi>{' '}
                  <span className={styles['delegation']}>
                    <bdi>{seat.delegation}</bdi>
                    {!seat.present && ` · ${t('group.people.away')}`}
                  </span>
                </span>
                {roles.length === 1 ? (
                  <span className={styles['role']}>{t(`shell.role.${seat.role}`)}</span>
                ) : (
                  <Select<GroupRole>
                    label={t('lead.roles.of', { name: seat.displayName })}
                    hideLabel
                    value={seat.role}
                    onChange={(role) => void assign(seat, role)}
                    options={roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) }))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
};
