import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { GroupState } from '@rapport/protocol/group-state';
import { ballotState, groupState, phaseOf } from './testing.ts';
import { usePanel } from './use-panel.ts';

const Probe = ({ state }: { state: GroupState }) => {
  const { panel, waiting, choose } = usePanel(state, false);
  return (
    <>
      <textarea aria-label="A card" />
      <output>
        {panel} {waiting}
      </output>
      <button type="button" onClick={() => choose('outline')}>
        Outline
      </button>
    </>
  );
};

const me = { ...groupState().me, role: 'participant' as const };
const writing = groupState({ phase: phaseOf('write'), me });
const clarifying = groupState({ phase: phaseOf('clarify'), me });
const voting = groupState({ phase: phaseOf('clarify'), me, ballots: [ballotState()] });
const shown = (): HTMLElement => screen.getByRole('status');

it('follows the group', () => {
  const { rerender } = render(<Probe state={writing} />);
  expect(shown()).toHaveTextContent(/^drafts$/);
  rerender(<Probe state={clarifying} />);
  expect(shown()).toHaveTextContent(/^outline$/);
  rerender(<Probe state={voting} />);
  expect(shown()).toHaveTextContent(/^ballot$/);
});

it('leaves the panel to whoever chose one, until the group goes on', async () => {
  const { rerender } = render(<Probe state={voting} />);
  await userEvent.click(screen.getByRole('button', { name: 'Outline' }));
  expect(shown()).toHaveTextContent(/^outline$/);
  rerender(<Probe state={{ ...voting, present: 3, revision: 9 }} />);
  expect(shown()).toHaveTextContent(/^outline$/);
  rerender(
    <Probe state={{ ...voting, ballots: [ballotState({ status: 'closed', phaseId: phaseOf('clarify').id })] }} />,
  );
  expect(shown()).toHaveTextContent(/^results$/);
});

it('takes no field away under the hands of somebody who writes, and says where the group went', async () => {
  const { rerender } = render(<Probe state={writing} />);
  await userEvent.click(screen.getByRole('textbox', { name: 'A card' }));
  rerender(<Probe state={voting} />);
  expect(shown()).toHaveTextContent(/^drafts ballot$/);
});
