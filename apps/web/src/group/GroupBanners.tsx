import { useEffect } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import { watchNews } from '../board/board-news.ts';
import type { BoardSession } from '../board/board-session.ts';
import { watchDiscussion } from '../comments/watch-discussion.ts';
import { useGroup } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';
import { ConnectionBanners } from './ConnectionBanners.tsx';
import styles from './GroupPage.module.css';
import { GroupNotices } from './GroupNotices.tsx';
import { HelpCalls } from './HelpCalls.tsx';
import { RescuedTexts } from './RescuedTexts.tsx';
import type { SendCommand } from './send-command.ts';
import { SpotlightOffer } from './SpotlightOffer.tsx';

/** What the room is told above everything else; there after the first sight of the board. */
export const GroupBanners = ({
  state,
  seatId,
  session,
  send,
  onGo,
}: {
  state: GroupState;
  seatId: string;
  session: BoardSession | null;
  send: SendCommand;
  onGo: (id: string) => void;
}) => {
  const t = useT();
  // What is said about cards comes with all else that comes after them.
  useEffect(() => watchDiscussion(state.id), [state.id]);
  const rescued = useGroup((store) => store.rescued);
  useEffect(() => (session === null ? undefined : watchNews(session)), [session]);
  return (
    <>
      <ConnectionBanners />
      <section className={styles['notices']} aria-label={t('notice.label')}>
        {state.status === 'open' && state.help.length > 0 && <HelpCalls state={state} send={send} />}
        <GroupNotices state={state} seatId={seatId} />
        {state.spotlight !== null && session !== null && state.status === 'open' && (
          <SpotlightOffer state={state} spotlight={state.spotlight} session={session} send={send} onGo={onGo} />
        )}
      </section>
      {rescued.length > 0 && (
        <div className={styles['banner']}>
          <RescuedTexts texts={rescued} />
        </div>
      )}
    </>
  );
};
