import { useSyncExternalStore } from 'react';
import type { CommentSubject } from '@rapport/protocol/comments';
import type { BoardSession } from '../board/board-session.ts';
import { cardTitle } from '../board/card-title.ts';
import { useGroup } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';

const NEVER = (): (() => void) => () => undefined;

/** What a comment is about, in words; says so when it has left the board. */
export const useSubjectTitle = (session: BoardSession | null, subject: CommentSubject): string => {
  const t = useT();
  const code = useGroup(({ state }) => state?.options.find((option) => option.id === subject.id)?.code ?? null);
  const title = useSyncExternalStore(
    session === null
      ? NEVER
      : (listener) => session.records.subscribe(subject.kind === 'option' ? 'ids' : subject.id, listener),
    () => {
      if (session === null || subject.kind === 'option') return null;
      if (subject.kind === 'cluster') {
        const cluster = session.records.cluster(subject.id);
        return cluster === null ? null : cluster.title.trim() || t('board.cluster.untitled');
      }
      const card = session.records.card(subject.id);
      return card === null || card.binned ? null : cardTitle(t, card);
    },
  );
  return (subject.kind === 'option' ? code : title) ?? t('comments.gone');
};
