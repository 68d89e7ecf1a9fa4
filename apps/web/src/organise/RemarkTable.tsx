import type { RosterRemark } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import styles from './organise.module.css';

/** Remarks about rows of a file: where, and what. The server's words are English whatever the interface speaks. */
export const RemarkTable = ({ remarks, label }: { remarks: readonly RosterRemark[]; label: string }) => {
  const t = useT();
  return (
    <ScrollBox framed limited label={label}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('organise.roster.line')}</th>
            <th scope="col">{t('organise.roster.column')}</th>
            <th scope="col">{t('organise.roster.problem')}</th>
            <th scope="col">{t('organise.roster.code')}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.map((remark) => (
            <tr key={`${remark.record} ${remark.column} ${remark.code}`}>
              <td className={styles['number']}>{remark.line}</td>
              <td>{remark.column === '' ? '–' : remark.column}</td>
              <td lang="en" dir="auto">
                {remark.message}
              </td>
              <td>
                <code>{remark.code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};
