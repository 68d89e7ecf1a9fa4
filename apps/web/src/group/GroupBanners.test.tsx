import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { GroupBanners } from './GroupBanners.tsx';
import { groupState, wire } from './testing.ts';

beforeEach(() => setLocale('en', false));

test.each([
  ['open', true],
  ['closed', false],
] as const)('a call for help in a session that is %s can be settled: %s', (status, isOffered) => {
  const state = groupState({ status, help: [{ text: 'The projector is dark.', askedAt: '2026-02-14T09:00:00Z' }] });
  render(<GroupBanners state={state} seatId="s1" session={null} send={wire({}).send} onGo={() => undefined} />);
  expect(screen.queryByRole('button', { name: 'It is settled' }) !== null).toBe(isOffered);
});
