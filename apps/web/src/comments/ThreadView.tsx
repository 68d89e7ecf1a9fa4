import { useState } from 'react';
import type { CardId } from '@rapport/domain/ids';
import type { Comment } from '@rapport/protocol/comments';
import type { GroupState } from '@rapport/protocol/group-state';
import { AuthorMark } from '../board/AuthorMark.tsx';
import type { BoardSession } from '../board/board-session.ts';
import { useKnownOwn } from '../board/use-own-cards.ts';
import { useCardAuthor } from '../connection/authors-store.ts';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import { CommentComposer } from './CommentComposer.tsx';
import styles from './Comments.module.css';
import { talkAbout } from './discussion-store.ts';
import type { Thread } from './fold-discussion.ts';
import { useSubjectTitle } from './use-subject-title.ts';

/** One thread with what can be done in it. A settled one is folded to its first line. */
export const ThreadView = ({
  thread,
  state,
  session,
  send,
  mayWrite,
  named,
}: {
  thread: Thread;
  state: GroupState;
  session: BoardSession | null;
  send: SendCommand;
  mayWrite: boolean;
  named: boolean;
}) => {
  const t = useT();
  const [replying, setReplying] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { first, replies } = thread;
  const title = useSubjectTitle(session, first.subject);
  const shown = first.resolved && !unfolded ? [] : replies;
  const groupId = state.id;
  return (
    <article className={first.resolved ? styles['settled'] : styles['thread']} aria-label={t('comments.thread')}>
      {named && (
        <button type="button" className={styles['about']} dir="auto" onClick={() => talkAbout(first.subject)}>
          {title}
        </button>
      )}
      {first.resolved && (
        <p className={styles['settledMark']}>
          <CheckIcon /> {t('comments.settled')}
        </p>
      )}
      <CommentView comment={first} groupId={groupId} send={send} mayWrite={mayWrite} />
      {shown.length > 0 && (
        <ul className={styles['replies']}>
          {shown.map((reply) => (
            <li key={reply.id}>
              <CommentView comment={reply} groupId={groupId} send={send} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {replying && (
        <CommentComposer
          label={t('comments.reply')}
          submit={t('comments.reply')}
          autoFocus
          onSubmit={(text) => send('comment.add', { groupId, subject: first.subject, parent: first.id, text })}
          onCancel={() => setReplying(false)}
        />
      )}
      <div className={styles['actions']}>
        {first.resolved && replies.length > 0 && (
          <Button size="small" variant="quiet" aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
            {t('comments.replies', { count: replies.length })}
          </Button>
        )}
        {mayWrite && !replying && (
          <Button size="small" variant="quiet" onPress={() => setReplying(true)}>
            {t('comments.reply')}
          </Button>
        )}
        {mayWrite && (
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              void tellRefusal(send('comment.resolve', { groupId, commentId: first.id, resolved: !first.resolved }))
            }
          >
            {t(first.resolved ? 'comments.reopen' : 'comments.settle')}
          </Button>
        )}
      </div>
    </article>
  );
};

const CommentView = ({
  comment,
  groupId,
  send,
  mayWrite,
}: {
  comment: Comment;
  groupId: GroupState['id'];
  send: SendCommand;
  mayWrite: boolean;
}) => {
  const t = useT();
  // A comment stands among authors under its own id.
  const contribution = comment.id as string as CardId;
  const shown = useCardAuthor(contribution);
  const own = useKnownOwn(groupId, contribution);
  if (comment.withdrawn) return <p className={styles['withdrawn']}>{t('comments.withdrawn')}</p>;
  return (
    <div className={styles['comment']}>
      <p dir="auto" className={styles['text']}>
        {comment.text}
      </p>
      {(shown !== null || (own && mayWrite)) && (
        <p className={styles['by']}>
          {shown !== null && <AuthorMark shown={shown} />}
          {own && mayWrite && (
            <button
              type="button"
              className={styles['takeBack']}
              onClick={() => void tellRefusal(send('comment.withdraw', { groupId, commentId: comment.id }))}
            >
              {t('comments.takeBack')}
            </button>
          )}
        </p>
      )}
    </div>
  );
};
