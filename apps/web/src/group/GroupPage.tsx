import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import { deny } from '@rapport/domain/permissions';
import { leads } from '@rapport/domain/roles';
import { BoardView } from '../board/BoardView.tsx';
import { lookAt } from '../board/look-at.ts';
import { useBoard } from '../board/use-board.ts';
import { watchAuthors } from '../connection/authors-store.ts';
import { announceFirstSight } from '../connection/first-sight.ts';
import { live } from '../connection/live.ts';
import { useFirstSight } from '../connection/use-first-sight.ts';
import { SaveState } from '../documents/SaveState.tsx';
import type { Votable } from '../facilitation/OpenBallotDialog.tsx';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Marking } from '../ui/Marking.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { AttributionLine } from './AttributionLine.tsx';
import { GroupHeader } from './GroupHeader.tsx';
import styles from './GroupPage.module.css';
import { GuideStrip } from './GuideStrip.tsx';
import { requestPanel, usePanelRequest } from './panel-request.ts';
import type { PanelId } from './panels.ts';
import type { SendCommand } from './send-command.ts';
import { SidePanel, usePanelSize, Waiting } from './SidePanel.tsx';
import { useMedia } from './use-media.ts';
import { usePanel } from './use-panel.ts';
import { ViewTabs } from './ViewTabs.tsx';
import { WatchedGroup, type Watched } from './WatchedGroup.tsx';

// A board is usable before anybody opens what stands beside it.
const GroupBanners = lazy(async () => ({ default: (await import('./GroupBanners.tsx')).GroupBanners }));
const FirstNotice = lazy(async () => ({ default: (await import('./FirstNotice.tsx')).FirstNotice }));
const KeysHelp = lazy(async () => ({ default: (await import('./KeysHelp.tsx')).KeysHelp }));
const DraftsPanel = lazy(async () => ({ default: (await import('../drafts/DraftsPanel.tsx')).DraftsPanel }));
const OutlineView = lazy(async () => ({ default: (await import('../outline/OutlineView.tsx')).OutlineView }));
const CommentsPanel = lazy(async () => ({ default: (await import('../comments/CommentsPanel.tsx')).CommentsPanel }));
const OptionsPanel = lazy(async () => ({ default: (await import('../options/OptionsPanel.tsx')).OptionsPanel }));
const BallotPanel = lazy(async () => ({ default: (await import('../ballots/BallotPanel.tsx')).BallotPanel }));
const ResultsPanel = lazy(async () => ({ default: (await import('../ballots/ResultsPanel.tsx')).ResultsPanel }));
const ReportPanel = lazy(async () => ({ default: (await import('../report/ReportPanel.tsx')).ReportPanel }));
const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }));
const LeaderBar = lazy(async () => ({ default: (await import('../facilitation/LeaderBar.tsx')).LeaderBar }));

export { openGroupAhead } from './open-group-ahead.ts';

const send: SendCommand = (name, input) => live.command(name, input);

/** `/g/<id>`: watches the group and shows it, or says why it cannot. */
export const GroupPage = ({ groupId }: { groupId: GroupId }) => (
  <WatchedGroup groupId={groupId}>{(watched) => <GroupFrame {...watched} />}</WatchedGroup>
);

