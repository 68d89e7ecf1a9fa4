import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { DotResults } from '@rapport/domain/ballot-results';
import { fail, succeed } from '@rapport/protocol/failures';
import { ballotState, groupState, wire } from '../group/testing.ts';
import { ResultsPanel } from './ResultsPanel.tsx';

const closed = ballotState({ status: 'closed' });
const line = (
  index: number,
  rank: number,
  tied: boolean,
  dots: number,
  voters: number,
): DotResults['options'][number] => {
  const option = closed.options[index];
  if (option === undefined) throw new Error('no such option');
  return {
    id: option.id,
    subject: option.subject,
    title: option.title,
    rank,
    tied,
    dots,
    voters,
    blocs: [
      { bloc: 'allied', shown: true, papers: 7, dots: dots - 1, voters: voters - 1 },
      { bloc: 'partner', shown: false, reason: 'small-group' },
    ],
  };
};
const results: DotResults = {
  ballotId: closed.id,
  kind: 'dots',
  budget: 3,
  cap: 2,
  base: { valid: 11, entitled: 12, proxies: 1 },
  options: [line(0, 1, false, 9, 8), line(1, 2, true, 4, 4), line(2, 2, true, 4, 4)],
};

it('says a sentence for each option, with its base, and ties as ties', async () => {
  render(
    <ResultsPanel
      state={groupState({ ballots: [closed] })}
      send={wire({ 'ballot.results': [succeed(results)] }).send}
    />,
  );
  expect(await screen.findByText('Most dots: 9, from 8 of 11 papers.')).toBeVisible();
  expect(screen.getAllByText('Tie')).toHaveLength(2);
  expect(screen.getByText(/11 papers of 12 entitled/)).toHaveTextContent('1 paper was entered by the facilitator.');
  // Seven of seven in a small bloc is told roughly.
  expect(screen.getByText('≥ 80% of 7')).toBeVisible();
  expect(screen.getByRole('complementary')).toHaveTextContent(/small group.*Partner/);
});

it('holds the same figures as a table', async () => {
  const user = userEvent.setup();
  render(
    <ResultsPanel
      state={groupState({ ballots: [closed] })}
      send={wire({ 'ballot.results': [succeed(results)] }).send}
    />,
  );
  await screen.findByText('Most dots: 9, from 8 of 11 papers.');
  await user.click(screen.getByRole('button', { name: 'Show as a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['1', 'Joint training hub', '9', '8', '73%', '≥ 80% of 7'],
    ['2, tie', 'Rotating co-chairs', '4', '4', '36%', '3 of 7'],
    ['2, tie', 'Early-warning picture', '4', '4', '36%', '3 of 7'],
  ]);
});

it('says what went wrong, and tries again', async () => {
  const user = userEvent.setup();
  const { send } = wire({ 'ballot.results': [fail('unavailable', 'No answer.'), succeed(results)] });
  render(<ResultsPanel state={groupState({ ballots: [closed] })} send={send} />);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Most dots: 9, from 8 of 11 papers.')).toBeVisible();
});

it('tells somebody who did not hand in a paper that it was not counted', async () => {
  const me = { ...groupState().me, entitled: [closed.id] };
  const { send } = wire({ 'ballot.results': [succeed(results), succeed(results)] });
  const { rerender } = render(<ResultsPanel state={groupState({ ballots: [closed], me })} send={send} />);
  expect(await screen.findByText(/closed without a paper of yours/)).toBeVisible();
  rerender(<ResultsPanel state={groupState({ ballots: [closed], me: { ...me, cast: [closed.id] } })} send={send} />);
  expect(screen.queryByText(/closed without a paper of yours/)).toBeNull();
});
