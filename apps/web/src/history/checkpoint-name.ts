import type { Checkpoint } from '@rapport/protocol/history';
import type { Translate } from '../messages/use-t.ts';

/** The phase stands for the time: under the Rule there is no other. */
export const checkpointName = (t: Translate, { reason, phase }: Checkpoint): string =>
  t(`history.reason.${reason}`, { phase: t(`shell.phase.${phase.kind}`) });
