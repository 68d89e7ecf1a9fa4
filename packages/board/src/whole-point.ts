import type { Point } from '@rapport/domain/card';

/** Whole px: fractions cost bytes and nobody sees them. */
export const wholePoint = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];
