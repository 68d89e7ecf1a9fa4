import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SymposiumId } from '@rapport/domain/ids';
import { STATUS } from '@rapport/protocol/failures';
import { answeringServer, sendFetchTo } from '../testing/answering-server.ts';

import { BadgesCard } from './BadgesCard.tsx';

const refusal = { title: 'Conflict', code: 'conflict', status: STATUS.conflict };
const symposium = { id: 'symposium-1' as SymposiumId };
let server: Awaited<ReturnType<typeof answeringServer>>;
let restore: () => void;
beforeEach(async () => {
  server = await answeringServer(() => ({ status: STATUS.conflict, json: refusal }));
  restore = sendFetchTo(server.url);
});
afterEach(async () => {
  restore();
  await server[Symbol.asyncDispose]();
});

const field = (name: string) => screen.getByRole('textbox', { name });

test('orders badges with the Wi-Fi in the body and nowhere in the address; a refusal is shown', async () => {
  render(<BadgesCard symposium={{ id: symposium.id, seats: 3 }} />);
  await userEvent.type(field('Name of the Wi-Fi'), ' Venue ');
  await userEvent.type(field('Password of the Wi-Fi'), 'spring');
  await userEvent.click(screen.getByRole('button', { name: 'Print badges (PDF)' }));
  await screen.findByRole('alert');
  expect(server.calls.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    [
      'POST',
      `/api/symposia/${symposium.id}/badges.pdf`,
      { form: 'badges', lang: 'en', wifi: { name: 'Venue', password: 'spring' } },
    ],
  ]);
});

test('a table tent says nothing of the Wi-Fi', async () => {
  render(<BadgesCard symposium={{ id: symposium.id, seats: 3 }} />);
  await userEvent.type(field('Name of the Wi-Fi'), 'Venue');
  await userEvent.click(screen.getByRole('button', { name: 'Table tents (PDF)' }));
  await screen.findByRole('alert');
  expect(server.calls.map(({ body }) => JSON.parse(body))).toEqual([{ form: 'tents', lang: 'en' }]);
});

test('without a roster there is nothing to print', () => {
  render(<BadgesCard symposium={{ id: symposium.id, seats: 0 }} />);
  for (const button of screen.getAllByRole('button')) expect(button).toBeDisabled();
});
