import type { BlocId } from '@rapport/domain/blocs';
import type { RoomList } from '@rapport/protocol/room-list';
import { useT } from '../messages/use-t.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { useBlocs } from '../ui/blocs-context.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './RoomPeople.module.css';

/** Who sits in the room, by bloc; those who are not here stand behind, greyed and said so. */
export const RoomPeople = ({ list }: { list: RoomList | null }) => {
  const t = useT();
  const order = useBlocs().map(({ id }) => id);
  const place = (bloc: BlocId): number => (order.includes(bloc) ? order.indexOf(bloc) : order.length);
  if (list === null) return <Skeleton lines={4} />;
  const blocs = [...new Set(list.people.map((person) => person.bloc))].toSorted((a, b) => place(a) - place(b));
  return (
    <div className={styles['blocs']}>
      {blocs.map((bloc) => {
        const people = list.people
          .filter((person) => person.bloc === bloc)
          .toSorted((a, b) => Number(b.present) - Number(a.present) || a.displayName.localeCompare(b.displayName));
        return (
          <section key={bloc} className={styles['bloc']}>
            <h3 className={styles['heading']}>
              <BlocTag bloc={bloc} />
              <span className={styles['count']}>
                {t('group.people.count', {
                  present: people.filter(({ present }) => present).length,
                  seats: people.length,
                })}
              </span>
            </h3>
            <ul className={styles['people']}>
              {people.map((person, index) => (
                // The list holds no ids: names repeat at times, places do not.
                <li key={index} className={person.present ? undefined : styles['away']}>
                  <span className={styles['name']} dir="auto">
                    {person.displayName}
                  </span>
                  {person.role !== 'participant' && (
                    <span className={styles['role']}>{t(`shell.role.${person.role}`)}</span>
                  )}
                  <span className={styles['delegation']} dir="auto">
                    {person.delegation}
                    {!person.present && ` · ${t('group.people.away')}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p className={styles['note']}>{t('group.people.note')}</p>
    </div>
  );
};
