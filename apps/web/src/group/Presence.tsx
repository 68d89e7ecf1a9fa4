import { lazy, Suspense } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import { askRoom, useRoom } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';
import { PeopleIcon } from '../ui/icons/PeopleIcon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Flyout } from './Flyout.tsx';

// Like the panel it stands in, the list comes when somebody asks for it.
const RoomPeople = lazy(async () => ({ default: (await import('./RoomPeople.tsx')).RoomPeople }));

/** How many are here; the list by bloc is one tap away, and never tied to cursors or cards. */
export const Presence = ({
  groupId,
  present,
  compact,
}: {
  groupId: GroupId;
  present: number;
  /** Only the number, for a phone. */
  compact: boolean;
}) => {
  const t = useT();
  const list = useRoom((room) => room.list);
  return (
    <Flyout
      label={t('group.people.title')}
      onOpen={() => void askRoom(groupId)}
      trigger={
        <>
          <PeopleIcon />
          {compact && <span aria-hidden="true">{present}</span>}
          <span className={compact ? 'visually-hidden' : undefined}>{t('group.people.here', { present })}</span>
        </>
      }
    >
      <Suspense fallback={<Skeleton lines={4} />}>
        <RoomPeople list={list} />
      </Suspense>
    </Flyout>
  );
};
