import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { GroupId } from '@rapport/domain/ids';
import { fail, succeed } from '@rapport/protocol/failures';
import { ballotOfKind } from '../ballots/testing.ts';
import { wire } from '../group/testing.ts';
import { ScreenView } from '../screen/ScreenView.tsx';
import { ChairView } from './ChairView.tsx';
import { SeatView } from './SeatView.tsx';
import { entry, plenaryState } from './testing.ts';

const seat = { id: 'seat-1', displayName: 'Ada', delegation: 'Norway', bloc: 'allied' } as never;

const noFile = (): Promise<never> => new Promise(() => undefined);

describe('the chair’s device', () => {
  test('takes the slides of all groups, or of one round, along', async () => {
    const { send } = wire();
    const asked: string[] = [];
    const fetchFile = (path: string) => {
      asked.push(path);
      return Promise.resolve(fail('press-failed', 'No.'));
    };
    render(<ChairView state={plenaryState()} isOrganiser={false} seat={null} send={send} fetchFile={fetchFile} />);
    await userEvent.click(screen.getByRole('button', { name: 'Slides of all groups' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Language of the slides' }), 'ar');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Download the slides' }));
    expect(asked).toEqual(['/api/symposia/s1/slides?lang=ar']);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The file could not be written.');
  });

  test('steps the projector from group to group in the order of report-backs', async () => {
    const { send, sent } = wire();
    const view = { kind: 'group', groupId: 'g2' as GroupId } as const;
    render(<ChairView state={plenaryState({ view })} isOrganiser={false} seat={null} send={send} fetchFile={noFile} />);
    expect(screen.getByText('Group 2', { selector: 'strong' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next group' }));
    await userEvent.click(screen.getByRole('button', { name: 'Timer' }));
    expect(sent.map(({ input }) => input)).toEqual([
      { symposiumId: 's1', view: { kind: 'group', groupId: 'g7' } },
      { symposiumId: 's1', view: { kind: 'timer' } },
    ]);
  });

  test('merges chosen options into one, with their texts side by side and a common one to write', async () => {
    const { send, sent } = wire({ 'option.merge': [succeed({ optionId: 'x', code: 'PL-O1' })] });
    render(<ChairView state={plenaryState()} isOrganiser={false} seat={null} send={send} fetchFile={noFile} />);
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: /R1-G02-O1/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /R1-G07-O3/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Merge 2 options' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('heading', { name: 'Title of R1-G02-O1' })).toBeVisible();
    expect(within(dialog).getByText(/Proposed separately by 2 of 4 groups/)).toBeVisible();
    const title = within(dialog).getByRole('textbox', { name: 'Title' });
    expect(title).toHaveValue('Title of R1-G02-O1');
    await userEvent.clear(title);
    expect(within(dialog).getByRole('button', { name: 'Merge them' })).toBeDisabled();
    await userEvent.type(title, 'Ports together');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Merge them' }));
    expect(sent).toMatchObject([
      {
        name: 'option.merge',
        input: {
          symposiumId: 's1',
          optionIds: ['id-R1-G02-O1', 'id-R1-G07-O3'],
          text: { title: 'Ports together', text: 'Text of R1-G02-O1\nText of R1-G07-O3' },
        },
      },
    ]);
  });
});

test('who was made chair while others vote still finds the paper', () => {
  const { send } = wire();
  const ballot = ballotOfKind('endorsement');
  const me = { ...plenaryState().me, entitled: [ballot.id] };
  render(
    <ChairView
      state={plenaryState({ status: 'open', ballots: [ballot], me })}
      isOrganiser={false}
      seat={seat}
      send={send}
      fetchFile={noFile}
    />,
  );
  expect(screen.getByRole('heading', { name: /^Ballot 1/ })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Hand in my paper' })).toBeVisible();
});

describe('a seat', () => {
  test('waits until the plenary is open, then reads the register with who agrees', () => {
    const { send } = wire();
    const { rerender } = render(<SeatView state={plenaryState({ status: 'closed' })} seat={seat} send={send} />);
    expect(screen.getByText('The plenary has not begun')).toBeVisible();
    const register = [
      entry('PL-O1', {
        group: null,
        verdict: 'led',
        ledBy: 'partner',
        convergence: { groups: 4, of: 22 },
        reservations: [{ kind: 'minority', text: 'Not without the coast guards.' }],
      }),
    ];
    const me = { ...plenaryState().me, role: 'seat' as const };
    rerender(<SeatView state={plenaryState({ status: 'open', register, me })} seat={seat} send={send} />);
    expect(screen.getByText('Led by Partner')).toBeVisible();
    expect(screen.getByText('by 4 groups of 22, independently')).toBeVisible();
    expect(screen.getByText('Not without the coast guards.')).toBeInTheDocument();
  });
});

describe('signing before the plenary', () => {
  const sponsors = [{ delegation: 'Norway', bloc: 'allied', suspended: true }];
  const state = plenaryState({
    status: 'open',
    register: [entry('PL-O1', { group: null, version: 3, sponsors })],
    me: { ...plenaryState().me, role: 'seat', authorised: true },
  });

  test('an authorised seat confirms for the newest version what its delegation signed before', async () => {
    const { send, sent } = wire();
    render(<SeatView state={state} seat={seat} send={send} />);
    expect(screen.getByText('Signature to be confirmed')).toBeVisible();
    await userEvent.click(screen.getByText('Read the whole text'));
    await userEvent.click(screen.getByRole('button', { name: 'Confirm for version 3…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Sign on the record' }));
    expect(sent).toEqual([{ name: 'option.sponsor', input: { optionId: 'id-PL-O1', version: 3, sponsored: true } }]);
  });

  test('others are offered no signature, and everybody can show interest', async () => {
    const { send, sent } = wire();
    render(<SeatView state={{ ...state, me: { ...state.me, authorised: false } }} seat={seat} send={send} />);
    await userEvent.click(screen.getByText('Read the whole text'));
    expect(screen.queryByRole('button', { name: /Confirm for|Sign for/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show interest' }));
    expect(sent).toEqual([{ name: 'option.interest', input: { optionId: 'id-PL-O1', interested: true } }]);
  });
});

describe('a projector', () => {
  test('shows what was chosen and nothing that can be pressed', () => {
    const state = plenaryState({ view: { kind: 'option', optionId: entry('R1-G07-O3').id }, attendance: null });
    const { container } = render(<ScreenView state={state} />);
    expect(screen.getByRole('heading', { name: 'Title of R1-G07-O3' })).toBeVisible();
    expect(container.querySelectorAll('button, a, input')).toHaveLength(0);
  });
});
