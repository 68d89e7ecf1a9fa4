import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

/** Several views in one place; only the chosen one is mounted. */
export const Tabs = <Id extends string>({
  label,
  items,
  selected,
  onSelect,
  fill = false,
}: {
  label: string;
  /** `note` is a short word or count beside the label. */
  items: readonly { id: Id; label: string; note?: string; content: ReactNode }[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Fills its parent; the panel scrolls by itself. */
  fill?: boolean;
}) => (
  <AriaTabs
    className={`${styles['tabs']} ${fill ? styles['fill'] : ''}`}
    selectedKey={selected}
    onSelectionChange={(key) => {
      const item = items.find((one) => one.id === key);
      if (item !== undefined) onSelect(item.id);
    }}
  >
    <TabList aria-label={label} className={String(styles['list'])}>
      {items.map((one) => (
        <Tab key={one.id} id={one.id} className={String(styles['tab'])}>
          {one.label}
          {one.note !== undefined && <span className={styles['note']}>{one.note}</span>}
        </Tab>
      ))}
    </TabList>
    {items.map((one) => (
      <TabPanel key={one.id} id={one.id} className={String(styles['panel'])}>
        {one.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
