import type { BallotResults, DelegationMeasure, DelegationTally } from '@rapport/domain/ballot-results';
import { intlTag, type Locale } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT, type Translate } from '../messages/use-t.ts';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import styles from './Plenary.module.css';

const SHARES: ReadonlySet<DelegationMeasure> = new Set(['support', 'opposition']);

const figure = (t: Translate, locale: Locale, measure: DelegationMeasure, mean: DelegationTally['mean']): string => {
  if (!mean.shown) return t('plenary.delegations.hidden');
  const format = SHARES.has(measure)
    ? new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 0 })
    : new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: mean.step < 0.1 ? 2 : 1 });
  return format.format(mean.value);
};

/** Beside the heads: what comes out when each delegation counts once. */
export const DelegationTable = ({ results }: { results: BallotResults }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const { byDelegation } = results;
  if (byDelegation === undefined) return null;
  const measures = byDelegation.options[0]?.measures.map(({ measure }) => measure) ?? [];
  const titles = new Map(results.options.map(({ id, title }) => [id, title]));
  return (
    <section className={styles['delegations']}>
      <h3>{t('plenary.delegations')}</h3>
      <p className={styles['soft']}>
        {t('plenary.delegations.base', { delegations: byDelegation.delegations, unassigned: byDelegation.unassigned })}
      </p>
      <ScrollBox label={t('plenary.delegations')}>
        <table className={styles['register']}>
          <thead>
            <tr>
              <th scope="col">{t('plenary.column.option')}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {t(`plenary.measure.${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byDelegation.options.map((option) => (
              <tr key={option.id}>
                <th scope="row" dir="auto">
                  {titles.get(option.id)}
                </th>
                {option.measures.map((tally) => (
                  <td key={tally.measure} className={styles['number']}>
                    {figure(t, locale, tally.measure, tally.mean)}
                    <span className={styles['soft']}>
                      {' '}
                      {t('plenary.delegations.of', { delegations: tally.delegations })}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles['soft']}>{t('plenary.delegations.rule')}</p>
    </section>
  );
};
