import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandValue } from '@rapport/protocol/commands';
import { fail, succeed } from '@rapport/protocol/failures';
import { wire } from '../group/testing.ts';
import { setLocale } from '../messages/locale-store.ts';
import { useToasts } from '../ui/toast-store.ts';
import { newCluster, undo } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { suggestClusters } from './suggest-clusters.ts';
import { SuggestionLayer } from './SuggestionLayer.tsx';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { card, MAY, openBoard, sketch } from './testing.ts';

let session: BoardSession;
let close: () => void;

beforeEach(async () => {
  await setLocale('en', false);
  useToasts.setState({ toasts: [] });
  ({ session, close } = await openBoard({ a: [0, 0], b: [300, 0], c: [600, 0], d: [900, 0], e: [1200, 0] }));
});
afterEach(() => close());

const proposal: CommandValue['cluster.suggest'] = {
  suggestions: [
    { title: 'training hub', cardIds: [card('a'), card('c')] },
    { title: 'early warning', cardIds: [card('b'), card('d')] },
  ],
  left: [card('e')],
};
const ask = (value = proposal) => suggestClusters(session, wire({ 'cluster.suggest': [succeed(value)] }).send);
const show = () =>
  render(
    <>
      <SuggestionLayer session={session} />
      <SuggestionsPanel session={session} rights={MAY} />
    </>,
  );
const clusters = (): (string | undefined)[] =>
  session.records.clusterIds().map((id) => session.records.cluster(id)?.title);
const suggestion = (number: number) => within(screen.getByRole('group', { name: `Suggestion ${number}` }));

describe('suggested clusters', () => {
  test('are shown and change nothing', async () => {
    const before = sketch(session);
    await ask();
    const { container } = show();
    expect(screen.getByRole('region', { name: 'Suggested clusters' })).toHaveFocus();
    expect(screen.getByText(/2 suggestions .* 1 card fits nowhere/)).toBeVisible();
    expect(
      suggestion(1)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Idea a', 'Idea c']);
    // An outline for each card, with the number of its suggestion.
    expect([...container.querySelectorAll('[aria-hidden] > span')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['1', '1', '2', '2']),
    );
    expect(sketch(session)).toEqual(before);
  });

  test('are taken one by one by keyboard, under another title, each one step to undo', async () => {
    const user = userEvent.setup();
    await ask();
    show();
    const title = screen.getByRole('textbox', { name: 'Title of suggestion 1' });
    await user.clear(title);
    await user.type(title, 'Training together');
    suggestion(1).getByRole('button', { name: 'Take it: “Training together”, 2 cards' }).focus();
    await user.keyboard('{Enter}');
    expect(clusters()).toEqual(['Training together']);
    expect(suggestion(2).getByRole('button', { name: 'Take it: “early warning”, 2 cards' })).toHaveFocus();
    act(() => undo(session, MAY));
    expect(clusters()).toEqual([]);
    expect(screen.queryByRole('button', { name: /Take back/ })).toBeNull();
  });

  test('are left one by one, or all at once', async () => {
    const user = userEvent.setup();
    await ask();
    show();
    await user.click(screen.getByRole('button', { name: 'Leave it: “training hub”' }));
    expect(screen.queryByRole('group', { name: 'Suggestion 1' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Leave all' }));
    expect(session.suggestions.getState()).toBeNull();
    expect(clusters()).toEqual([]);
  });

  test('go back in one press, and are proposed again', async () => {
    const user = userEvent.setup();
    const before = sketch(session);
    await ask();
    show();
    await user.click(screen.getByRole('button', { name: /Take it: “training hub”/ }));
    await user.click(screen.getByRole('button', { name: /Take it: “early warning”/ }));
    expect(new Set(clusters())).toEqual(new Set(['early warning', 'training hub']));
    await user.click(screen.getByRole('button', { name: 'Take back the 2 taken' }));
    expect(sketch(session)).toEqual(before);
    expect(clusters()).toEqual([]);
    expect(screen.getAllByRole('textbox')).toHaveLength(2);
  });

  test('leave alone what somebody has clustered meanwhile', async () => {
    const user = userEvent.setup();
    await ask();
    newCluster(session, MAY, [card('a'), card('e')], 'board', 'Mine');
    show();
    await user.click(screen.getByRole('button', { name: /Take it: “training hub”/ }));
    expect(clusters()).toEqual(['Mine']);
    expect(useToasts.getState().toasts[0]?.text).toMatch(/Too few of these cards/);
  });

  test('say so when there are none, or when the server cannot', async () => {
    await ask({ suggestions: [], left: [card('a')] });
    expect(useToasts.getState().toasts[0]?.text).toBe('No cards belong together by their words.');
    await suggestClusters(session, wire({ 'cluster.suggest': [fail('unavailable', 'Busy.')] }).send);
    expect(useToasts.getState().toasts.at(-1)?.text).toContain('(unavailable)');
    expect(session.suggestions.getState()).toBeNull();
  });
});
