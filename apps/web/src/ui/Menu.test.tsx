import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Menu } from './Menu.tsx';

test('opens by keyboard, says why something is disabled, does the chosen deed and gives the focus back', async () => {
  const done: string[] = [];
  render(
    <Menu
      label="More"
      items={[
        { id: 'lock', label: 'Lock the board' },
        { id: 'close', label: 'Close the group', hint: 'Close the ballot first', isDisabled: true },
        { id: 'export', label: 'Export' },
      ]}
      onAction={(id) => done.push(id)}
    />,
  );
  const trigger = screen.getByRole('button', { name: 'More' });
  trigger.focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('menu', { name: 'More' })).toBeVisible();
  expect(screen.getByRole('menuitem', { name: 'Lock the board' })).toHaveFocus();
  expect(screen.getByRole('menuitem', { name: 'Close the group' })).toHaveAccessibleDescription(
    'Close the ballot first',
  );
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(done).toEqual(['export']);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  // The focus goes back in the next frame.
  await waitFor(() => expect(trigger).toHaveFocus());
});
