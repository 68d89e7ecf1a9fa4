import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { AnnouncementId } from '@rapport/domain/ids';
import type { Announcement } from '@rapport/protocol/announcement';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { GroupNotices } from './GroupNotices.tsx';
import { groupState } from './testing.ts';

const coffee: Announcement = { id: 'n1' as AnnouncementId, kind: 'text', from: 'leader', text: 'Coffee is here.' };
const more: Announcement = {
  id: 'n2' as AnnouncementId,
  kind: 'attribution',
  attribution: 'named',
  tells: 'more',
};

beforeEach(() => localStorage.clear());

const notices = (announcements: Announcement[]) => (
  <>
    <LiveRegion />
    <GroupNotices state={groupState({ announcements })} seatId="seat1" />
  </>
);

test('a notice stands there until it is put aside on this device', async () => {
  const { unmount } = render(notices([coffee]));
  expect(screen.getByText('From your facilitator:')).toBeVisible();
  expect(screen.getByText('Coffee is here.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Put aside' }));
  expect(screen.queryByText('Coffee is here.')).not.toBeInTheDocument();
  unmount();
  render(notices([coffee, more]));
  expect(screen.queryByText('Coffee is here.')).not.toBeInTheDocument();
  expect(screen.getByText('More may be known now about who wrote a card.')).toBeVisible();
  expect(screen.getByText(/keeps the promise it was written under/)).toBeVisible();
});

const said = () => document.getElementById('announce-polite')?.textContent;

test('one that comes while the page is there is said, one that stood there already is not', () => {
  const { rerender } = render(notices([coffee]));
  expect(said()).toBe('');
  rerender(notices([coffee, { ...coffee, id: 'n3' as AnnouncementId, from: 'organiser', text: 'Ten minutes.' }]));
  expect(said()).toBe('From the organisers: Ten minutes.');
});
