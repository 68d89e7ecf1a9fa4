import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

// Like dialogs, menus come when the first one opens.
const MenuPanel = lazy(async () => ({ default: (await import('./MenuPanel.tsx')).MenuPanel }));

export type MenuItem = {
  id: string;
  label: string;
  /** A second line, or why it is disabled. */
  hint?: string;
  isDisabled?: boolean;
  tone?: 'danger';
};

/** A button that opens a list of deeds. With `icon` the label is its name, else its text. */
export const Menu = ({
  label,
  icon,
  items,
  onAction,
  onOpen,
  isDisabled = false,
  variant = 'secondary',
  tabIndex = 0,
}: {
  label: string;
  icon?: ReactNode;
  items: readonly MenuItem[];
  onAction: (id: string) => void;
  /** Before it is shown: the moment to find out what it may offer. */
  onOpen?: () => void;
  isDisabled?: boolean;
  variant?: 'secondary' | 'quiet';
  tabIndex?: 0 | -1;
}) => {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const shared = {
    ref: trigger,
    isDisabled,
    tabIndex,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    onPress: () => {
      onOpen?.();
      setOpen(true);
    },
  };
  return (
    <>
      {icon === undefined ? (
        <Button {...shared} variant={variant}>
          {label}
        </Button>
      ) : (
        <IconButton {...shared} label={label} icon={icon} />
      )}
      {isOpen && (
        <Suspense>
          <MenuPanel label={label} trigger={trigger} items={items} onAction={onAction} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
