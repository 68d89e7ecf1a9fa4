import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import type { Comment } from '@rapport/protocol/comments';
import { fail, succeed } from '@rapport/protocol/failures';
import { groupState, wire } from '../group/testing.ts';
import { CommentsPanel } from './CommentsPanel.tsx';
import { talkAbout, talkAboutAll, useDiscussion } from './discussion-store.ts';
import { talkOf } from './fold-discussion.ts';
import { TalkBadge } from './TalkBadge.tsx';
import { comment, fire, water } from './testing.ts';

const say = (comments: Comment[], similar: [CardId, CardId][] = []): void =>
  useDiscussion.setState({ talk: talkOf({ comments, similar, opened: [] }), loaded: true, failure: null });

beforeEach(() => {
  act(() => {
    talkAboutAll();
    say([]);
  });
});

test('says how to begin, and takes a comment on what was chosen; one that is refused stays in the field', async () => {
  const { send, sent } = wire({
    'comment.add': [fail('unavailable', 'The server does not answer.'), succeed({ commentId: 'comment-9' })],
  });
  render(<CommentsPanel state={groupState()} session={null} send={send} />);
  expect(screen.getByText('Nothing has been said yet')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  act(() => talkAbout(water));
  const field = await screen.findByRole('textbox', { name: 'Your comment' });
  await userEvent.type(field, 'Who pays?');
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
  expect(field).toHaveValue('Who pays?');
  await userEvent.type(field, '{Control>}{Enter}{/Control}');
  expect(field).toHaveValue('');
  expect(sent.filter(({ name }) => name === 'comment.add').map(({ input }) => input)).toEqual([
    { groupId: 'g1', subject: water, text: 'Who pays?' },
    { groupId: 'g1', subject: water, text: 'Who pays?' },
  ]);
});

test('answers and settles a thread; a settled one shows its replies when asked', async () => {
  const { send, sent } = wire();
  render(<CommentsPanel state={groupState()} session={null} send={send} />);
  const first = comment(1);
  act(() =>
    say([first, comment(2, { parent: first.id, text: 'All of us.' }), comment(3, { withdrawn: true, text: '' })]),
  );
  const [thread] = screen.getAllByRole('article');
  if (thread === undefined) throw new Error('there is no thread');
  await userEvent.click(within(thread).getByRole('button', { name: 'Reply' }));
  await userEvent.type(within(thread).getByRole('textbox', { name: 'Reply' }), 'Partners, too.');
  await userEvent.click(within(thread).getAllByRole('button', { name: 'Reply' })[0] as HTMLElement);
  await userEvent.click(within(thread).getByRole('button', { name: 'Settle' }));
  expect(sent.filter(({ name }) => name.startsWith('comment.')).map(({ name, input }) => [name, input])).toEqual([
    ['comment.add', { groupId: 'g1', subject: water, parent: first.id, text: 'Partners, too.' }],
    ['comment.resolve', { groupId: 'g1', commentId: first.id, resolved: true }],
  ]);
  expect(screen.getByText('Taken back by who wrote it.')).toBeVisible();
  act(() => say([{ ...first, resolved: true }, comment(2, { parent: first.id, text: 'All of us.' })]));
  expect(screen.queryByText('All of us.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '1 reply' }));
  expect(screen.getByText('All of us.')).toBeVisible();
});

test('nobody writes where they may not', () => {
  const { send } = wire();
  act(() => {
    talkAbout(water);
    say([comment(1)]);
  });
  const me = { ...groupState().me, role: 'observer' as const };
  render(<CommentsPanel state={groupState({ me })} session={null} send={send} />);
  expect(screen.getByText('Text 1')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Settle' })).toBeNull();
});

test('a card says how much is said of it and how many are like it', () => {
  render(<TalkBadge card={water.id} />);
  expect(screen.queryByText('2 comments')).toBeNull();
  act(() => say([comment(1), comment(2)], [[fire.id, water.id]]));
  expect(screen.getByText('2 comments')).toBeInTheDocument();
  expect(screen.getByText('like 1 other card')).toBeInTheDocument();
});
