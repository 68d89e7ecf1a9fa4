import styles from './Sheets.module.css';
import type { Sheet } from './use-sheets.ts';

/** Pages as they will be printed, one below the other; `describe` says which page stands at an index. */
export const Sheets = ({ sheets, describe }: { sheets: readonly Sheet[]; describe: (index: number) => string }) => (
  <ol className={styles['sheets']}>
    {sheets.map(({ url }, index) => (
      <li key={index}>
        <img className={styles['sheet']} src={url} width={595} height={842} alt={describe(index)} />
      </li>
    ))}
  </ol>
);
