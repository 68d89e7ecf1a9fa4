import { create } from 'zustand';
import type { CardId, GroupId } from '@rapport/domain/ids';
import type { CommentSubject } from '@rapport/protocol/comments';
import type { Failure } from '@rapport/protocol/failures';
import { countsInStream, type GroupEvent } from '@rapport/protocol/group-events';
import { live } from '../connection/live.ts';
import { requestPanel } from '../group/panel-request.ts';
import { foldTalk, talkKey, NO_TALK, talkOf, type Talk } from './fold-discussion.ts';

type DiscussionStore = {
  talk: Talk;
  /** False until the first answer. */
  loaded: boolean;
  failure: Failure | null;
  retry: () => void;
};

const NOTHING: DiscussionStore = { talk: NO_TALK, loaded: false, failure: null, retry: () => undefined };

/** What is said beside the board of the group this tab watches. */
export const useDiscussion = create<DiscussionStore>(() => NOTHING);

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

  useDiscussion.setState({ ...NOTHING, retry: () => void ask() });
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
    useDiscussion.setState(NOTHING);
  };
};

/** Open comments about something. */
export const useOpenComments = (kind: CommentSubject['kind'], id: string): number =>
  useDiscussion(({ talk }) => talk.open.get(talkKey(kind, id)) ?? 0);

/** How many cards somebody finds like this one. */
export const useSimilarCount = (card: CardId): number => useDiscussion(({ talk }) => talk.similar.get(card)?.size ?? 0);

/** What the panel of comments shows: one thing, or everything. */
export const useTalkView = create<{ subject: CommentSubject | null }>(() => ({ subject: null }));

/** Opens the comments on something, wherever the panel is. */
export const talkAbout = (subject: CommentSubject): void => {
  useTalkView.setState({ subject });
  requestPanel('comments');
};

export const talkAboutAll = (): void => useTalkView.setState({ subject: null });
