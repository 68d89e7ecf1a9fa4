import { Thresholds } from '@rapport/domain/ballots';

export const THRESHOLDS = [
  'support',
  'rejection',
  'follower',
  'points',
  'z',
  'consensus',
  'dissent',
] as const satisfies readonly (keyof Thresholds)[];

/** Shares are read and written in percent. */
const PERCENT = new Set<keyof Thresholds>(['support', 'rejection', 'follower']);

export const thresholdText = (name: keyof Thresholds, value: number): string =>
  PERCENT.has(name) ? String(Math.round(value * 100)) : String(value);

/** The threshold that was typed, with a point or a comma; null when it is none. */
export const readThreshold = (name: keyof Thresholds, text: string): number | null => {
  const typed = text.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!/^\d+(\.\d+)?$/.test(typed)) return null;
  const value = PERCENT.has(name) ? Number(typed) / 100 : Number(typed);
  return Thresholds.shape[name].safeParse(value).success ? value : null;
};

/** The thresholds that were changed; null while one of them is wrong. */
export const readThresholds = (texts: Partial<Record<keyof Thresholds, string>>): Partial<Thresholds> | null => {
  const changed: Partial<Thresholds> = {};
  for (const name of THRESHOLDS) {
    const text = texts[name];
    if (text === undefined) continue;
    const value = readThreshold(name, text);
    if (value === null) return null;
    changed[name] = value;
  }
  return changed;
};
