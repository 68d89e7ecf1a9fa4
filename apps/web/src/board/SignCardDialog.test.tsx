import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Attribution } from '@rapport/domain/attribution';
import { useGroup } from '../connection/group-store.ts';
import { groupState } from '../group/testing.ts';
import { SignCardDialog } from './SignCardDialog.tsx';
import { card, openBoard } from './testing.ts';

afterEach(() => useGroup.setState({ state: null }));

test.each<[Attribution, boolean]>([
  ['bloc', false],
  ['non-attributed', true],
])('says who will see the name in `%s`, and whether the close takes it away: %s', async (attribution, taken) => {
  const { session, close } = await openBoard({ a: [0, 0] });
  useGroup.setState({ state: groupState({ attribution }) });
  render(<SignCardDialog session={session} card={card('a')} onClose={() => undefined} />);
  expect(await screen.findByRole('alertdialog', { name: 'Put your name on this card?' })).toBeVisible();
  expect(screen.getByText(/^Everybody in this group/)).toBeVisible();
  expect(screen.getByText(/^It cannot be taken back/)).toBeVisible();
  expect(screen.queryByText(/^When the session is closed/) !== null).toBe(taken);
  close();
});
