import { useEffect, useState } from 'react';
import { leads } from '@rapport/domain/roles';
import type { GroupState, Spotlight } from '@rapport/protocol/group-state';
import { cardTitle } from '../board/card-title.ts';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardContent, useCard, useClusterTitle } from '../board/use-board.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { tellRefusal, type SendCommand } from './send-command.ts';

/** "Look here": an offer that anybody may decline; whoever leads sees what they point at, and ends it. */
export const SpotlightOffer = ({
  state,
  spotlight,
  session,
  send,
  onGo,
}: {
  state: Pick<GroupState, 'id' | 'me'>;
  spotlight: Spotlight;
  session: BoardSession;
  send: SendCommand;
  /** Shows the board at that place. */
  onGo: (id: string) => void;
}) => {
  const t = useT();
  const [answered, setAnswered] = useState<string | null>(null);
  const title = useTitle(session, spotlight);
  const isLeader = leads(state.me.role);
  const isOffered = title !== null && answered !== spotlight.id;
  useEffect(() => {
    if (isOffered && !isLeader) announce(t('spotlight.offer', { title }));
  }, [isOffered, isLeader, title, t]);
  if (title === null || (answered === spotlight.id && !isLeader)) return null;
  return (
    <NoticeBar
      actions={
        <>
          {isOffered && (
            <Button
              size="small"
              variant={isLeader ? 'secondary' : 'primary'}
              onPress={() => {
                setAnswered(spotlight.id);
                onGo(spotlight.subject.id);
              }}
            >
              {t('spotlight.go')}
            </Button>
          )}
          {isLeader ? (
            <Button
              size="small"
              onPress={() => void tellRefusal(send('spotlight.set', { groupId: state.id, subject: null }))}
            >
              {t('spotlight.end')}
            </Button>
          ) : (
            <Button size="small" variant="quiet" onPress={() => setAnswered(spotlight.id)}>
              {t('spotlight.decline')}
            </Button>
          )}
        </>
      }
    >
      {t(isLeader ? 'spotlight.yours' : 'spotlight.offer', { title })}
    </NoticeBar>
  );
};

/** The place's title; null when it is not on the board any more. */
const useTitle = (session: BoardSession, { subject }: Spotlight): string | null => {
  const t = useT();
  const content = useBoardContent(session);
  const card = useCard(content, subject.id as Parameters<typeof useCard>[1]);
  const cluster = useClusterTitle(content, subject.kind === 'cluster' ? subject.id : null);
  if (subject.kind === 'cluster') return cluster === null ? null : cluster || t('board.cluster.untitled');
  return card === null || card.binned ? null : cardTitle(t, card);
};
