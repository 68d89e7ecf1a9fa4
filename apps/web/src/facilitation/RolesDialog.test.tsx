import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SeatId } from '@rapport/domain/ids';
import type { CallerRole, GroupRole } from '@rapport/domain/roles';
import { succeed } from '@rapport/protocol/failures';
import type { SeatList } from '@rapport/protocol/seat-list';
import { groupState, wire } from '../group/testing.ts';
import { RolesDialog } from './RolesDialog.tsx';

const seat = (name: string, role: GroupRole, self = false): SeatList['seats'][number] => ({
  id: `seat-${name}` as SeatId,
  displayName: name,
  delegation: 'Norway',
  role,
  present: true,
  self,
});
const list = (...seats: SeatList['seats']) => succeed({ groupId: groupState().id, seats });
const SEATS = [seat('Carol', 'facilitator'), seat('Cecil', 'cofacilitator'), seat('Alice', 'participant')];

const show = (role: CallerRole, seats: SeatList['seats'] = SEATS) => {
  const { send, sent } = wire({ 'seat.list': [list(...seats), list(...seats)] });
  const state = groupState({ me: { ...groupState().me, role } });
  render(<RolesDialog state={state} send={send} onClose={() => undefined} />);
  return sent;
};
const rolesFor = (name: string): (string | null)[] =>
  within(screen.getByRole('combobox', { name: `Role of ${name}` }))
    .getAllByRole('option')
    .map((option) => option.textContent);

test('offers a facilitator what the server would allow, and sends it', async () => {
  const sent = show('facilitator');
  expect(await screen.findByText('Carol')).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Role of Carol' })).not.toBeInTheDocument();
  expect(rolesFor('Cecil')).toEqual(['facilitator', 'co-facilitator', 'participant']);
  expect(rolesFor('Alice')).toEqual(['co-facilitator', 'participant']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role of Alice' }), 'co-facilitator');
  expect(sent).toEqual([
    { name: 'seat.list', input: { groupId: 'g1' } },
    { name: 'seat.role', input: { groupId: 'g1', seatId: 'seat-Alice', role: 'cofacilitator' } },
    { name: 'seat.list', input: { groupId: 'g1' } },
  ]);
});

test('a co-facilitator takes over on the own seat only', async () => {
  show('cofacilitator', [seat('Cecil', 'cofacilitator', true), seat('Dan', 'cofacilitator')]);
  expect(await screen.findByText('Dan')).toBeVisible();
  expect(rolesFor('Cecil')).toEqual(['facilitator', 'co-facilitator', 'participant']);
  expect(screen.queryByRole('combobox', { name: 'Role of Dan' })).not.toBeInTheDocument();
});

test('an organiser gives every role', async () => {
  show('organiser');
  expect(await screen.findByText('Alice')).toBeVisible();
  expect(rolesFor('Alice')).toHaveLength(5);
});
