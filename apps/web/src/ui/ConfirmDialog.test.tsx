import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from './Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';

const Page = ({ onConfirm, isBlocked = false }: { onConfirm: () => Promise<void>; isBlocked?: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Move…</Button>
      <ConfirmDialog
        title="Move the group?"
        body={<p>It cannot wait.</p>}
        confirm="Move the group"
        isOpen={isOpen}
        isBlocked={isBlocked}
        onConfirm={onConfirm}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

test('does nothing until it is confirmed, and stays until the deed is done', async () => {
  const deed = Promise.withResolvers<void>();
  let started = 0;
  render(
    <Page
      onConfirm={() => {
        started += 1;
        return deed.promise;
      }}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Move…' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Move the group?' });
  expect(dialog).toHaveTextContent('It cannot wait.');
  await userEvent.click(screen.getByRole('button', { name: 'Move the group' }));
  expect(started).toBe(1);
  expect(dialog).toBeInTheDocument();
  deed.resolve();
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
});

test('Esc leaves it undone and gives the focus back', async () => {
  let started = 0;
  render(
    <Page
      onConfirm={() => {
        started += 1;
        return Promise.resolve();
      }}
    />,
  );
  const trigger = screen.getByRole('button', { name: 'Move…' });
  await userEvent.click(trigger);
  await screen.findByRole('alertdialog');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  await waitFor(() => expect(trigger).toHaveFocus());
  expect(started).toBe(0);
});

test('cannot be confirmed while a question is open', async () => {
  render(<Page onConfirm={() => Promise.resolve()} isBlocked />);
  await userEvent.click(screen.getByRole('button', { name: 'Move…' }));
  expect(await screen.findByRole('button', { name: 'Move the group' })).toBeDisabled();
});
