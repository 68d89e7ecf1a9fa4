import type { GroupId } from '@rapport/domain/ids';
import { countsInStream, type GroupEvent } from '@rapport/protocol/group-events';
import { live } from '../connection/live.ts';
import { NO_DISCUSSION, useDiscussion } from './discussion-store.ts';
import { foldTalk, talkOf } from './fold-discussion.ts';

/** Follows the discussion of a group that is being watched; returns how to stop. */
export const watchDiscussion = (groupId: GroupId): (() => void) => {
  let stopped = false;
  // Of several questions only the last counts; what is told while it is under way comes on top of its answer.
  let asked = 0;
  let meanwhile: GroupEvent[] | null = null;
  let revision: number | null = null;

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    meanwhile = [];
    const outcome = await live.command('discussion.read', { groupId });
    if (stopped || mine !== asked) return;
    const later = meanwhile ?? [];
    meanwhile = null;
    if (!outcome.ok) return useDiscussion.setState({ failure: outcome.failure });
    useDiscussion.setState({ talk: later.reduce(foldTalk, talkOf(outcome.value)), loaded: true, failure: null });
  };

  useDiscussion.setState({ ...NO_DISCUSSION, retry: () => void ask() });
  const stops = [
    live.on('event', (event) => {
      if (event.groupId !== groupId) return;
      if (countsInStream(event.type)) {
        const missed = revision !== null && event.revision > revision + 1;
        revision = event.revision;
        if (missed) return void ask();
      }
      meanwhile?.push(event);
      const { talk } = useDiscussion.getState();
      const next = foldTalk(talk, event);
      if (next !== talk) useDiscussion.setState({ talk: next });
    }),
    live.onConnect(() => {
      revision = null;
      void ask();
    }),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    useDiscussion.setState(NO_DISCUSSION);
  };
};
