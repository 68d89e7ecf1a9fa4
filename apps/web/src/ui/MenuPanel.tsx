import type { RefObject } from 'react';
import { Menu, MenuItem, Popover, Text } from 'react-aria-components';
import type { MenuItem as Item } from './Menu.tsx';
import styles from './Menu.module.css';

/** A menu takes the focus when it opens; that is what opening it asked for. */
const FOCUS_FIRST = { autoFocus: 'first' } as const;

export const MenuPanel = ({
  label,
  trigger,
  items,
  onAction,
  onClose,
}: {
  label: string;
  trigger: RefObject<HTMLElement | null>;
  items: readonly Item[];
  onAction: (id: string) => void;
  onClose: () => void;
}) => (
  <Popover
    aria-label={label}
    triggerRef={trigger}
    isOpen
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    className={String(styles['popover'])}
  >
    <Menu
      aria-label={label}
      {...FOCUS_FIRST}
      onAction={(key) => onAction(String(key))}
      onClose={onClose}
      className={String(styles['menu'])}
    >
      {items.map((item) => (
        <MenuItem
          key={item.id}
          id={item.id}
          textValue={item.label}
          isDisabled={item.isDisabled === true}
          className={`${styles['item']} ${item.tone === 'danger' ? styles['danger'] : ''}`}
        >
          <Text slot="label">{item.label}</Text>
          {item.hint !== undefined && (
            <Text slot="description" className={styles['hint']}>
              {item.hint}
            </Text>
          )}
        </MenuItem>
      ))}
    </Menu>
  </Popover>
);
