import { optionMap } from '@rapport/board/layout';
import { readOptions } from '@rapport/board/read-options';
import { setOptionText } from '@rapport/board/set-option-text';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OptionId, ReservationId } from '@rapport/domain/ids';
import type { CommandName } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { ratingResults } from '../ballots/testing.ts';
import type { BoardSession } from '../board/board-session.ts';
import { useGroup } from '../connection/group-store.ts';
import { usePanelRequests } from '../group/panel-request.ts';
import { groupState, phaseOf, wire } from '../group/testing.ts';
import { setLocale } from '../messages/locale-store.ts';
import { useToasts } from '../ui/toast-store.ts';
import { makeOption } from './make-option.ts';
import { OpenOptions } from './OptionsPanel.tsx';
import { useOptionsView } from './options-view.ts';
import { ballotOnOptions, groupOption, myOption, openOptions } from './testing.ts';

let session: BoardSession;
let close: () => void;
const id = 'o1' as OptionId;

beforeEach(async () => {
  await setLocale('en', false);
  useToasts.setState({ toasts: [] });
  useOptionsView.setState({ open: null, fresh: null });
  usePanelRequests.setState({ panel: null, count: 0 });
  ({ session, close } = await openOptions(
    {
      o1: { title: 'Joint training hub', text: 'Nations open exercises.' },
      o2: { title: 'Rotating co-chairs', text: 'Partners chair.' },
      o3: { title: 'Early-warning picture', text: 'Share it.' },
    },
    { a: [0, 0], b: [300, 0] },
  ));
});
afterEach(() => {
  close();
  useGroup.setState({ state: null });
});

const as = (role: GroupState['me']['role'], patch: Partial<GroupState['me']> = {}) => ({
  ...groupState().me,
  role,
  ...patch,
});

const show = (patch: Partial<GroupState>, answers: Partial<Record<CommandName, Outcome<unknown>[]>> = {}) => {
  const { send, sent } = wire(answers);
  const went: string[] = [];
  const panel = (change: Partial<GroupState>) => {
    const state = groupState({ ...patch, ...change });
    useGroup.setState({ state });
    return (
      <OpenOptions session={session} state={state} delegation="Norway" send={send} onGoTo={(one) => went.push(one)} />
    );
  };
  const { rerender } = render(panel({}));
  return { sent, went, change: (change: Partial<GroupState>) => rerender(panel(change)) };
};

const text = (field: 'title' | 'text'): string | undefined =>
  readOptions(session.doc).find((option) => option.id === id)?.[field];

const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const version = (number: number, patch: { title?: string; text?: string }) => ({
  number,
  hash: `${number}0123456789abcdef`,
  text: { title: 'Hub', text: 'One.', rationale: '', actors: '', resources: '', horizon: '', ...patch },
});

const readback = { version: 1, accepted: 4, objected: 0, reasons: [] };
const asked = groupOption({ frozen: true, version: 1, readback });
const ready = (one: string) => groupOption({ ...asked, id: one as OptionId, code: one.toUpperCase() });

