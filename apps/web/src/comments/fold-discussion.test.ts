import { expect, test } from 'vitest';
import type { GroupId } from '@rapport/domain/ids';
import type { GroupEvent } from '@rapport/protocol/group-events';
import { foldTalk, talkOf, threadsOf } from './fold-discussion.ts';
import { NO_TALK, talkKey } from './talk.ts';
import { comment, fire, water } from './testing.ts';

const event = (patch: object): GroupEvent => ({ groupId: 'g1' as GroupId, revision: 1, ...patch }) as GroupEvent;

test('threads stand in order, settled ones last, with their replies', () => {
  const first = comment(1, { resolved: true });
  const talk = talkOf({
    comments: [first, comment(2), comment(3, { parent: first.id }), comment(4, { subject: fire })],
    similar: [],
    opened: [],
  });
  expect(threadsOf(talk, null).map(({ first: { number }, replies }) => [number, replies.length])).toEqual([
    [2, 0],
    [4, 0],
    [1, 1],
  ]);
  expect(threadsOf(talk, fire).map((thread) => thread.first.number)).toEqual([4]);
  expect([water, fire].map(({ kind, id }) => talk.open.get(talkKey(kind, id)))).toEqual([1, 1]);
});

test('what is told changes the discussion and nothing else does', () => {
  let talk = foldTalk(NO_TALK, event({ type: 'comment.changed', comment: comment(1) }));
  talk = foldTalk(talk, event({ type: 'comment.changed', comment: comment(1, { text: 'Mended' }) }));
  expect([...talk.comments.values()].map(({ text }) => text)).toEqual(['Mended']);
  const pairs = [[fire.id, water.id]];
  talk = foldTalk(talk, event({ type: 'similar.changed', similar: true, pairs }));
  expect([...(talk.similar.get(water.id) ?? [])]).toEqual([fire.id]);
  talk = foldTalk(talk, event({ type: 'similar.changed', similar: false, pairs }));
  expect(talk.similar.size).toBe(0);
  talk = foldTalk(talk, event({ type: 'coverage.changed', opened: ['water'] }));
  expect([...talk.opened]).toEqual(['water']);
  expect(foldTalk(talk, event({ type: 'group.closed' }))).toBe(talk);
  talk = foldTalk(talk, event({ type: 'comment.withdrawn', commentId: 'comment-1' }));
  expect(talk.comments.size).toBe(0);
});
