import { useStore } from 'zustand';
import { draftDocument } from '@rapport/domain/document-id';
import type { GroupId, SeatId } from '@rapport/domain/ids';
import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import { useGroup } from '../connection/group-store.ts';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import type { LiveDocument } from '../documents/live-document.ts';
import { useDocument } from '../documents/use-document.ts';
import { useT } from '../messages/use-t.ts';
import { useSession } from '../session/session-store.ts';
import { Callout } from '../ui/Callout.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { DraftComposer } from './DraftComposer.tsx';
import styles from './DraftsPanel.module.css';
import { LaterDrafts } from './LaterDrafts.tsx';
import { MyCards } from './MyCards.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';
import { useDrafts } from './use-drafts.ts';

/** Where one writes cards that nobody else receives until the reveal. */
export const DraftsPanel = ({ groupId }: { groupId: GroupId }) => {
  const t = useT();
  const seatId = useSession((session) => session.me?.seat?.id ?? null);
  const group = useGroup((store) => store.state);
  return (
    <section aria-label={t('drafts.label')} className={styles['panel']}>
      {seatId === null || group === null ? (
        <Skeleton lines={5} />
      ) : (
        <SeatDrafts groupId={groupId} seatId={seatId} group={group} />
      )}
    </section>
  );
};

const SeatDrafts = ({ groupId, seatId, group }: { groupId: GroupId; seatId: SeatId; group: GroupState }) => {
  const live = useDocument(draftDocument(groupId, seatId));
  return live === null ? <Skeleton lines={5} /> : <OpenDrafts live={live} group={group} />;
};

/** One’s own document, open. */
export const OpenDrafts = ({ live, group }: { live: LiveDocument; group: GroupState }) => {
  const t = useT();
  const doc = useStore(live.store, (state) => state.doc);
  const loaded = useStore(live.store, (state) => state.loaded);
  const ended = useStore(live.store, (state) => state.connection.kind === 'ended');
  const drafts = useDrafts(doc);
  if (!loaded && !ended) return <Skeleton lines={5} />;
  const mayWrite = deny('drafts.write', group.me.role, group) === null && !ended;
  const open = drafts.filter((draft) => !draft.finished);
  const finished = drafts.filter((draft) => draft.finished);
  return (
    <>
      <DocumentNotices live={live} />
      {group.reveal !== null && <RevealQuestion doc={doc} open={open} endsAt={group.reveal.endsAt} />}
      {group.revealed && group.reveal === null && finished.length > 0 && (
        <LaterDrafts groupId={group.id} count={finished.length} />
      )}
      {mayWrite ? (
        <DraftComposer live={live} doc={doc} open={open} total={drafts.length} group={group} />
      ) : (
        <Callout title={t('drafts.readOnly')} />
      )}
      <MyCards doc={doc} cards={finished} mayWrite={mayWrite} />
    </>
  );
};
