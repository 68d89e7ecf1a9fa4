import type { ReactNode } from 'react';
import { reportDocument } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import { readsReport } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import { useBoard } from '../board/use-board.ts';
import { watchTouchedSentences } from '../documents/touched-sentences.ts';
import { useDocument } from '../documents/use-document.ts';
import { WatchedGroup } from '../group/WatchedGroup.tsx';
import { useT } from '../messages/use-t.ts';
import { Screen } from '../pages/Screen.tsx';
import { paths } from '../paths.ts';
import { api } from '../session/http.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { groupName } from '../ui/group-name.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { ReportDesk } from './ReportDesk.tsx';

/** `/g/<id>/report`: where the report of a group is written, or read while it is read back. */
export const ReportPage = ({ groupId }: { groupId: GroupId }) => (
  <WatchedGroup groupId={groupId}>
    {({ state, problem }) => <ReportFrame state={state} problem={problem} />}
  </WatchedGroup>
);

const ReportFrame = ({ state, problem }: { state: GroupState; problem: ReactNode }) => {
  const t = useT();
  usePageTitle(t('report.page', { group: groupName(t, state) }));
  const { symposium, me, phase } = state;
  return (
    <Screen marking={symposium.marking} chathamHouse={symposium.chathamHouse} width="wide">
      {problem}
      {readsReport(me.role, phase.kind) ? (
        <OpenReport state={state} />
      ) : (
        <EmptyState
          title={t('report.notYet')}
          action={<LinkButton href={paths.group(state.id)}>{t('report.back')}</LinkButton>}
        >
          <p>{t('report.notYet.body')}</p>
        </EmptyState>
      )}
    </Screen>
  );
};

const OpenReport = ({ state }: { state: GroupState }) => {
  const live = useDocument(reportDocument(state.id), watchTouchedSentences);
  // Options and ideas are shown from the board, which is only read here.
  const board = useBoard(state.id);
  if (live === null || board === null) return <Skeleton lines={8} />;
  return <ReportDesk state={state} live={live} board={board} calls={api} />;
};