const GroupFrame = ({ state, seat, problem }: Watched) => {
  const t = useT();
  const groupId = state.id;
  usePageTitle(state.name);
  useEffect(() => watchAuthors(groupId), [groupId]);
  const narrow = useMedia('(max-width: 820px)');
  const firstSight = useFirstSight();
  // Held open for as long as the page is there: switching views must not close the document.
  const board = useBoard(groupId);
  const { panels, panel, waiting, reason, choose } = usePanel(state, narrow);
  const [size, setSize] = usePanelSize(reason);
  const [help, setHelp] = useState(false);
  const [calling, setCalling] = useState(false);
  const openHelp = useCallback(() => setHelp(true), []);
  const votesNow = state.ballots.some(({ id, status }) => status === 'open' && state.me.entitled.includes(id));
  const mayExport = deny('report.export', state.me.role, state) === null;

  const showsBoard = !narrow || panel === 'board';
  useEffect(() => {
    // Where there is no board on the screen, the frame is the first sight.
    if (!showsBoard || size === 'full') announceFirstSight();
  }, [showsBoard, size]);

  const open = (chosen: PanelId): void => {
    choose(chosen);
    if (size === 'rail') setSize('side');
  };
  usePanelRequest(open);
  const asked = useRef(location.hash);
  useEffect(() => {
    // A link from elsewhere leads to a panel, once.
    if (asked.current !== '#options') return;
    asked.current = '';
    requestPanel('options');
  }, []);
  const goTo = (id: string): void => {
    if (narrow) open('board');
    else if (size === 'full') setSize('side');
    // The board may be on its way onto the screen.
    if (board !== null) requestAnimationFrame(() => lookAt(board, id));
  };
  const suggest = async (): Promise<void> => {
    if (board === null) return;
    if (narrow) open('board');
    else if (size === 'full') setSize('side');
    const { suggestClusters } = await import('../board/suggest-clusters.ts');
    await suggestClusters(board, send);
  };
  const tidy = (): void => {
    if (narrow) open('board');
    else if (size === 'full') setSize('side');
    board?.ui.setState({ dialog: { kind: 'tidy' } });
  };
  const readVotable = (): Votable => {
    if (board === null) return { cards: [], clusters: [], selected: [] };
    const { records } = board;
    const cards = records.cardIds().map((id) => ({ id }));
    const { selection } = board.ui.getState();
    return {
      cards,
      clusters: records.clusterIds().map((id) => ({ id })),
      selected: cards.filter(({ id }) => selection.has(id)),
    };
  };

  const attribution = <AttributionLine attribution={state.attribution} chathamHouse={state.symposium.chathamHouse} />;
  const render = (id: PanelId): ReactNode => {
    switch (id) {
      case 'drafts':
        return <DraftsPanel groupId={groupId} />;
      case 'outline':
        return (
          <>
            {attribution}
            <OutlineView
              groupId={groupId}
              isAlone={narrow || size === 'full'}
              onWritePrivately={() => open('drafts')}
              {...(narrow && { onShow: () => open('board') })}
            />
          </>
        );
      case 'board':
        return <BoardView groupId={groupId} onWritePrivately={() => open('drafts')} />;
      case 'comments':
        return <CommentsPanel state={state} session={board} send={send} />;
      case 'options':
        return <OptionsPanel state={state} delegation={seat?.delegation ?? null} send={send} onGoTo={goTo} />;
      case 'ballot':
        return <BallotPanel state={state} seat={seat} send={send} />;
      case 'results':
        return <ResultsPanel state={state} send={send} />;
      case 'report':
        return <ReportPanel state={state} />;
    }
  };
  const banners = (
    <>
      {firstSight && (
        <Suspense>
          <GroupBanners state={state} seatId={seat?.id ?? 'organiser'} session={board} send={send} onGo={goTo} />
        </Suspense>
      )}
      {problem !== false && <div className={styles['banner']}>{problem}</div>}
      {state.status === 'closed' && (
        <div className={styles['closed']} role="status">
          <p>{t(mayExport ? 'group.closed.export' : 'group.closed')}</p>
          {mayExport && panel !== 'report' && (
            <Button size="small" onPress={() => open('report')}>
              {t('group.closed.report')}
            </Button>
          )}
        </div>
      )}
    </>
  );
  const leaderBar = leads(state.me.role) && (
    <Suspense fallback={<div className={styles['barPlace']} />}>
      {firstSight ? (
        <LeaderBar
          state={state}
          narrow={narrow}
          readVotable={readVotable}
          suggest={suggest}
          tidy={tidy}
          onGoTo={goTo}
          send={send}
        />
      ) : (
        <div className={styles['barPlace']} />
      )}
    </Suspense>
  );
  // Its words come with all others. A paper says on its face what is known of it, and has the room for itself.
  const isAboutVotes = panel === 'ballot' || panel === 'results';
  const firstNotice = firstSight && seat !== null && !isAboutVotes && (
    <Suspense>
      <FirstNotice state={state} seatId={seat.id} />
    </Suspense>
  );

  return (
    <div className={styles['page']}>
      <Marking place="top" marking={state.symposium.marking} chathamHouse={state.symposium.chathamHouse} />
      <GroupHeader
        state={state}
        name={seat?.displayName ?? null}
        saveState={<SaveState />}
        narrow={narrow}
        onHelp={openHelp}
        onCallHelp={deny('help.ask', state.me.role, state) === null ? () => setCalling(true) : null}
        onSeeResults={() => open('results')}
      />
      <div className={styles['banners']}>{banners}</div>
      {narrow ? (
        <>
          <main
            {...(panel !== 'board' && { 'data-region': '' })}
            className={panel === 'board' ? styles['fill'] : styles['view']}
          >
            {panel !== 'board' && (
              <>
                <GuideStrip state={state} send={send} />
                {firstNotice}
              </>
            )}
            {waiting !== null && <Waiting panel={waiting} onChoose={open} />}
            {panel === 'board' && attribution}
            <Suspense fallback={<Skeleton lines={6} />}>{render(panel)}</Suspense>
          </main>
          {leaderBar}
          <ViewTabs panels={panels} panel={panel} onChoose={open} />
        </>
      ) : (
        <>
          <main className={`${styles['columns']} ${styles[size]}`}>
            {size !== 'full' && (
              <div className={styles['board']}>
                <BoardView groupId={groupId} onWritePrivately={() => open('drafts')} />
              </div>
            )}
            <SidePanel
              renderHead={(tools) => <GuideStrip state={state} send={send} tools={tools} folded={size === 'full'} />}
              panels={panels}
              texts={votesNow || leads(state.me.role) ? [] : ['ballot']}
              panel={panel}
              waiting={waiting}
              size={size}
              onSize={setSize}
              onChoose={open}
              // What stands beside the board comes after it.
              render={(id) =>
                firstSight || size === 'full' ? (
                  <>
                    {firstNotice}
                    <Suspense fallback={<Skeleton lines={6} />}>{render(id)}</Suspense>
                  </>
                ) : (
                  <Skeleton lines={6} />
                )
              }
            />
          </main>
          {leaderBar}
        </>
      )}
      <Marking place="bottom" marking={state.symposium.marking} />
      {calling && (
        <Suspense>
          <HelpDialog groupId={groupId} send={send} onClose={() => setCalling(false)} />
        </Suspense>
      )}
      {firstSight && (
        <Suspense>
          <KeysHelp isOpen={help} onOpen={openHelp} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
};
