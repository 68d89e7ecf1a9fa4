import type { RegisterEntry } from '@rapport/protocol/options';
import { useT } from '../messages/use-t.ts';
import styles from './Plenary.module.css';

/**
 * What stands beside an option wherever it goes: reservations, and who signed it, unless that stands elsewhere. `under`
 * is the level of the heading above.
 */
export const Remarks = ({
  entry,
  under,
  sponsors = true,
}: {
  entry: RegisterEntry;
  under: 1 | 2 | 3;
  sponsors?: boolean;
}) => {
  const t = useT();
  const Heading = `h${(under + 1) as 2 | 3 | 4}` as const;
  const reservations = [...entry.reservations.map((one) => ({ ...one, code: null })), ...entry.carried];
  return (
    <>
      {reservations.length > 0 && (
        <section>
          <Heading className={styles['remarksTitle']}>
            {t('plenary.reservations', { count: reservations.length })}
          </Heading>
          <ul className={styles['remarks']}>
            {reservations.map(({ kind, text, code }, index) => (
              // The same words may stand twice; the list never changes while it is shown.
              <li key={index}>
                {code !== null && (
                  <span className={styles['code']} dir="ltr">
                    {code}
                  </span>
                )}{' '}
                <strong>{t(`plenary.reservation.${kind}`)}</strong> <span dir="auto">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sponsors && entry.sponsors.length > 0 && (
        <p className={styles['soft']}>
          {t('plenary.sponsors')}{' '}
          <bdi>
            {entry.sponsors.map(({ delegation, suspended }) => (suspended ? `(${delegation})` : delegation)).join(', ')}
          </bdi>
        </p>
      )}
    </>
  );
};
