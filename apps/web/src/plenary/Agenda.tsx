import { filterRegister } from '@rapport/protocol/order-register';
import type { PlenaryState } from '@rapport/protocol/plenary';
import { useT } from '../messages/use-t.ts';
import { groupName } from '../ui/group-name.ts';
import styles from './Plenary.module.css';

/** The order of report-backs on paper; on the screen it is not there. */
export const Agenda = ({ state }: { state: PlenaryState }) => {
  const t = useT();
  const entries = filterRegister(state.register, 'living');
  return (
    <section className={styles['paper']} aria-hidden="true">
      <h1>{t('plenary.agenda')}</h1>
      <p dir="auto">{state.symposium.title}</p>
      {state.groups.map((group) => (
        <section key={group.id}>
          <h2 dir="auto">{groupName(t, group)}</h2>
          <p dir="auto">{group.round.question}</p>
          <ul>
            {entries
              .filter((entry) => entry.group?.id === group.id)
              .map((entry) => (
                <li key={entry.id}>
                  <span dir="ltr">{entry.code}</span> <bdi>{entry.text.title}</bdi>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
};
