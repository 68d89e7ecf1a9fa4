import { lazy, Suspense } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { clusterTitle, merge, moveToCluster, newCluster, restore, type BoardViewName } from './board-commands.ts';
import { NO_FILTER } from './board-filter.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { cardTitle } from './card-title.ts';
import { focusSoon } from './focus-element.ts';
import { restoreText } from './restore-text.ts';
import { useBoardCards, useBoardClusters, useBoardContent, useBoardUi, useBinnedIds, useCard } from './use-board.ts';

const SignCardDialog = lazy(async () => ({ default: (await import('./SignCardDialog.tsx')).SignCardDialog }));
const TagDialog = lazy(async () => ({ default: (await import('./MarksDialogs.tsx')).TagDialog }));
const LinkDialog = lazy(async () => ({ default: (await import('./MarksDialogs.tsx')).LinkDialog }));
const TintDialog = lazy(async () => ({ default: (await import('./TintDialog.tsx')).TintDialog }));
const SplitDialog = lazy(async () => ({ default: (await import('./SplitDialog.tsx')).SplitDialog }));
const PrintDialog = lazy(async () => ({ default: (await import('../print/PrintDialog.tsx')).PrintDialog }));
const PasteDialog = lazy(async () => ({ default: (await import('./PasteDialog.tsx')).PasteDialog }));
const TidyDialog = lazy(async () => ({ default: (await import('./TidyDialog.tsx')).TidyDialog }));
const CardTextsDialog = lazy(async () => ({
  default: (await import('../history/CardTextsDialog.tsx')).CardTextsDialog,
}));
const FilterDialog = lazy(async () => ({ default: (await import('./FilterDialog.tsx')).FilterDialog }));
const PickDialog = lazy(async () => ({ default: (await import('./PickDialog.tsx')).PickDialog }));

type Props = { session: BoardSession; rights: BoardRights; where: BoardViewName };

/** The board's questions: into which cluster, which card, what out of the bin. */
export const BoardDialogs = (props: Props) => {
  const dialog = useBoardUi(props.session, (ui) => ui.dialog);
  if (dialog === null) return null;
  const shared = { session: props.session, rights: props.rights, onClose: () => close(props.session) };
  return (
    <Suspense>
      {dialog.kind === 'move-to-cluster' && <MoveToCluster {...props} cards={dialog.cards} />}
      {dialog.kind === 'merge-cluster' && <MergeCluster {...props} cluster={dialog.cluster} />}
      {dialog.kind === 'tags' && <TagDialog {...shared} cards={dialog.cards} />}
      {dialog.kind === 'links' && <LinkDialog {...shared} cards={dialog.cards} />}
      {dialog.kind === 'tint' && <TintDialog {...shared} cluster={dialog.cluster} />}
      {dialog.kind === 'split' && <SplitDialog {...shared} where={props.where} cluster={dialog.cluster} />}
      {dialog.kind === 'sign' && (
        <SignCardDialog session={props.session} card={dialog.card} onClose={() => close(props.session)} />
      )}
      {dialog.kind === 'print' && <PrintDialog session={props.session} onClose={() => close(props.session)} />}
      {dialog.kind === 'paste' && <PasteDialog {...shared} pasted={dialog.pasted} />}
      {dialog.kind === 'tidy' && <TidyDialog {...shared} />}
      {dialog.kind === 'card-texts' && <EarlierTexts {...props} card={dialog.card} />}
      {dialog.kind === 'filter' && <FilterDialog session={props.session} onClose={shared.onClose} />}
      {dialog.kind === 'find' && <FindCard {...props} />}
      {dialog.kind === 'bin' && <Bin {...props} />}
    </Suspense>
  );
};

const close = (session: BoardSession): void => {
  session.ui.setState({ dialog: null });
  focusSoon(session, session.ui.getState().focused ?? '');
};

