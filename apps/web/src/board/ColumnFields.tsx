import { useT } from '../messages/use-t.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Choices.module.css';
import type { Columns } from './pasted-cards.ts';

/** Of a table: which column is the title, which are the text, and whether its first row only names them. */
export const ColumnFields = ({
  rows,
  columns,
  onChange,
}: {
  rows: readonly (readonly string[])[];
  columns: Columns;
  onChange: (columns: Columns) => void;
}) => {
  const t = useT();
  const width = Math.max(...rows.map((row) => row.length));
  const named = Array.from({ length: width }, (_, column) => {
    const first = rows.map((row) => (row[column] ?? '').trim()).find((cell) => cell !== '') ?? '';
    return { column, name: t('paste.column', { number: column + 1, first: first.slice(0, 40) }) };
  });
  return (
    <>
      <Checkbox isSelected={columns.hasHead} onChange={(hasHead) => onChange({ ...columns, hasHead })}>
        {t('paste.hasHead')}
      </Checkbox>
      <Select
        label={t('paste.titleColumn')}
        value={String(columns.title)}
        options={named.map(({ column, name }) => ({ value: String(column), label: name }))}
        onChange={(value) => {
          const title = Number(value);
          onChange({ ...columns, title, body: columns.body.filter((column) => column !== title) });
        }}
      />
      <fieldset className={styles['choices']}>
        <legend>{t('paste.bodyColumns')}</legend>
        {named
          .filter(({ column }) => column !== columns.title)
          .map(({ column, name }) => (
            <Checkbox
              key={column}
              isSelected={columns.body.includes(column)}
              onChange={(on) =>
                onChange({
                  ...columns,
                  body: named
                    .map((one) => one.column)
                    .filter((one) => (one === column ? on : columns.body.includes(one))),
                })
              }
            >
              <span dir="auto">{name}</span>
            </Checkbox>
          ))}
      </fieldset>
    </>
  );
};
