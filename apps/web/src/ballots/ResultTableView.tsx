import { useT, type Translate } from '../messages/use-t.ts';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import { decimal, percent } from './result-figures.ts';
import type { Cell, Column, ResultTable } from './result-table.ts';
import styles from './ResultTableView.module.css';

const cellText = (t: Translate, cell: Cell, { format }: Column): string => {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (format) {
    case 'percent':
      return percent(t, cell);
    case 'decimal':
    case 'text':
    case 'title':
    case 'count':
      return decimal(t, cell);
  }
};

/** The figures of a result as a table. It may be wider than its place and then scrolls by itself. */
export const ResultTableView = ({ table, caption }: { table: ResultTable; caption: string }) => {
  const t = useT();
  return (
    <ScrollBox framed label={table.caption ?? caption}>
      <table className={styles['table']}>
        <caption className={table.caption === null ? 'visually-hidden' : styles['caption']}>
          {table.caption ?? caption}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={column.format === 'text' || column.format === 'title' ? undefined : styles['number']}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // Rows never move: a result does not change.
            <tr key={at}>
              {row.map((cell, index) => {
                const column = table.columns[index];
                if (column === undefined) return null;
                const text = cellText(t, cell, column);
                return column.format === 'title' ? (
                  <th key={column.label} scope="row" dir="auto">
                    {text}
                  </th>
                ) : (
                  <td key={column.label} className={column.format === 'text' ? undefined : styles['number']}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};
