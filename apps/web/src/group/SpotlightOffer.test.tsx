import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { GroupState, Spotlight } from '@rapport/protocol/group-state';
import { card, openBoard } from '../board/testing.ts';
import { SpotlightOffer } from './SpotlightOffer.tsx';
import { groupState, wire } from './testing.ts';

const at = (id: string, press = 's1'): Spotlight => ({ id: press, subject: { kind: 'card', id: card(id) } });
const participant: GroupState['me'] = { ...groupState().me, role: 'participant' };

const setUp = async (spotlight: Spotlight, me: GroupState['me']) => {
  const { session, close } = await openBoard({ a: [0, 0] });
  const { send, sent } = wire();
  const gone: string[] = [];
  const offer = (one: Spotlight) => (
    <SpotlightOffer
      state={groupState({ me })}
      spotlight={one}
      session={session}
      send={send}
      onGo={(id) => gone.push(id)}
    />
  );
  const { rerender } = render(offer(spotlight));
  return { sent, gone, again: (one: Spotlight) => rerender(offer(one)), close };
};

test('anybody may go there', async () => {
  const { gone, close } = await setUp(at('a'), participant);
  expect(screen.getByText('Your facilitator asks you to look at “Idea a”.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Go there' }));
  expect(gone).toEqual(['a']);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  close();
});

test('anybody may decline, and is asked again only at the next press', async () => {
  const { gone, again, close } = await setUp(at('a'), participant);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByText(/asks you to look/)).not.toBeInTheDocument();
  again(at('a', 's2'));
  expect(screen.getByText(/asks you to look/)).toBeVisible();
  expect(gone).toEqual([]);
  close();
});

test('whoever leads ends it', async () => {
  const { sent, close } = await setUp(at('a'), groupState().me);
  await userEvent.click(screen.getByRole('button', { name: 'Stop pointing' }));
  expect(sent).toEqual([{ name: 'spotlight.set', input: { groupId: 'g1', subject: null } }]);
  close();
});

test('a card that is gone is offered to nobody', async () => {
  const { close } = await setUp(at('z'), participant);
  expect(screen.queryByText(/look at/)).not.toBeInTheDocument();
  close();
});
