import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

// Like menus, it comes when the first one opens.
const FlyoutPanel = lazy(async () => ({ default: (await import('./FlyoutPanel.tsx')).FlyoutPanel }));

/** A button that opens a small panel beside it. With `icon` alone the label is its name and hint. */
export const Flyout = ({
  label,
  trigger,
  icon,
  variant = 'quiet',
  size = 'small',
  onOpen,
  children,
}: {
  /** Names the panel. */
  label: string;
  /** What the button shows; its text is the button's name. */
  trigger?: ReactNode;
  icon?: ReactNode;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  onOpen?: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
}) => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => setOpen(false);
  const shared = {
    ref: button,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': isOpen,
    onPress: () => {
      setOpen(!isOpen);
      if (!isOpen) onOpen?.();
    },
  };
  return (
    <>
      {trigger === undefined ? (
        <IconButton {...shared} label={label} icon={icon} />
      ) : (
        <Button {...shared} variant={variant} size={size}>
          {trigger}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <FlyoutPanel label={label} trigger={button} onClose={close}>
            {typeof children === 'function' ? children(close) : children}
          </FlyoutPanel>
        </Suspense>
      )}
    </>
  );
};
