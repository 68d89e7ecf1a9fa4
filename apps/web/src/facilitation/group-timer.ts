import type { GroupId } from '@rapport/domain/ids';
import type { Outcome } from '@rapport/protocol/failures';
import type { SendCommand } from '../group/send-command.ts';
import type { TimerDeed } from './TimerControls.tsx';

/** Does what was asked to the timer of a group. */
export const runGroupTimer = (send: SendCommand, groupId: GroupId, deed: TimerDeed): Promise<Outcome<unknown>> => {
  switch (deed.action) {
    case 'start':
      return send('timer.start', { groupId });
    case 'pause':
      return send('timer.pause', { groupId });
    case 'adjust':
      return send('timer.adjust', { groupId, deltaMs: deed.deltaMs });
  }
};
