import { useEffect, useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Tabs.module.css';

/** Where a key leads from the tab at `index`; null when it leads nowhere. */
const target = (key: string, index: number, count: number, isRtl: boolean): number | null => {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case forward:
      return (index + 1) % count;
    case back:
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/**
 * Several views in one place; only the chosen one is mounted. Arrows, Home and End choose (the ARIA pattern of tabs
 * that select on focus). Not React Aria's: its collections weigh as much as a third of the board's whole budget.
 */
export const Tabs = <Id extends string>({
  label,
  items,
  selected,
  onSelect,
  fill = false,
}: {
  label: string;
  /**
   * `note` is a short word or count beside the label; `isText` when nothing in the content takes the focus, so that the
   * panel has to, to be scrolled by keys.
   */
  items: readonly { id: Id; label: string; note?: string; isText?: boolean; content: ReactNode }[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Fills its parent; the panel scrolls by itself. */
  fill?: boolean;
}) => {
  const base = useId();
  const current = items.find((one) => one.id === selected);
  // What was chosen elsewhere, a ballot that opens say, may lie beyond the end of the strip.
  useEffect(() => {
    const tab = document.getElementById(`${base}-tab-${selected}`);
    const strip = tab?.parentElement;
    if (strip && strip.scrollWidth > strip.clientWidth) tab.scrollIntoView({ block: 'nearest' });
  }, [base, selected]);

  const move = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = target(event.key, index, items.length, isRtl);
    const item = next === null ? undefined : items[next];
    if (item === undefined) return;
    event.preventDefault();
    onSelect(item.id);
    document.getElementById(`${base}-tab-${item.id}`)?.focus();
  };

  return (
    <div className={`${styles['tabs']} ${fill ? styles['fill'] : ''}`}>
      <div role="tablist" aria-label={label} className={styles['list']}>
        {items.map((one, index) => (
          <button
            key={one.id}
            type="button"
            role="tab"
            id={`${base}-tab-${one.id}`}
            aria-selected={one.id === selected}
            aria-controls={one.id === selected ? `${base}-panel-${one.id}` : undefined}
            tabIndex={one.id === selected ? 0 : -1}
            className={styles['tab']}
            onClick={() => onSelect(one.id)}
            onKeyDown={(event) => move(event, index)}
          >
            {one.label}
            {one.note !== undefined && <span className={styles['note']}>{one.note}</span>}
          </button>
        ))}
      </div>
      {current !== undefined && (
        <div
          key={current.id}
          role="tabpanel"
          tabIndex={current.isText === true ? 0 : undefined}
          id={`${base}-panel-${current.id}`}
          aria-labelledby={`${base}-tab-${current.id}`}
          className={styles['panel']}
        >
          {current.content}
        </div>
      )}
    </div>
  );
};
