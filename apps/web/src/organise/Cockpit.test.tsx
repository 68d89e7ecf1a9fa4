import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Symposium } from '@rapport/protocol/http';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { wire } from '../group/testing.ts';
import { sampleTile } from '../testing/samples.ts';
import { Cockpit } from './Cockpit.tsx';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const rounds = [
  { id: 'round1', title: 'Round 1', question: 'What first?', groups: [] },
  { id: 'round2', title: 'Round 2', question: 'What then?', groups: [] },
] as unknown as Symposium['rounds'];
const inRound2 = (change: object) => sampleTile({ ...sampleTile(), roundId: 'round2' as never, ...change });

const state: SymposiumState = {
  id: 'sym' as SymposiumState['id'],
  serverTime: '2026-11-25T10:00:00.000Z',
  groups: [
    sampleTile({ name: 'Group 1', present: 14, cards: 7 }),
    inRound2({ id: 'a', number: 1, name: 'Group 1', ballot: { cast: 11, entitled: 13 } }),
    inRound2({
      id: 'b',
      number: 2,
      name: 'Group 2',
      timer: { state: 'running', durationMs: 600_000, endsAt: '2026-11-25T09:56:20.000Z' },
    }),
    inRound2({ id: 'c', number: 3, name: 'Group 3', present: 0 }),
  ],
};

const here = () => screen.getByText(/^of \d+ here$/).parentElement;

test('shows the last round, those in trouble first and why', () => {
  render(<Cockpit state={state} rounds={rounds} now={NOW} send={wire().send} />);
  expect(screen.getByText('What then?')).toBeVisible();
  const tiles = screen.getAllByRole('listitem');
  expect(tiles.map((tile) => within(tile).getByRole('heading').textContent)).toEqual(['Group 3', 'Group 2', 'Group 1']);
  const [gone, late, fine] = tiles;
  if (gone === undefined || late === undefined || fine === undefined) throw new Error('three groups were given');
  expect(within(gone).getByText('Nobody is here.')).toBeVisible();
  expect(within(late).getByText('Over time by 03:40.')).toBeVisible();
  expect(within(fine).getByText('Cluster · 11 of 13 papers')).toBeVisible();
  expect(within(fine).getByRole('link', { name: 'Group 1' })).toHaveAttribute('href', '/g/a');
});

test('sums up the round that is shown', async () => {
  render(<Cockpit state={state} rounds={rounds} now={NOW} send={wire().send} />);
  expect(here()).toHaveTextContent('26of 42 here');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Round' }), 'Round 1');
  expect(here()).toHaveTextContent('14of 14 here');
});
