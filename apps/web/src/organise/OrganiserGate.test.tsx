import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSession } from '../session/session-store.ts';
import { answeringServer, sendFetchTo } from '../testing/answering-server.ts';
import { sampleMe } from '../testing/samples.ts';
import { OrganiserGate } from './OrganiserGate.tsx';

const organiser = sampleMe({
  role: 'organiser',
  seat: null,
  symposium: null,
  groups: [],
  language: null,
  attribution: null,
});

const serve = () =>
  answeringServer(({ body }) =>
    body.includes('"the-key"')
      ? { status: 201, json: { ...organiser, token: 'secret', tab: 'taborg001' } }
      : { status: 401, json: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unknown-code' } },
  );

let putBack = (): void => undefined;
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useSession.setState({ status: 'unknown', me: null, tab: null });
});
afterEach(() => {
  putBack();
  history.replaceState(null, '', '/');
});

test('a link with the key opens, and the key leaves the address', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  history.replaceState(null, '', '/organise#key=the-key');
  render(<OrganiserGate>inside</OrganiserGate>);
  expect(await screen.findByText('inside')).toBeVisible();
  expect(location.href).not.toContain('the-key');
});

test('without a key it asks for one, and takes a whole link', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  render(<OrganiserGate>inside</OrganiserGate>);
  const field = await screen.findByLabelText('Organiser key');
  await userEvent.type(field, 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This code is not known here.');
  await userEvent.clear(field);
  await userEvent.type(field, 'http://localhost:3000/organise#key=the-key{Enter}');
  expect(await screen.findByText('inside')).toBeVisible();
});

test('somebody else’s tab is not taken without a word', async () => {
  useSession.setState({ status: 'in', me: sampleMe(), tab: 'tabalice1' });
  render(<OrganiserGate>inside</OrganiserGate>);
  expect(screen.getByText(/This tab belongs to Ada Birch/)).toBeVisible();
  expect(screen.queryByText('inside')).not.toBeInTheDocument();
});
