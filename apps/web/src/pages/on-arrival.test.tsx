import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { onArrival } from './on-arrival.tsx';

const Hall = ({ name }: { name: string }) => <h1>{name}</h1>;

test('a page shows when its code has come, and is asked for once', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Hall>();
  let asked = 0;
  const { Page } = onArrival(() => {
    asked += 1;
    return promise;
  });
  const { rerender } = render(<Page name="Oak" />);
  rerender(<Page name="Birch" />);
  expect(screen.queryByRole('heading')).toBeNull();
  await act(async () => resolve(Hall));
  expect(screen.getByRole('heading')).toHaveTextContent('Birch');
  expect(asked).toBe(1);
});

test('a page that came ahead of time shows at once', async () => {
  const { Page, arrive } = onArrival(() => Promise.resolve(Hall));
  await arrive();
  render(<Page name="Oak" />);
  expect(screen.getByRole('heading')).toHaveTextContent('Oak');
});

test('code that cannot be fetched is a fault of the page, not of whoever fetches ahead', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { Page, arrive } = onArrival<{ name: string }>(() => Promise.reject(new Error('no network')));
  await arrive();
  render(
    <ErrorBoundary>
      <Page name="Oak" />
    </ErrorBoundary>,
  );
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  expect(screen.getByRole('main')).toBeInTheDocument();
  quiet.mockRestore();
});

test('code that could not be fetched ahead of time is asked for again by whoever goes there', async () => {
  let asked = 0;
  const { Page, arrive } = onArrival(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(Hall);
  });
  await arrive();
  render(<Page name="Oak" />);
  expect(await screen.findByRole('heading')).toHaveTextContent('Oak');
});
