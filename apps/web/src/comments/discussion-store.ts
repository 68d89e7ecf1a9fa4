import { create } from 'zustand';
import type { CardId } from '@rapport/domain/ids';
import type { CommentSubject } from '@rapport/protocol/comments';
import type { Failure } from '@rapport/protocol/failures';
import { requestPanel } from '../group/panel-request.ts';
import { NO_TALK, talkKey, type Talk } from './talk.ts';

type DiscussionStore = {
  talk: Talk;
  /** False until the first answer. */
  loaded: boolean;
  failure: Failure | null;
  retry: () => void;
};

export const NO_DISCUSSION: DiscussionStore = { talk: NO_TALK, loaded: false, failure: null, retry: () => undefined };

/** What is said beside the board of the group this tab watches. */
export const useDiscussion = create<DiscussionStore>(() => NO_DISCUSSION);

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
