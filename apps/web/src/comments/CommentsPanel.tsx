import { useEffect, useRef } from 'react';
import { deny } from '@rapport/domain/permissions';
import type { CommentSubject } from '@rapport/protocol/comments';
import type { GroupState } from '@rapport/protocol/group-state';
import type { BoardSession } from '../board/board-session.ts';
import { lookAt } from '../board/look-at.ts';
import { askOwnCards } from '../board/use-own-cards.ts';
import { AttributionLine } from '../group/AttributionLine.tsx';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CommentComposer } from './CommentComposer.tsx';
import styles from './Comments.module.css';
import { talkAboutAll, useDiscussion, useTalkView } from './discussion-store.ts';
import { threadsOf, type Thread } from './fold-discussion.ts';
import { ThreadView } from './ThreadView.tsx';
import { useSubjectTitle } from './use-subject-title.ts';

/** What is said beside the board: about one thing, or about everything, those still open first. */
export const CommentsPanel = ({
  state,
  session,
  send,
}: {
  state: GroupState;
  session: BoardSession | null;
  send: SendCommand;
}) => {
  const t = useT();
  const { talk, loaded, failure, retry } = useDiscussion();
  const subject = useTalkView((store) => store.subject);
  const said = talk.comments.size;
  useEffect(() => {
    // Which of them are one's own is asked anew with every one that comes.
    if (said > 0) void askOwnCards(state.id);
  }, [state.id, said]);
  const mayWrite = deny('comment.write', state.me.role, state) === null;
  const threads = threadsOf(talk, subject);
  return (
    <section aria-label={t('comments.label')} className={styles['panel']}>
      {subject !== null && <SubjectHead key={subject.id} subject={subject} session={session} />}
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {!loaded && failure === null && <Skeleton lines={4} />}
      {subject !== null && mayWrite && (
        <>
          <CommentComposer
            key={subject.id}
            label={t('comments.new')}
            submit={t('comments.add')}
            onSubmit={(text) => send('comment.add', { groupId: state.id, subject, text })}
          />
          <AttributionLine attribution={state.attribution} chathamHouse={state.symposium.chathamHouse} />
        </>
      )}
      {loaded && threads.length === 0 && (
        <EmptyState title={t(subject === null ? 'comments.none' : 'comments.noneHere')}>
          {subject === null && t('comments.howTo')}
        </EmptyState>
      )}
      <Threads
        threads={threads}
        state={state}
        session={session}
        send={send}
        mayWrite={mayWrite}
        named={subject === null}
      />
    </section>
  );
};

const SubjectHead = ({ subject, session }: { subject: CommentSubject; session: BoardSession | null }) => {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useSubjectTitle(session, subject);
  // Whoever asked for the comments of a card is now with them.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className={styles['head']}>
      <h3 ref={heading} tabIndex={-1} className={styles['subject']} dir="auto">
        {title}
      </h3>
      <div className={styles['actions']}>
        <Button size="small" variant="quiet" onPress={talkAboutAll}>
          {t('comments.all')}
        </Button>
        {session !== null && subject.kind !== 'option' && (
          <Button size="small" variant="quiet" onPress={() => lookAt(session, subject.id)}>
            {t('comments.show')}
          </Button>
        )}
      </div>
    </header>
  );
};

const Threads = ({
  threads,
  named,
  ...props
}: {
  threads: readonly Thread[];
  state: GroupState;
  session: BoardSession | null;
  send: SendCommand;
  mayWrite: boolean;
  /** Each says what it is about. */
  named: boolean;
}) => (
  <ul className={styles['threads']}>
    {threads.map((thread) => (
      <li key={thread.first.id}>
        <ThreadView thread={thread} named={named} {...props} />
      </li>
    ))}
  </ul>
);
