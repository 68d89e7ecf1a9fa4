import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { talkAbout, useOpenComments } from '../comments/discussion-store.ts';
import { markSimilar, useAllSimilar } from '../comments/mark-similar.ts';
import { useT } from '../messages/use-t.ts';
import { makeOption } from '../options/make-option.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { bin, editCard, newCluster, pointAt, type BoardViewName } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { startMoving } from './moving.ts';
import { copyCards } from './use-clipboard.ts';

/** What can be done with these cards: the deeds most wanted, with their keys, and the others. */
export const useSelectionDeeds = (
  session: BoardSession,
  rights: BoardRights,
  where: BoardViewName,
  cards: CardId[],
): { first: readonly (MenuItem & { key?: string })[]; more: readonly MenuItem[]; act: (deed: string) => void } => {
  const t = useT();
  const card = cards[0] ?? ('' as CardId);
  const comments = useOpenComments('card', card);
  const alike = useAllSimilar(cards);
  const one = cards.length === 1;
  const noEdit = rights.edit !== null;
  const noCluster = rights.cluster !== null;
  return {
    first: [
      ...(one ? [{ id: 'edit', label: t('board.card.edit'), isDisabled: noEdit }] : []),
      { id: 'group', label: t('board.selection.group'), isDisabled: noCluster, key: 'G' },
      { id: 'cluster', label: t('board.selection.moveToCluster'), isDisabled: noCluster, key: 'T' },
      { id: 'option', label: t('options.fromCards'), isDisabled: noEdit, key: 'O' },
    ],
    more: [
      ...(one
        ? [
            {
              id: 'comments',
              label: comments === 0 ? t('comments.open') : t('comments.openCount', { count: comments }),
            },
          ]
        : []),
      ...(!one && cards.length <= LIMITS.similarAtOnce
        ? [{ id: 'similar', label: t(alike ? 'similar.unmark' : 'similar.mark'), isDisabled: noEdit }]
        : []),
      { id: 'tags', label: t('tags.open'), isDisabled: noEdit },
      { id: 'links', label: t('links.open'), isDisabled: noEdit },
      ...(where === 'board' ? [{ id: 'move', label: t('moving.open'), isDisabled: noEdit }] : []),
      { id: 'copy', label: t('copy.open') },
      ...(one && rights.leads ? [{ id: 'texts', label: t('history.card.open') }] : []),
      ...(one && rights.leads ? [{ id: 'look', label: t('board.lookHere') }] : []),
      { id: 'bin', label: t('board.selection.bin'), isDisabled: noEdit },
    ],
    act: (deed) => {
      switch (deed) {
        case 'edit':
          return editCard(session, rights, card, where);
        case 'group':
          return newCluster(session, rights, cards, where);
        case 'cluster':
          return session.ui.setState({ dialog: { kind: 'move-to-cluster', cards } });
        case 'option':
          return void makeOption(
            session.groupId,
            cards.map((id) => ({ kind: 'card', id })),
          );
        case 'comments':
          return talkAbout({ kind: 'card', id: card });
        case 'similar':
          return void markSimilar(session.groupId, cards, !alike);
        case 'tags':
        case 'links':
          return session.ui.setState({ dialog: { kind: deed, cards } });
        case 'texts':
          return session.ui.setState({ dialog: { kind: 'card-texts', card } });
        case 'copy':
          return copyCards(cards);
        case 'move':
          return startMoving(session, rights, cards);
        case 'look':
          return void pointAt(session, { kind: 'card', id: card });
        case 'bin':
          return bin(session, rights, cards);
      }
    },
  };
};
