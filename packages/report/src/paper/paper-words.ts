import type { GroupPlace, PaperOption, ProjectedSymposium } from '@rapport/domain/symposium-record';
import { isRegistered } from '@rapport/domain/options';
import type { BlocWords } from '../words.ts';
import { blocName } from '../words.ts';

/** What every part of an options paper is written with. */
export type PaperWords = BlocWords & { record: ProjectedSymposium };

/** A group as the codes of its options name it: `R1-G07`. */
export const placeText = ({ round, number }: GroupPlace): string => `R${round}-G${String(number).padStart(2, '0')}`;

/** Whose a ballot was, or an option. */
export const whoseText = ({ t }: PaperWords, group: GroupPlace | null): string =>
  group === null ? t('paper.option.plenary') : t('paper.option.group', { place: placeText(group) });

/** Where an option stands in the paper, agreement first; the last two have no class. */
export type PaperClass =
  | { kind: 'shared-support' | 'split' | 'shared-rejection' | 'open' | 'unclassed' | 'not-judged' }
  | { kind: 'led'; by: string };

export const classOf = ({ verdict, judged }: PaperOption): PaperClass => {
  if (verdict !== null) return verdict.class === 'led' ? { kind: 'led', by: verdict.by } : { kind: verdict.class };
  return { kind: judged.length > 0 ? 'unclassed' : 'not-judged' };
};

export const className = (words: PaperWords, one: PaperClass): string =>
  one.kind === 'led'
    ? words.t('paper.class.led', { bloc: blocName(words, one.by) })
    : words.t(`paper.class.${one.kind}`);

/** Every class that has options, in the order in which they are read. */
export const byClass = (
  { record }: PaperWords,
  options: readonly PaperOption[],
): { of: PaperClass; options: PaperOption[] }[] => {
  const order: PaperClass[] = [
    { kind: 'shared-support' },
    ...record.symposium.sides.map((by): PaperClass => ({ kind: 'led', by })),
    { kind: 'split' },
    { kind: 'shared-rejection' },
    { kind: 'open' },
    { kind: 'unclassed' },
    { kind: 'not-judged' },
  ];
  const keyOf = (one: PaperClass): string => (one.kind === 'led' ? `led ${one.by}` : one.kind);
  const groups = Map.groupBy(options, (option) => keyOf(classOf(option)));
  return order.flatMap((of) => {
    const found = groups.get(keyOf(of));
    if (found === undefined) return [];
    // The register's order is that of codes; what more groups proposed comes first.
    return [{ of, options: found.toSorted((one, other) => other.proposedBy.length - one.proposedBy.length) }];
  });
};

/** Which options the paper is about, and which others the register holds. */
export type Selection = {
  /** False while the plenary has placed none: then all that live stand in the paper. */
  chosen: boolean;
  body: PaperOption[];
  rest: PaperOption[];
  merged: PaperOption[];
};

export const selectOptions = ({ options }: ProjectedSymposium): Selection => {
  const living = options.filter(({ state }) => isRegistered(state) && state !== 'merged');
  const placed = living.filter(({ state }) => state === 'paper');
  const chosen = placed.length > 0;
  return {
    chosen,
    body: chosen ? placed : living,
    rest: chosen ? living.filter(({ state }) => state !== 'paper') : [],
    merged: options.filter(({ state }) => state === 'merged'),
  };
};