describe('the list', () => {
  test('says of each option where it stands and how long it is', () => {
    show({
      options: [
        groupOption({ sources: [{ kind: 'card', id: 'a' as never, title: 'A' }], changedSinceBallot: true }),
        groupOption({ id: 'o2' as OptionId, code: 'R1-G07-O2', state: 'set-aside' }),
      ],
    });
    const [line] = screen.getAllByRole('listitem');
    expect(line).toHaveTextContent(
      'R1-G07-O1DraftChanged since the last ballotJoint training hub3 words, 117 left1 source',
    );
    expect(screen.getByRole('heading', { name: 'Options (1)' })).toBeVisible();
    expect(screen.getByText('Set aside (1)')).toBeVisible();
  });

  test('begins with what divides the group while it discusses, by the last ballot on options', async () => {
    const results = ratingResults();
    const onOptions = {
      ...results,
      options: results.options.map((line, index) => ({ ...line, subject: { kind: 'option', id: `o${index + 1}` } })),
    };
    const user = userEvent.setup();
    show(
      {
        phase: phaseOf('discuss'),
        ballots: [ballotOnOptions({ status: 'closed' })],
        options: ['o1', 'o2', 'o3'].map((one) => groupOption({ id: one as OptionId, code: one })),
      },
      { 'ballot.results': [succeed(onOptions)] },
    );
    await waitFor(() => expect(titles()[0]).toBe('Rotating co-chairs'));
    expect(screen.getByText('Divides the group')).toBeVisible();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Order of the options' }),
      'In order of their numbers',
    );
    expect(titles()).toEqual(['Joint training hub', 'Rotating co-chairs', 'Early-warning picture']);
  });

  test('offers nothing to press to whoever only looks on', () => {
    show({ options: [], me: as('observer') });
    expect(screen.getByText('The group has not put anything into words yet.')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('writing', () => {
  test('an option made here is opened with the caret in its title, from the keyboard alone', async () => {
    const user = userEvent.setup();
    const { sent, change } = show({ options: [] }, { 'option.create': [succeed({ optionId: id, code: 'R1-G07-O1' })] });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(sent).toEqual([{ name: 'option.create', input: { groupId: 'g1', sources: [] } }]);
    change({ options: [groupOption()] });
    const title = await screen.findByRole('textbox', { name: 'Title' });
    expect(title).toHaveFocus();
    await user.type(title, ' in Oslo');
    expect(text('title')).toBe('Joint training hub in Oslo');
  });

  test('what others write appears, and the caret stays with its words', async () => {
    const user = userEvent.setup();
    show({ options: [groupOption()] });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    field.focus();
    field.setSelectionRange(7, 7);
    act(() => {
      const shared = optionMap(session.doc, id)?.get('text') as { insert: (at: number, text: string) => void };
      shared.insert(0, 'All ');
    });
    expect(field).toHaveValue('All Nations open exercises.');
    expect(field.selectionStart).toBe(11);
    await user.keyboard('\n');
    expect(text('text')).toBe('All Nations\n open exercises.');
  });

  test('the length is counted live; a text that is too long or has no title is not frozen', async () => {
    const user = userEvent.setup();
    show({ options: [groupOption()] });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    expect(screen.getByText('3 of 120 words')).toBeVisible();
    act(() => void setOptionText(session.doc, id, { text: 'word '.repeat(123) }, 'them'));
    expect(await screen.findByText('3 words too many')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Freeze the text…' })).toBeDisabled();
    act(() => void setOptionText(session.doc, id, { text: 'Short.', title: '' }, 'them'));
    expect(await screen.findByText('It needs a title first.')).toBeVisible();
  });

  test('freezing says first what it does, and shows the text to be read', async () => {
    const user = userEvent.setup();
    const { sent, change } = show(
      { options: [groupOption()] },
      { 'option.freeze': [succeed({ version: 1, hash: 'abc' })] },
    );
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    await user.click(screen.getByRole('button', { name: 'Freeze the text…' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Freeze the text of R1-G07-O1?' }));
    expect(dialog.getByText('Nobody can change it until it is opened for a correction.')).toBeVisible();
    expect(sent).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Freeze the text' }));
    expect(sent).toEqual([{ name: 'option.freeze', input: { optionId: id } }]);
    change({ options: [groupOption({ frozen: true, version: 1 })] });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Frozen as version 1. Nobody can change it now.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open for a correction…' })).toBeVisible();
  });

  test('a text that is voted on, and one on a locked board, can only be read', async () => {
    const user = userEvent.setup();
    const { change } = show({ options: [groupOption()], ballots: [ballotOnOptions()], me: as('participant') });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    expect(screen.getByText(/^A ballot on this text is open/)).toBeVisible();
    change({ ballots: [], boardLocked: true });
    expect(screen.getByText(/^The board is locked/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Freeze the text…' })).toBeNull();
  });

  test('its sources lead to the board; what is gone from there keeps its title', async () => {
    const user = userEvent.setup();
    const { went } = show({
      options: [
        groupOption({
          sources: [
            { kind: 'card', id: 'a' as never, title: 'Idea a' },
            { kind: 'cluster', id: 'gone' as never, title: 'By sea' },
          ],
        }),
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    await user.click(screen.getByRole('button', { name: /Idea a/ }));
    expect(went).toEqual(['a']);
    expect(screen.queryByRole('button', { name: /By sea/ })).toBeNull();
    expect(screen.getByText('no longer on the board')).toBeVisible();
  });

  test('cards of the board become an option, or the reason why not is said', async () => {
    const { send, sent } = wire({
      'option.create': [succeed({ optionId: id, code: 'R1-G07-O1' }), fail('board-locked', 'Locked.')],
    });
    const sources = [{ kind: 'card' as const, id: 'a' as never }];
    await makeOption(session.groupId, sources, send);
    expect(useOptionsView.getState()).toMatchObject({ open: id });
    expect(usePanelRequests.getState()).toEqual({ panel: 'options', count: 1 });
    await makeOption(session.groupId, sources, send);
    expect(sent).toHaveLength(2);
    expect(usePanelRequests.getState().count).toBe(1);
    expect(useToasts.getState().toasts.at(-1)?.text).toContain('(board-locked)');
  });
});

describe('versions', () => {
  test('show what each changed, in marks and in words', async () => {
    const user = userEvent.setup();
    const versions = [version(1, { text: 'Create a hub.' }), version(2, { text: 'Create a shared hub.' })];
    show(
      { options: [groupOption({ frozen: true, version: 2 })] },
      { 'option.versions': [fail('unavailable', 'Away.'), succeed({ versions })] },
    );
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    await user.click(screen.getByRole('button', { name: 'More for option R1-G07-O1' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Versions and changes…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Versions of R1-G07-O1' }));
    await user.click(await dialog.findByRole('button', { name: 'Try again' }));
    expect(await dialog.findByText('1 word added, none removed.')).toBeVisible();
    expect(dialog.getByRole('insertion')).toHaveTextContent('added: shared end.');
    const headings = dialog.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Version 2 Fingerprint 20123456789a', 'Version 1 Fingerprint 10123456789a']);
  });
});

describe('what others say of it', () => {
  test('a reservation says who will see it before it is written', async () => {
    const user = userEvent.setup();
    const { sent, change } = show(
      { options: [groupOption()], me: as('participant') },
      { 'reservation.add': [succeed({ reservationId: 'r1' })] },
    );
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    await user.click(screen.getByRole('button', { name: 'Add a reservation…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add to R1-G07-O1' }));
    expect(dialog.getByText(/Nobody stores who wrote it/)).toBeVisible();
    await user.click(dialog.getByRole('radio', { name: 'Minority text' }));
    await user.type(dialog.getByRole('textbox', { name: 'Text' }), 'Not before 2027.');
    await user.click(dialog.getByRole('button', { name: 'Add it' }));
    expect(sent.at(-1)?.input).toEqual({ optionId: id, kind: 'minority', text: 'Not before 2027.' });
    const reservations = [{ id: 'r1' as ReservationId, kind: 'minority' as const, text: 'Not before 2027.' }];
    change({ options: [groupOption({ reservations })] });
    expect(screen.getByText('Not before 2027.')).toBeVisible();
  });

  test('interest is a toggle; only a seat that may signs, on the record and after being asked', async () => {
    const user = userEvent.setup();
    const option = groupOption({ frozen: true, version: 2 });
    const { sent, change } = show({ options: [option], me: as('participant') });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    await user.click(screen.getByRole('button', { name: 'Show interest' }));
    expect(sent.at(-1)).toEqual({ name: 'option.interest', input: { optionId: id, interested: true } });
    expect(screen.queryByRole('button', { name: /^Sign/ })).toBeNull();
    const sponsors = [{ delegation: 'Norway', bloc: 'allied' as const, suspended: true }];
    change({
      options: [{ ...option, sponsors }],
      me: as('participant', { options: [myOption({ sponsored: false })] }),
    });
    expect(screen.getByText('suspended: the text has changed')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Confirm for version 2…' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Sign R1-G07-O1 for Norway?' }));
    expect(dialog.getByText(/Norway is named as a sponsor/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Sign on the record' }));
    expect(sent.at(-1)).toEqual({ name: 'option.sponsor', input: { optionId: id, version: 2, sponsored: true } });
  });
});

describe('reading back', () => {
  test('every member sees the frozen text and answers; the answer may be changed', async () => {
    const user = userEvent.setup();
    const { sent, change } = show({ options: [asked], me: as('participant') });
    expect(screen.getByRole('heading', { name: 'The rapporteur reads back' })).toBeVisible();
    expect(screen.getByText('Nations open exercises.')).toBeVisible();
    // Nobody but who leads is told the counts before the answer.
    expect(screen.queryByText(/4 accept/)).toBeNull();
    expect(screen.getByText(/^What is stored/)).toBeVisible();
    const answer = within(screen.getByRole('group', { name: 'Your answer on R1-G07-O1' }));
    await user.click(answer.getByRole('button', { name: 'Accept' }));
    expect(sent.at(-1)).toEqual({ name: 'report.readback', input: { optionId: id, version: 1, answer: 'accept' } });
    change({ me: as('participant', { options: [myOption({ answer: 'accept' })] }) });
    expect(answer.getByRole('button', { name: 'Accept' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(answer.getByRole('button', { name: 'Object…' }));
    await user.click(answer.getByRole('button', { name: 'Hand in the objection' }));
    expect(answer.getByText('Say why, so that the text can be mended.')).toBeVisible();
    await user.type(answer.getByRole('textbox', { name: 'Why you object' }), 'Too vague.');
    await user.click(answer.getByRole('button', { name: 'Hand in the objection' }));
    expect(sent.at(-1)?.input).toEqual({ optionId: id, version: 1, answer: 'object', reason: 'Too vague.' });
  });

  test('an answer does not take the sheet away, and one that is refused says why', async () => {
    const user = userEvent.setup();
    const { change } = show(
      { options: [asked], me: as('participant') },
      { 'report.readback': [fail('old-version', 'Changed.')] },
    );
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(screen.getByText('old-version')).toBeVisible();
    change({ me: as('participant', { options: [myOption({ answer: 'accept' })] }) });
    expect(screen.getByRole('status')).toHaveTextContent('You have answered all.');
    await user.click(screen.getByRole('button', { name: 'All options' }));
    expect(screen.getByText('4 accept, nobody objects')).toBeVisible();
  });

  test('whoever reads one option when the group is asked is not interrupted, but told and taken to the sheet', async () => {
    const user = userEvent.setup();
    const frozen = ['o1', 'o2'].map((one) => ({ ...ready(one), readback: null }));
    const { change } = show({ options: frozen, me: as('participant') });
    await user.click(screen.getByRole('button', { name: 'Joint training hub' }));
    change({ options: ['o1', 'o2'].map(ready) });
    expect(screen.getByRole('button', { name: 'All options' })).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Your answer on O2' })).toBeNull();
    const told = screen.getByRole('status');
    expect(told).toHaveTextContent('The group is asked about 2 texts. You have not answered yet.');
    await user.click(within(told).getByRole('button', { name: 'Read and answer' }));
    expect(screen.getByRole('group', { name: 'Your answer on O1' })).toBeVisible();
    expect(screen.getByRole('group', { name: 'Your answer on O2' })).toBeVisible();
  });

  test('whoever leads sees how far it is and every reason', () => {
    const heard = { ...readback, objected: 1, reasons: ['Too vague.'] };
    show({ options: [{ ...asked, readback: heard }] });
    expect(screen.getByText('5 of 12 here have answered: 4 accept, 1 objects.')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Objections' })).getByText('Too vague.')).toBeVisible();
  });

  test('the group is asked about frozen texts only', async () => {
    const user = userEvent.setup();
    const options = [groupOption({ frozen: true, version: 1 }), groupOption({ id: 'o2' as OptionId, code: 'O2' })];
    const { sent } = show({ options }, { 'readback.ask': [succeed({ asked: 1 })] });
    await user.click(screen.getByRole('button', { name: 'Read back to the group…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Read back to the group' }));
    expect(dialog.getByRole('checkbox', { name: /O2/ })).toBeDisabled();
    expect(dialog.getByText('not frozen yet')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Ask about 1 text' }));
    expect(sent.at(-1)).toEqual({ name: 'readback.ask', input: { groupId: 'g1', optionIds: ['o1'] } });
  });

  test('lets a leader choose what goes to the plenary', async () => {
    const user = userEvent.setup();
    const { sent } = show(
      {
        options: [ready('o1'), ready('o2'), groupOption({ id: 'o3' as OptionId, code: 'O3' })],
        symposium: { ...groupState().symposium, forwardLimit: 1 },
        me: as('rapporteur', {
          options: ['o1', 'o2'].map((one) => myOption({ optionId: one as OptionId, answer: 'accept' })),
        }),
      },
      { 'option.forward': [succeed({ forwarded: 1 })] },
    );
    await user.click(screen.getByRole('button', { name: 'Forward to the plenary…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Forward to the plenary' }));
    expect(dialog.getByText('its text is not frozen')).toBeVisible();
    await user.click(dialog.getByRole('checkbox', { name: /O1/ }));
    expect(dialog.getByRole('checkbox', { name: /O2/ })).toBeDisabled();
    expect(dialog.getByText('no more can be chosen')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Forward 1 option' }));
    expect(sent.at(-1)).toEqual({ name: 'option.forward', input: { groupId: 'g1', optionIds: ['o1'] } });
  });
});
