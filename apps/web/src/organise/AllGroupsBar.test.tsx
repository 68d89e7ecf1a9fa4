import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { RoundId, SymposiumId } from '@rapport/domain/ids';
import { succeed } from '@rapport/protocol/failures';
import { wire } from '../group/testing.ts';
import { AllGroupsBar } from './AllGroupsBar.tsx';

test('gives all groups of the round more time, and says something to all groups', async () => {
  const { send, sent } = wire({
    'timer.adjustAll': [succeed({ groups: 22 })],
    'announcement.send': [succeed({ groups: 22 })],
  });
  render(<AllGroupsBar symposiumId={'s1' as SymposiumId} roundId={'r1' as RoundId} send={send} />);
  await userEvent.click(screen.getByRole('button', { name: '5 minutes more for all' }));
  await userEvent.click(screen.getByRole('button', { name: /Say something to all groups/ }));
  const field = await screen.findByRole('textbox', { name: 'Notice' });
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  await userEvent.type(field, 'Plenary at noon.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(sent).toEqual([
    { name: 'timer.adjustAll', input: { symposiumId: 's1', roundId: 'r1', deltaMs: 300_000 } },
    { name: 'announcement.send', input: { symposiumId: 's1', text: 'Plenary at noon.' } },
  ]);
});
