import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Timer } from '@rapport/domain/timer';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { TimerClock } from './TimerClock.tsx';

const START = Date.parse('2026-02-14T10:00:00.000Z');
const runsFor = (ms: number): Timer => ({
  state: 'running',
  durationMs: ms,
  endsAt: new Date(START + ms).toISOString(),
});

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

const pass = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

it('counts down by the clock it is given, and says the last minute and the last seconds', () => {
  // This device is five seconds slow.
  render(
    <>
      <TimerClock timer={runsFor(67_000)} now={() => Date.now() + 5000} />
      <LiveRegion />
    </>,
  );
  const clock = screen.getByRole('timer', { name: 'Time left' });
  expect(clock).toHaveTextContent('01:02');
  expect(clock).toHaveAttribute('aria-live', 'off');
  pass(3000);
  expect(clock).toHaveTextContent('00:59');
  expect(screen.getByRole('log')).toHaveTextContent(/^One minute left\.$/);
  pass(50_000);
  expect(screen.getByRole('log')).toHaveTextContent('Ten seconds left.');
  pass(11_000);
  expect(screen.getByRole('alert')).toHaveTextContent('You can finish what you are writing.');
  expect(clock).toHaveTextContent('+00:02');
  expect(screen.getByText('over time')).toBeVisible();
});

it('stands still when paused, and says so', () => {
  const { rerender } = render(<TimerClock timer={runsFor(60_000)} now={Date.now} />);
  rerender(
    <TimerClock timer={{ state: 'paused', durationMs: 60_000, endsAt: null, remainingMs: 42_000 }} now={Date.now} />,
  );
  pass(5000);
  expect(screen.getByRole('timer')).toHaveTextContent('00:42');
  expect(screen.getByText('paused')).toBeVisible();
});
