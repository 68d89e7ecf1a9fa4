import type { ReactNode } from 'react';

const WEIGHTS = { normal: { size: '1.25em', strokeWidth: 1.6 }, small: { size: '1.15em', strokeWidth: 1.8 } } as const;

/** A drawing of 20 by 20 in the colour of the text around it; its name stands beside it. */
export const Icon = ({
  weight = 'normal',
  mirrors = false,
  children,
}: {
  /** `small` stands in a line of text. */
  weight?: keyof typeof WEIGHTS;
  /** It points, and turns with the page's direction. */
  mirrors?: boolean;
  children: ReactNode;
}) => {
  const { size, strokeWidth } = WEIGHTS[weight];
  return (
    <svg
      {...(mirrors && { className: 'mirrors' })}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
};
