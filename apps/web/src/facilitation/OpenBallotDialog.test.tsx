import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DEFAULT_AXES } from '@rapport/domain/ballots';
import type { PhaseKind } from '@rapport/domain/phases';
import { groupState, phaseOf, wire } from '../group/testing.ts';
import type { OptionId } from '@rapport/domain/ids';
import type { GroupOption } from '@rapport/protocol/options';
import { groupOption } from '../options/testing.ts';
import { OpenBallotDialog, type Votable } from './OpenBallotDialog.tsx';

const some = (count: number, kind: string) => Array.from({ length: count }, (_, index) => ({ id: `${kind}${index}` }));

const show = async (phase: PhaseKind, votable: Partial<Votable> = {}, options: GroupOption[] = []) => {
  const { send, sent } = wire();
  render(
    <OpenBallotDialog
      state={groupState({ phase: phaseOf(phase), options })}
      votable={{ clusters: some(3, 'c'), cards: some(9, 'k'), selected: [], ...votable }}
      send={send}
      onClose={() => undefined}
    />,
  );
  return { dialog: within(await screen.findByRole('dialog', { name: 'Open a ballot' })), sent };
};

describe('opening a ballot', () => {
  it.each([
    ['shortlist', 'Dots'],
    ['readback', 'Endorsement'],
  ] as const)('proposes the kind that %s is made for', async (phase, kind) => {
    const { dialog } = await show(phase);
    expect(dialog.getByRole('radio', { name: kind })).toBeChecked();
  });

  it('opens a rating on the method’s axes in every language, or on others', async () => {
    const user = userEvent.setup();
    const { dialog, sent } = await show('shortlist');
    await user.click(dialog.getByRole('radio', { name: 'Rating on two axes' }));
    const first = dialog.getByRole('textbox', { name: 'Axis 1' });
    expect(first).toHaveValue('Contribution to security');
    const second = dialog.getByRole('textbox', { name: 'Axis 2' });
    await user.clear(second);
    expect(dialog.getByRole('button', { name: 'Open the ballot on 3 options' })).toBeDisabled();
    await user.type(second, 'Cost');
    await user.click(dialog.getByRole('checkbox', { name: 'Close it with the timer' }));
    await user.click(dialog.getByRole('button', { name: 'Open the ballot on 3 options' }));
    expect(sent[0]?.input).toMatchObject({
      kind: 'rating',
      settings: { axes: [DEFAULT_AXES[0], { en: 'Cost' }], thresholds: {}, closesWithTimer: true },
    });
  });

  it('ranks seven options at most', async () => {
    const user = userEvent.setup();
    const { dialog } = await show('shortlist');
    await user.click(dialog.getByRole('radio', { name: 'Ranking' }));
    await user.click(dialog.getByRole('radio', { name: 'All cards (9)' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('At most 7 options can be put in order.');
    expect(dialog.getByRole('button', { name: 'Open the ballot on 9 options' })).toBeDisabled();
  });

  it('sends only those thresholds that were changed, in the method’s units', async () => {
    const user = userEvent.setup();
    const { dialog, sent } = await show('readback');
    await user.click(dialog.getByText('How the result is put into words'));
    const support = dialog.getByRole('textbox', { name: 'Both support it from (%)' });
    expect(support).toHaveValue('67');
    await user.clear(support);
    expect(dialog.getByRole('button', { name: 'Open the ballot on 3 options' })).toBeDisabled();
    await user.type(support, '75');
    await user.click(dialog.getByRole('button', { name: 'Open the ballot on 3 options' }));
    expect(sent[0]?.input).toMatchObject({ kind: 'endorsement', settings: { thresholds: { support: 0.75 } } });
  });

  it('proposes the group’s options where there are any to compare, and lets some be left out', async () => {
    const user = userEvent.setup();
    const options = ['o1', 'o2', 'o3'].map((id) => groupOption({ id: id as OptionId, code: id.toUpperCase() }));
    const { dialog, sent } = await show('shortlist', {}, options);
    expect(dialog.getByRole('radio', { name: 'Options of the group (3)' })).toBeChecked();
    await user.click(dialog.getByRole('checkbox', { name: /O2/ }));
    await user.click(dialog.getByRole('button', { name: 'Open the ballot on 2 options' }));
    expect(sent[0]?.input).toMatchObject({
      options: [
        { kind: 'option', id: 'o1' },
        { kind: 'option', id: 'o3' },
      ],
    });
  });
});
