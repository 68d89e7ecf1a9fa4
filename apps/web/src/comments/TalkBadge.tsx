import type { CardId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { CommentIcon } from '../ui/icons/CommentIcon.tsx';
import styles from './TalkBadge.module.css';
import { useOpenComments, useSimilarCount } from './discussion-store.ts';

/** On a card: how much is said about it, and how many others somebody finds like it. */
export const TalkBadge = ({ card, className = '' }: { card: CardId; className?: string | undefined }) => {
  const t = useT();
  const comments = useOpenComments('card', card);
  const similar = useSimilarCount(card);
  if (comments === 0 && similar === 0) return null;
  return (
    <span className={`${styles['badge']} ${className}`}>
      {comments > 0 && (
        <span>
          <CommentIcon />
          <span aria-hidden="true">{comments}</span>
          <span className="visually-hidden">{t('comments.count', { count: comments })}</span>
        </span>
      )}
      {similar > 0 && (
        <span>
          <span aria-hidden="true">≈ {similar}</span>
          <span className="visually-hidden">{t('similar.count', { count: similar })}</span>
        </span>
      )}
    </span>
  );
};
