import { LIMITS } from '@rapport/domain/limits';
import { talkAbout, useOpenComments } from '../comments/discussion-store.ts';
import { markSimilar, useAllSimilar } from '../comments/mark-similar.ts';
import { useT } from '../messages/use-t.ts';
import { makeOption } from '../options/make-option.ts';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { bin, editCard, newCluster, pointAt, type BoardViewName } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { clearSelection } from './board-ui.ts';
import styles from './BoardView.module.css';
import { focusSoon } from './focus-element.ts';
import { startMoving } from './moving.ts';
import { useBoardUi } from './use-board.ts';
import { copyCards } from './use-clipboard.ts';

/** What can be done with the selected cards. */
export const SelectionBar = ({
  session,
  rights,
  where,
}: {
  session: BoardSession;
  rights: BoardRights;
  where: BoardViewName;
}) => {
  const t = useT();
  const selection = useBoardUi(session, (ui) => ui.selection);
  const busy = useBoardUi(session, (ui) => ui.dragging.size > 0 || ui.editing !== null);
  const cards = [...selection];
  const [first] = cards;
  const comments = useOpenComments('card', first ?? '');
  const alike = useAllSimilar(cards);
  if (selection.size === 0 || busy || first === undefined) return null;
  const one = cards.length === 1;
  const more = [
    ...(one
      ? [{ id: 'comments', label: comments === 0 ? t('comments.open') : t('comments.openCount', { count: comments }) }]
      : []),
    ...(!one && cards.length <= LIMITS.similarAtOnce
      ? [{ id: 'similar', label: t(alike ? 'similar.unmark' : 'similar.mark'), isDisabled: rights.edit !== null }]
      : []),
    { id: 'tags', label: t('tags.open'), isDisabled: rights.edit !== null },
    { id: 'links', label: t('links.open'), isDisabled: rights.edit !== null },
    ...(where === 'board' ? [{ id: 'move', label: t('moving.open'), isDisabled: rights.edit !== null }] : []),
    { id: 'copy', label: t('copy.open') },
    ...(one && rights.leads ? [{ id: 'texts', label: t('history.card.open') }] : []),
    ...(one && rights.leads ? [{ id: 'look', label: t('board.lookHere') }] : []),
    { id: 'bin', label: t('board.selection.bin'), isDisabled: rights.edit !== null },
  ];
  const act = (deed: string): void => {
    if (deed === 'comments') talkAbout({ kind: 'card', id: first });
    if (deed === 'similar') void markSimilar(session.groupId, cards, !alike);
    if (deed === 'tags' || deed === 'links') session.ui.setState({ dialog: { kind: deed, cards } });
    if (deed === 'texts') session.ui.setState({ dialog: { kind: 'card-texts', card: first } });
    if (deed === 'copy') copyCards(cards);
    if (deed === 'move') startMoving(session, rights, cards);
    if (deed === 'bin') bin(session, rights, cards);
    if (deed === 'look') void pointAt(session, { kind: 'card', id: first });
  };
  return (
    <div role="group" aria-label={t('board.selection')} className={styles['selection']}>
      <span className={styles['count']}>{t('board.selection.count', { count: cards.length })}</span>
      {one && (
        <Button size="small" isDisabled={rights.edit !== null} onPress={() => editCard(session, rights, first, where)}>
          {t('board.card.edit')}
        </Button>
      )}
      <Button
        size="small"
        isDisabled={rights.cluster !== null}
        onPress={() => newCluster(session, rights, cards, where)}
      >
        {t('board.selection.group')} <kbd aria-hidden="true">G</kbd>
      </Button>
      <Button
        size="small"
        isDisabled={rights.cluster !== null}
        onPress={() => session.ui.setState({ dialog: { kind: 'move-to-cluster', cards } })}
      >
        {t('board.selection.moveToCluster')} <kbd aria-hidden="true">T</kbd>
      </Button>
      <Button
        size="small"
        isDisabled={rights.edit !== null}
        onPress={() =>
          void makeOption(
            session.groupId,
            cards.map((id) => ({ kind: 'card', id })),
          )
        }
      >
        {t('options.fromCards')} <kbd aria-hidden="true">O</kbd>
      </Button>
      <Menu
        label={t(one ? 'board.card.more' : 'board.selection.more')}
        icon={<MoreIcon />}
        items={more}
        onAction={act}
      />
      <Button
        size="small"
        aria-label={t('board.selection.clear')}
        onPress={() => {
          clearSelection(session.ui);
          focusSoon(session, session.ui.getState().focused ?? '');
        }}
      >
        ✕
      </Button>
    </div>
  );
};
