import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveRegion } from './LiveRegion.tsx';
import { Toasts } from './Toasts.tsx';
import { notify, useToasts } from './toast-store.ts';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  useToasts.setState({ toasts: [] });
});
afterEach(() => vi.useRealTimers());

const show = (): void => {
  render(
    <>
      <LiveRegion />
      <Toasts />
    </>,
  );
};

test('a notice is shown, said, and goes by itself', () => {
  show();
  act(() => notify({ text: 'Card moved to the bin' }));
  expect(screen.getByRole('listitem')).toHaveTextContent('Card moved to the bin');
  expect(screen.getByRole('log')).toHaveTextContent('Card moved to the bin');
  act(() => void vi.advanceTimersByTime(6000));
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});

test('notices stand above what else stands at the foot of the screen', () => {
  show();
  const foot = document.createElement('div');
  foot.dataset['foot'] = '';
  foot.getBoundingClientRect = () => new DOMRect(0, window.innerHeight - 90, 400, 60);
  document.body.append(foot);
  act(() => notify({ text: 'Card moved to the bin' }));
  expect(screen.getByRole('region', { name: 'Notices' })).toHaveStyle({ '--foot': '90px' });
  foot.remove();
});

test('what went wrong interrupts and stays until it is closed', async () => {
  show();
  act(() => notify({ text: 'Not saved', tone: 'danger' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved');
  act(() => void vi.advanceTimersByTime(60_000));
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});

test('a notice with a deed does it once and goes', async () => {
  let undone = 0;
  show();
  act(() =>
    notify({
      text: 'Card moved to the bin',
      action: {
        label: 'Undo',
        onAction: () => {
          undone += 1;
        },
      },
    }),
  );
  act(() => void vi.advanceTimersByTime(6000));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undone).toBe(1);
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});
