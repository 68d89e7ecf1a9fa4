import type { OptionId } from '@rapport/domain/ids';
import type { RegisterEntry } from '@rapport/protocol/options';
import { filterRegister, sortRegister } from '@rapport/protocol/order-register';
import { RegisterFilter, RegisterSort, type PlenaryState } from '@rapport/protocol/plenary';
import { useT } from '../messages/use-t.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { Origin, VerdictChip } from './EntryMarks.tsx';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import styles from './Plenary.module.css';

export type RegisterOrder = { sort: RegisterSort; filter: RegisterFilter };

/** All options of the symposium in one table: what they say, how the sides stand to them, and where they come from. */
export const RegisterTable = ({
  state,
  order,
  chosen,
  deedsFor,
  onOrder,
  onChoose,
  onDeed,
}: {
  state: PlenaryState;
  order: RegisterOrder;
  chosen: ReadonlySet<OptionId>;
  deedsFor: (entry: RegisterEntry) => readonly MenuItem[];
  onOrder: (order: RegisterOrder) => void;
  onChoose: (chosen: ReadonlySet<OptionId>) => void;
  onDeed: (entry: RegisterEntry, deed: string) => void;
}) => {
  const t = useT();
  const entries = sortRegister(filterRegister(state.register, order.filter), order.sort);
  const toggle = (id: OptionId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <>
      <div className={styles['tools']}>
        <Select
          label={t('plenary.sort')}
          value={order.sort}
          onChange={(sort) => onOrder({ ...order, sort })}
          options={RegisterSort.options.map((value) => ({ value, label: t(`plenary.sort.${value}`) }))}
        />
        <Select
          label={t('plenary.filter')}
          value={order.filter}
          onChange={(filter) => onOrder({ ...order, filter })}
          options={RegisterFilter.options.map((value) => ({ value, label: t(`plenary.filter.${value}`) }))}
        />
      </div>
      {entries.length === 0 ? (
        <EmptyState title={t('plenary.register.empty')}>{t('plenary.register.emptyBody')}</EmptyState>
      ) : (
        <ScrollBox label={t('plenary.register')}>
          <table className={styles['register']}>
            <caption className="visually-hidden">{t('plenary.register')}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{t('plenary.choose')}</span>
                </th>
                <th scope="col">{t('plenary.column.option')}</th>
                <th scope="col">{t('plenary.column.verdict')}</th>
                <th scope="col">{t('plenary.column.convergence')}</th>
                <th scope="col">{t('plenary.column.state')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('plenary.column.deeds')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr
                  key={entry.id}
                  aria-selected={chosen.has(entry.id)}
                  className={chosen.has(entry.id) ? styles['chosen'] : ''}
                >
                  <td>
                    <label className={styles['tick']}>
                      <input
                        type="checkbox"
                        checked={chosen.has(entry.id)}
                        disabled={entry.state === 'merged'}
                        onChange={() => toggle(entry.id)}
                        aria-label={t('plenary.chooseOne', { code: entry.code, title: entry.text.title })}
                      />
                    </label>
                  </td>
                  <th scope="row">
                    <span className={styles['code']} dir="ltr">
                      {entry.code}
                    </span>
                    <span className={styles['optionTitle']} dir="auto">
                      {entry.text.title}
                    </span>
                    <Origin entry={entry} />
                  </th>
                  <td>
                    <VerdictChip entry={entry} blocs={state.symposium.blocs} />
                  </td>
                  <td className={styles['number']}>
                    {entry.convergence.groups > 1
                      ? t('plenary.convergence', entry.convergence)
                      : t('plenary.convergence.one')}
                  </td>
                  <td>
                    <span className={styles['chip']}>{t(`options.state.${entry.state}`)}</span>
                    {entry.crossBloc && (
                      <span className={`${styles['chip']} ${styles['good']}`}>{t('options.crossBloc')}</span>
                    )}
                  </td>
                  <td>
                    <Menu
                      label={t('plenary.deeds', { code: entry.code })}
                      icon={<MoreIcon />}
                      items={deedsFor(entry)}
                      onAction={(deed) => onDeed(entry, deed)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
};
