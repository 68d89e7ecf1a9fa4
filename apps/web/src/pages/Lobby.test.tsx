import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { GroupState } from '@rapport/protocol/group-state';
import { sampleGroup, sampleMe } from '../testing/samples.ts';
import { Lobby } from './Lobby.tsx';

test('shows each group with its question and what happens there', () => {
  const closed = sampleGroup({
    id: 'group3' as GroupState['id'],
    status: 'closed',
    name: 'Group 3',
    question: 'What went wrong?',
  });
  render(<Lobby me={sampleMe()} groups={[closed, sampleGroup()]} />);
  const [first, second] = screen.getAllByRole('listitem');
  if (first === undefined || second === undefined) throw new Error('two groups were given');
  expect(within(first).getByText('This session is closed. You can read it.')).toBeVisible();
  expect(within(first).getByRole('link', { name: 'Read' })).toBeVisible();
  expect(within(second).getByRole('heading', { name: 'What should we do together?' })).toBeVisible();
  expect(within(second).getByText('Now: Write. 3 people are here.')).toBeVisible();
  expect(within(second).getByRole('link', { name: 'Go in' })).toHaveAttribute('href', '/g/group1');
  expect(screen.getByText('Go in to Group 1. Your facilitator leads from there.')).toBeVisible();
});

test('before the groups are made it says to wait', () => {
  render(<Lobby me={sampleMe({ groups: [] })} groups={[]} />);
  expect(screen.getByText('No group yet')).toBeVisible();
  expect(screen.getByText(/Wait for your group/)).toBeVisible();
});

test('holds the place of groups that are being asked for', () => {
  render(<Lobby me={sampleMe()} groups={null} />);
  expect(screen.getByRole('status')).toHaveTextContent('Loading…');
});