const useClusterPicks = (session: BoardSession, without: ClusterId | null) => {
  const t = useT();
  return useBoardClusters()
    .filter((cluster) => cluster.id !== without)
    .map((cluster) => ({
      id: cluster.id as string,
      name: clusterTitle(session, cluster.id),
      detail: t('board.cluster.count', { count: cluster.cards }),
    }));
};

const OUT = 'out-of-any';

const MoveToCluster = ({ session, rights, where, cards }: Props & { cards: CardId[] }) => {
  const t = useT();
  const clusters = useClusterPicks(session, null);
  const isClustered = cards.some((card) => (session.records.card(card)?.cluster ?? null) !== null);
  return (
    <PickDialog
      title={t('board.pick.moveTitle', { count: cards.length })}
      label={t('board.pick.cluster')}
      items={isClustered ? [...clusters, { id: OUT, name: t('board.card.takeOut') }] : clusters}
      empty={t('board.pick.noCluster')}
      create={{
        label: (typed) =>
          typed === '' ? t('board.pick.newCluster') : t('board.pick.newClusterNamed', { title: typed }),
        onCreate: (typed) => {
          session.ui.setState({ dialog: null });
          newCluster(session, rights, cards, where, typed);
        },
      }}
      onPick={(id) => {
        close(session);
        moveToCluster(session, rights, cards, id === OUT ? null : (id as ClusterId));
      }}
      onClose={() => close(session)}
    />
  );
};

const MergeCluster = ({ session, rights, cluster }: Props & { cluster: ClusterId }) => {
  const t = useT();
  return (
    <PickDialog
      title={t('board.pick.mergeTitle', { cluster: clusterTitle(session, cluster) })}
      label={t('board.pick.cluster')}
      items={useClusterPicks(session, cluster)}
      empty={t('board.pick.noCluster')}
      onPick={(id) => {
        close(session);
        merge(session, rights, cluster, id as ClusterId);
      }}
      onClose={() => close(session)}
    />
  );
};

const EarlierTexts = ({ session, rights, card }: Props & { card: CardId }) => {
  const now = useCard(useBoardContent(session), card);
  if (now === null) return null;
  return (
    <CardTextsDialog
      groupId={session.groupId}
      cardId={card}
      now={now}
      canRestore={rights.edit === null}
      onRestore={(text) => restoreText(session, rights, card, text)}
      onClose={() => close(session)}
    />
  );
};

const FindCard = ({ session, where }: Props) => {
  const t = useT();
  const items = useBoardCards().map((card) => ({ id: card.id as string, name: cardTitle(t, card), detail: card.body }));
  return (
    <PickDialog
      title={t('board.pick.findTitle')}
      label={t('board.pick.card')}
      items={items}
      empty={t('board.pick.noCard')}
      create={{
        label: (typed) => (typed === '' ? t('filter.open') : t('filter.fromFind', { words: typed })),
        onCreate: (text) => {
          if (text === '') return session.ui.setState({ dialog: { kind: 'filter' } });
          session.ui.setState(({ filter }) => ({ filter: { ...(filter ?? NO_FILTER), text } }));
          close(session);
        },
      }}
      onPick={(id) => {
        session.ui.setState({ focused: session.index.standIn(id), selection: new Set([id as CardId]) });
        close(session);
        const place = session.index.placeOf(session.index.standIn(id));
        if (place !== null) session.camera.goTo(place);
        if (where === 'outline') document.getElementById(`outline-${id}`)?.focus();
      }}
      onClose={() => close(session)}
    />
  );
};

const Bin = ({ session, rights }: Props) => {
  const t = useT();
  const { records } = useBoardContent(session);
  const items = useBinnedIds(useBoardContent(session)).map((id) => {
    const card = records.card(id);
    return { id, name: card === null ? '' : cardTitle(t, card), detail: card?.body ?? '' };
  });
  return (
    <PickDialog
      title={t('board.pick.binTitle')}
      label={t('board.pick.restore')}
      items={items}
      empty={t('board.pick.binEmpty')}
      onPick={(id) => {
        restore(session, rights, [id as CardId]);
        if (items.length <= 1) close(session);
      }}
      onClose={() => close(session)}
    />
  );
};
