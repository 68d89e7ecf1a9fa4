import type { DotSettings } from '@rapport/domain/ballots';

export type Dots = Readonly<Record<string, number>>;

export const dotsUsed = (dots: Dots): number => Object.values(dots).reduce((sum, one) => sum + one, 0);

/**
 * Sets how many dots an option has. More than the cap or the budget allows is not possible: the nearest number that is
 * stands instead. Options without a dot are left out.
 */
export const giveDots = (dots: Dots, optionId: string, wanted: number, { budget, cap }: DotSettings): Dots => {
  const { [optionId]: before = 0, ...others } = dots;
  const most = Math.min(cap, budget - dotsUsed(others));
  const given = Math.max(0, Math.min(wanted, most));
  if (given === before) return dots;
  return given === 0 ? others : { ...others, [optionId]: given };
};
