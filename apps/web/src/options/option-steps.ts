import type { GroupOption } from '@rapport/protocol/options';
import type { GroupState } from '@rapport/protocol/group-state';

/** States of options the group has let go of, one way or the other. */
const SETTLED: ReadonlySet<GroupOption['state']> = new Set(['merged', 'set-aside']);
const FORWARDED: ReadonlySet<GroupOption['state']> = new Set(['forwarded', 'plenary', 'paper', 'merged']);

/** Options the group still works on. */
export const isPursued = (option: GroupOption): boolean => !SETTLED.has(option.state);

export const isForwarded = (option: GroupOption): boolean => FORWARDED.has(option.state);

/** The group is asked about the text as it is frozen now. */
export const isReadBack = (option: GroupOption): boolean =>
  option.frozen && option.readback !== null && option.readback.version === option.version;

/** Answers count, and may be changed. */
export const takesAnswers = (option: GroupOption): boolean =>
  isPursued(option) && !isForwarded(option) && isReadBack(option);

/** Texts the group can be asked about: frozen, and not gone to the plenary. */
export const canBeReadBack = (option: GroupOption): boolean =>
  isPursued(option) && !isForwarded(option) && option.frozen && option.version !== null;

/** Why an option cannot go to the plenary yet; null when it can. The server says the same. */
export type ForwardObstacle = 'forwarded' | 'set-aside' | 'not-frozen' | 'not-read-back' | 'not-accepted';

export const forwardObstacle = (option: GroupOption): ForwardObstacle | null => {
  if (isForwarded(option)) return 'forwarded';
  if (!isPursued(option)) return 'set-aside';
  if (!option.frozen || option.version === null) return 'not-frozen';
  if (!isReadBack(option)) return 'not-read-back';
  return (option.readback?.accepted ?? 0) > 0 ? null : 'not-accepted';
};

type Forwarding = Pick<GroupState, 'options' | 'symposium'>;

/** How many options the group may still forward. */
export const forwardsLeft = ({ options, symposium }: Forwarding): number =>
  Math.max(0, symposium.forwardLimit - options.filter(isForwarded).length);

type Answering = Pick<GroupState, 'options' | 'me' | 'status'>;

/** Options whose text is read back and to which the caller's own seat has not answered. */
export const unanswered = ({ options, me }: Answering): GroupOption[] =>
  options.filter(
    (option) =>
      takesAnswers(option) && (me.options.find(({ optionId }) => optionId === option.id)?.answer ?? null) === null,
  );

/** Which texts have been read back, as a key that changes only when the group is asked anew. */
export const readbackKey = (options: readonly GroupOption[]): string =>
  options.flatMap(({ id, readback }) => (readback === null ? [] : [`${id}@${readback.version}`])).join(' ');

/** What comes next in reading back: ask the group, then forward; null when neither is due. */
export const readbackStep = (state: Forwarding): 'ask-readback' | 'forward' | null => {
  if (state.options.some((option) => canBeReadBack(option) && !isReadBack(option))) return 'ask-readback';
  const ready = state.options.some((option) => forwardObstacle(option) === null);
  return ready && forwardsLeft(state) > 0 ? 'forward' : null;
};
