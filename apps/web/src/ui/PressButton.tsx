import type { AriaAttributes, MouseEvent, ReactNode, Ref } from 'react';

export type PressButtonProps = Pick<
  AriaAttributes,
  'aria-label' | 'aria-haspopup' | 'aria-expanded' | 'aria-pressed'
> & {
  ref?: Ref<HTMLButtonElement>;
  type?: 'button' | 'submit';
  /** −1 in a list that is one tab stop. */
  tabIndex?: 0 | -1;
  isDisabled?: boolean;
  /** Its deed runs: it keeps the focus and does nothing more until that has ended. */
  isPending?: boolean;
  onPress?: () => void;
  children?: ReactNode;
};

/**
 * The platform's own button. Not React Aria's: everything that makes presses the same in menus and lists weighs a tenth
 * of the board's whole budget, and a button alone needs none of it.
 */
export const PressButton = ({
  type = 'button',
  isDisabled = false,
  isPending = false,
  onPress,
  ...props
}: PressButtonProps & { className: string; 'data-hint'?: string }) => (
  <button
    {...props}
    type={type}
    disabled={isDisabled}
    {...(isPending && { 'aria-disabled': true, 'data-pending': true })}
    onClick={(event) => press(event, isPending ? undefined : onPress, isPending)}
  />
);

const press = (event: MouseEvent<HTMLButtonElement>, onPress: (() => void) | undefined, isPending: boolean): void => {
  if (isPending) event.preventDefault();
  // Safari gives no focus to a button that is clicked, and a menu would not know where to give it back.
  else if (document.activeElement === document.body) event.currentTarget.focus({ preventScroll: true });
  onPress?.();
};
