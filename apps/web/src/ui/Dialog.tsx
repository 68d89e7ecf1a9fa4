import { lazy, Suspense, type ReactNode } from 'react';
import { useFocusBack } from './use-focus-back.ts';

// The machinery of modals comes when the first one opens: a board is usable without it.
const DialogPanel = lazy(async () => ({ default: (await import('./DialogPanel.tsx')).DialogPanel }));

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end; the last one is the deed. */
  actions?: ReactNode;
  /** `alertdialog` where something is at stake. */
  role?: 'dialog' | 'alertdialog';
  width?: 'normal' | 'wide';
  /** A press beside it must not lose what somebody has filled in. */
  holdsInput?: boolean;
};

/** A modal dialog: takes the focus, gives it back, closes with Esc and on the outside. */
export const Dialog = (props: DialogProps) => props.isOpen && <OpenDialog {...props} />;

const OpenDialog = (props: DialogProps) => {
  useFocusBack();
  return (
    <Suspense>
      <DialogPanel {...props} />
    </Suspense>
  );
};
