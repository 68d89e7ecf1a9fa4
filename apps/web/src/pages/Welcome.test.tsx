import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { sampleMe } from '../testing/samples.ts';
import { Welcome } from './Welcome.tsx';

afterEach(() => setLocale('en', false));

const leave = (): void => undefined;

test('shows who you are, where you go and what may be known, before you go in', () => {
  render(<Welcome me={sampleMe()} onLeave={leave} />);
  expect(screen.getByRole('heading', { name: 'Ada Birch' })).toBeVisible();
  expect(screen.getByText('Norway')).toBeVisible();
  expect(screen.getByText('Group 1, participant')).toBeVisible();
  expect(screen.getByText(/Your cards are shown without name or nation/)).toBeVisible();
  expect(screen.getByText(/Chatham House Rule: what is said here may be used/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go in' })).toHaveAttribute('href', '/g/group1');
});

test.each([
  ['named', /Your name and delegation stand beside every card/],
  ['bloc', /Your cards show your bloc/],
  ['sealed', /the server itself forgets who wrote them at the reveal/],
] as const)('says what %s means', (attribution, text) => {
  render(<Welcome me={sampleMe({ attribution })} onLeave={leave} />);
  expect(screen.getByText(text)).toBeVisible();
});

test('without the Rule it does not promise it', () => {
  const me = sampleMe();
  if (me.symposium === null) throw new Error('the sample has a symposium');
  render(<Welcome me={{ ...me, symposium: { ...me.symposium, chathamHouse: false } }} onLeave={leave} />);
  expect(screen.queryByText(/Chatham House/)).not.toBeInTheDocument();
});

test('leads to the group that meets now, and to earlier ones', () => {
  const me = sampleMe();
  const groups = [...me.groups, { ...me.groups[0], id: 'group9', number: 9, name: 'Group 9' } as (typeof me.groups)[0]];
  render(<Welcome me={{ ...me, groups }} onLeave={leave} />);
  expect(screen.getByRole('link', { name: 'Go in' })).toHaveAttribute('href', '/g/group9');
  expect(screen.getByRole('link', { name: 'Group 1' })).toHaveAttribute('href', '/g/group1');
});

test('without a group there is the programme, and no way in', () => {
  render(<Welcome me={sampleMe({ groups: [] })} onLeave={leave} />);
  expect(screen.queryByRole('link', { name: 'Go in' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Programme' })).toHaveAttribute('href', '/s/partners');
});

test('speaks French', async () => {
  await setLocale('fr', false);
  render(<Welcome me={sampleMe()} onLeave={leave} />);
  expect(screen.getByRole('link', { name: 'Entrer' })).toBeVisible();
  expect(screen.getByText('Alliés')).toBeVisible();
});
