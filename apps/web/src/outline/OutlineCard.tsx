import { memo } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { AuthorMark } from '../board/AuthorMark.tsx';
import { bin, editCard, isDenied, moveToCluster, newCluster, pointAt } from '../board/board-commands.ts';
import { toggleSelected } from '../board/board-ui.ts';
import { cardTitle } from '../board/card-title.ts';
import { useBoardContent, useBoardUi } from '../board/use-board.ts';
import { copyCards } from '../board/use-clipboard.ts';
import { askOwnCards, useKnownOwn } from '../board/use-own-cards.ts';
import { talkAbout, useOpenComments } from '../comments/discussion-store.ts';
import { TalkBadge } from '../comments/TalkBadge.tsx';
import { useCardAuthor } from '../connection/authors-store.ts';
import { useT } from '../messages/use-t.ts';
import { makeOption } from '../options/make-option.ts';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { showOnBoard, type OutlineParts } from './outline-parts.ts';
import styles from './OutlineView.module.css';
import { useTabIndex } from './tab-line.ts';
import { useAlsoIn, useListWords } from '../board/use-also-in.ts';
import { useListedCard } from './use-listed-card.ts';

const NONE: readonly ClusterId[] = [];

/** A card's line: its text, which opens it, and its commands. */
export const OutlineCard = memo(({ parts, id }: { parts: OutlineParts; id: CardId }) => {
  const { session, rights, selecting, tabLine, onShow } = parts;
  const t = useT();
  const card = useListedCard(useBoardContent(session), id);
  const tabIndex = useTabIndex(tabLine, id);
  const selected = useBoardUi(session, (ui) => ui.selection.has(id));
  const own = useKnownOwn(session.groupId, id);
  const shown = useCardAuthor(id);
  const also = useAlsoIn(useBoardContent(session), card?.alsoIn ?? NONE);
  const listed = useListWords();
  const comments = useOpenComments('card', id);
  if (card === null) return null;
  const title = cardTitle(t, card);
  const act = (command: string): void => {
    if (command === 'edit') editCard(session, rights, id, 'outline');
    if (command === 'cluster' && !isDenied(rights.cluster)) {
      session.ui.setState({ dialog: { kind: 'move-to-cluster', cards: [id] } });
    }
    if (command === 'group') newCluster(session, rights, [id], 'outline');
    if (command === 'out') moveToCluster(session, rights, [id], null);
    if (command === 'option') void makeOption(session.groupId, [{ kind: 'card', id }]);
    if (command === 'comments') talkAbout({ kind: 'card', id });
    if (command === 'look') void pointAt(session, { kind: 'card', id });
    if ((command === 'tags' || command === 'links') && !isDenied(rights.edit)) {
      session.ui.setState({ dialog: { kind: command, cards: [id] } });
    }
    if (command === 'texts') session.ui.setState({ dialog: { kind: 'card-texts', card: id } });
    if (command === 'copy') copyCards([id]);
    if (command === 'sign') session.ui.setState({ dialog: { kind: 'sign', card: id } });
    if (command === 'bin') bin(session, rights, [id]);
    if (command === 'show') showOnBoard(parts, id);
  };
  const noEdit = rights.edit !== null;
  const noCluster = rights.cluster !== null;
  return (
    <>
      {selecting && (
        <input
          type="checkbox"
          tabIndex={tabIndex}
          className={styles['check']}
          aria-label={t('outline.selectCard', { title })}
          checked={selected}
          onChange={() => toggleSelected(session.ui, id)}
        />
      )}
      <button
        type="button"
        id={`outline-${id}`}
        data-main=""
        tabIndex={tabIndex}
        className={styles['text']}
        onClick={() => {
          if (noEdit) showOnBoard(parts, id);
          else editCard(session, rights, id, 'outline');
        }}
      >
        <span dir="auto" className={card.title.trim() === '' ? styles['untitled'] : styles['name']}>
          {title}
        </span>
        {card.body !== '' && (
          <span dir="auto" className={styles['body']}>
            {card.body}
          </span>
        )}
        {also.length > 0 && <span className={styles['also']}>{t('links.of', { clusters: listed(also) })}</span>}
        {shown !== null && (
          <span className={styles['author']}>
            <AuthorMark shown={shown} />
          </span>
        )}
        <TalkBadge card={id} />
        {(card.late || card.proxy || card.tags.length > 0) && (
          <span className={styles['marks']}>
            {card.tags.length > 0 && <span className="visually-hidden">{t('tags.of')}</span>}
            {card.tags.map((tag) => (
              <span key={tag} className={styles['tag']} dir="auto">
                {tag}
              </span>
            ))}
            {card.late && <span>{t('board.card.late')}</span>}
            {card.proxy && <span>{t('board.card.proxy')}</span>}
          </span>
        )}
      </button>
      <Menu
        label={t('outline.cardMenu', { title })}
        tabIndex={tabIndex}
        icon={<MoreIcon />}
        onAction={act}
        onOpen={() => void askOwnCards(session.groupId)}
        items={[
          { id: 'edit', label: t('board.card.edit'), isDisabled: noEdit },
          { id: 'cluster', label: t('board.selection.moveToCluster'), isDisabled: noCluster },
          ...(card.cluster === null
            ? [{ id: 'group', label: t('outline.groupWith'), isDisabled: noCluster }]
            : [{ id: 'out', label: t('board.card.takeOut'), isDisabled: noCluster }]),
          {
            id: 'comments',
            label: comments === 0 ? t('comments.open') : t('comments.openCount', { count: comments }),
          },
          { id: 'tags', label: t('tags.open'), isDisabled: noEdit },
          { id: 'links', label: t('links.open'), isDisabled: noEdit },
          { id: 'copy', label: t('copy.open') },
          ...(rights.leads ? [{ id: 'texts', label: t('history.card.open') }] : []),
          { id: 'option', label: t('options.fromThis'), isDisabled: noEdit },
          ...(onShow === null ? [] : [{ id: 'show', label: t('outline.show') }]),
          ...(rights.leads ? [{ id: 'look', label: t('board.lookHere') }] : []),
          ...(own && shown?.author === undefined
            ? [{ id: 'sign', label: t('board.sign'), hint: t('board.sign.hint') }]
            : []),
          { id: 'bin', label: t('board.selection.bin'), isDisabled: noEdit },
        ]}
      />
    </>
  );
});
OutlineCard.displayName = 'OutlineCard';
