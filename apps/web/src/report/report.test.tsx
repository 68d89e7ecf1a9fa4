import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringInSentences, prefillReport } from '@rapport/board/make-sentences';
import { readReport } from '@rapport/board/read-report';
import { REPORT_ROOTS, headlineOf, sentenceText } from '@rapport/board/report-layout';
import type { OptionId, SentenceId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { BoardSession } from '../board/board-session.ts';
import type { LiveDocument } from '../documents/live-document.ts';
import { Network, until } from '../documents/testing.ts';
import { groupState, phaseOf, wire } from '../group/testing.ts';
import { watchTouchedSentences } from '../documents/touched-sentences.ts';
import { setLocale } from '../messages/locale-store.ts';
import { groupOption, openOptions } from '../options/testing.ts';
import { useToasts } from '../ui/toast-store.ts';
import { ReportDesk } from './ReportDesk.tsx';

const made = (id: string, text: string) => ({ id: id as SentenceId, text });
const FIRST = made('made-1', 'Most dots in ballot 1: “Ports”.');
const SECOND = made('made-2', 'Contested in ballot 2: “Ferries”.');

let network: Network;
let live: LiveDocument;
let board: BoardSession;
let close: () => void;

beforeEach(async () => {
  await setLocale('en', false);
  useToasts.setState({ toasts: [] });
  URL.createObjectURL = () => 'blob:page';
  URL.revokeObjectURL = () => undefined;
  // jsdom lays nothing out and scrolls nowhere.
  Element.prototype.scrollIntoView = () => undefined;
  ({ session: board, close } = await openOptions({ o1: { title: 'Joint training hub', text: 'Open exercises.' } }));
  network = new Network(REPORT_ROOTS);
  network.server.room.edit((doc) => prefillReport(doc, 'en', [FIRST], 'server'), performance.now());
  live = network.open('report.g1', { watchTouched: watchTouchedSentences });
  await until(live, ({ loaded }) => loaded);
});
afterEach(() => {
  network.close();
  close();
});

type Answers = { state?: object; names?: object[]; pages?: Outcome<unknown> };

/** The desk over a server that answers this; `asked` is what it was asked for. */
const show = (patch: Partial<GroupState> = {}, answers: Answers = {}) => {
  const asked: string[] = [];
  const sentences = { language: 'en', fitting: [FIRST.id], fresh: 0, ...answers.state };
  const answer = (path: string): Promise<Outcome<unknown>> => {
    asked.push(path.replace('/api/groups/g1/report', ''));
    if (path.includes('/pages'))
      return Promise.resolve(answers.pages ?? succeed({ pages: ['a', 'b'].map((hash) => ({ hash, svg: '<svg/>' })) }));
    if (path.endsWith('/names')) return Promise.resolve(succeed({ found: answers.names ?? [] }));
    if (path.endsWith('/history')) return Promise.resolve(succeed({ checkpoints: [] }));
    return Promise.resolve(succeed(sentences));
  };
  const calls = { get: answer, post: answer, file: answer } as never;
  const { send, sent } = wire({ 'option.forward': [succeed({ forwarded: 1 })] });
  const state = groupState({ me: { ...groupState().me, role: 'rapporteur' }, options: [groupOption()], ...patch });
  render(<ReportDesk state={state} live={live} board={board} calls={calls} send={send} />);
  return { asked, sent };
};

const onServer = () => readReport(network.server.room.doc);
const reached = (holds: (report: ReturnType<typeof onServer>) => boolean): Promise<void> =>
  waitFor(() => expect(holds(onServer())).toBe(true));

describe('writing', () => {
  test('a headline is everybody’s, with its words counted against the limit', async () => {
    show();
    const field = screen.getByRole('textbox', { name: 'Headline message 1' });
    await userEvent.type(field, 'Train together{Enter}');
    await reached(({ headlines }) => headlines[0] === 'Train together');
    expect(field).toHaveAccessibleDescription('2 of 60 words');
    act(() => headlineOf(live.store.getState().doc, 'headline1').insert(0, 'word '.repeat(60)));
    expect(field).toHaveAccessibleDescription('62 of 60 words, 2 too many');
  });

  test('Enter begins a sentence, Backspace in an empty one takes it away, Alt with an arrow moves it', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a question' }));
    await userEvent.keyboard('Who pays?{Enter}Who hosts?{Enter}');
    expect(screen.getAllByRole('textbox', { name: /^Question/ })).toHaveLength(3);
    await userEvent.keyboard('{Backspace}');
    expect(screen.getByRole('textbox', { name: 'Question 2 of 2' })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await reached(({ questions }) => questions.map(({ text }) => text).join() === 'Who hosts?,Who pays?');
  });

  test('a removed sentence can be brought back as it stood', async () => {
    show();
    const line = screen.getByRole('group', { name: 'Sentence 1 of 1' });
    await userEvent.click(within(line).getByRole('button', { name: 'Remove' }));
    await reached(({ agreement }) => agreement.length === 0);
    act(() => useToasts.getState().toasts.at(-1)?.action?.onAction());
    await reached(({ agreement }) => agreement.length === 1);
    expect(onServer().agreement[0]).toMatchObject({ text: FIRST.text, origin: 'generated' });
  });
});

describe('sentences of the product', () => {
  test('say whose words they are, and when they do not follow from the results any more', async () => {
    show({}, { state: { fitting: [] } });
    expect(screen.getByText('Generated')).toBeVisible();
    expect(await screen.findByText('No longer follows from the results')).toBeVisible();
    act(() => sentenceText(live.store.getState().doc, 'agreement', FIRST.id)?.insert(0, 'Nearly: '));
    expect(screen.getByText('Generated, edited')).toBeVisible();
  });

  test('new ones come when somebody asks for them', async () => {
    const { asked } = show({}, { state: { fresh: 1 } });
    await userEvent.click(await screen.findByRole('button', { name: 'Bring it in' }));
    expect(asked.filter((path) => path === '/sentences')).toHaveLength(1);
    act(() => {
      network.server.room.edit((doc) => bringInSentences(doc, [SECOND], 'server'), performance.now());
      network.server.settle();
    });
    expect(await screen.findByRole('textbox', { name: 'Sentence 2 of 2' })).toHaveValue(SECOND.text);
  });

  test('a report is begun by looking at it, once a result has come again', async () => {
    const { asked } = show();
    await waitFor(() => expect(asked.filter((path) => path === '/open')).toHaveLength(1));
  });
});

describe('beside it', () => {
  test('the pages as they will print', async () => {
    show();
    expect(await screen.findAllByRole('img', { name: /of 2 of the printed report/ })).toHaveLength(2);
    expect(screen.getByText('Interim, 2 pages')).toBeVisible();
  });

  test('why there are none', async () => {
    show({}, { pages: fail('press-failed', 'No.') });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('what is still to do, with a way there', async () => {
    show();
    await userEvent.click(screen.getByRole('tab', { name: /Check/ }));
    await userEvent.click(screen.getByRole('button', { name: /Questions to the plenary None written/ }));
    await waitFor(() => expect(document.getElementById('part-questions')).toHaveFocus());
  });

  test('texts that name somebody, before the file leaves', async () => {
    show({}, { names: [{ place: 'card', label: 'Ports', text: 'As Norway said', words: ['Norway'] }] });
    await userEvent.click(screen.getByRole('tab', { name: 'Download' }));
    expect(await screen.findByText('1 text holds a name or delegation')).toBeVisible();
    const list = screen.getByRole('list', { name: 'Texts that hold a name or delegation' });
    expect(within(list).getByRole('listitem')).toHaveTextContent('Card · PortsNorwayAs Norway said');
  });
});

test('options are shown with the cards they grew out of, and forwarded from here', async () => {
  const sources = [{ kind: 'card' as const, id: 'gone' as never, title: 'Shared ports' }];
  const { sent } = show({
    options: [
      groupOption({
        id: 'o1' as OptionId,
        state: 'endorsed',
        frozen: true,
        version: 1,
        sources,
        readback: { version: 1, accepted: 3, objected: 0, reasons: [] },
      }),
    ],
  });
  await userEvent.click(screen.getByText('Options not forwarded yet (1)'));
  expect(screen.getByRole('heading', { name: 'Joint training hub' })).toBeVisible();
  await userEvent.click(screen.getByText('Source cards (1)'));
  expect(screen.getByText('Shared ports')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Forward to plenary' }));
  await userEvent.click(await screen.findByRole('button', { name: /Forward 1/ }));
  expect(sent.at(-1)).toEqual({ name: 'option.forward', input: { groupId: 'g1', optionIds: ['o1'] } });
});

test.each<[string, Partial<GroupState>, string, boolean]>([
  [
    'a closed session',
    { status: 'closed' },
    'The session is closed: the report can be read and downloaded, not changed.',
    true,
  ],
  [
    'whoever reads along',
    { phase: phaseOf('readback'), me: { ...groupState().me, role: 'participant' } },
    'You read along while the report is read back. It is written by your rapporteur and facilitator.',
    false,
  ],
])('%s reads and changes nothing', (_, patch, text, exports) => {
  const { asked } = show(patch);
  expect(screen.getByText(text)).toBeVisible();
  expect(screen.getByText(FIRST.text)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('tab', { name: 'Download' }) !== null).toBe(exports);
  expect(asked.includes('/open')).toBe(false);
});

test('what a refusal would lose is kept to be copied', async () => {
  const [member] = network.server.members;
  show();
  network.server.access = { mayWrite: false, refusal: { code: 'group-closed', text: 'Closed.' } };
  network.server.room.reconsider(member?.id ?? 0, network.server.access, performance.now());
  const field = screen.getByRole('textbox', { name: 'Headline message 3' });
  await userEvent.type(field, 'Z');
  const { rescued } = await until(live, ({ refusal }) => refusal !== null);
  expect(rescued).toEqual([{ cardId: 'headline3', title: 'Z', body: '' }]);
});
