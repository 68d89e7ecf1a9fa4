import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import { SealManifest, SealState } from '@rapport/protocol/seal';
import { setLocale } from '../messages/locale-store.ts';
import { SealSection } from './SealSection.tsx';
import { SealContents } from './SealContents.tsx';
import { VerifyFile } from './VerifyFile.tsx';

const SYMPOSIUM = { id: 's1' as SymposiumId, slug: 'ports', title: 'Ports 2026' };
const SEAL = '/api/symposia/s1/seal';
/** SHA-256 of `abc`. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const FINGERPRINT = '0123456789abcdef'.repeat(4);

const sealState = (patch: Partial<SealState>): SealState =>
  SealState.parse({
    status: 'open',
    obstacles: [],
    placed: 2,
    written: 0,
    files: 14,
    failed: false,
    manifest: null,
    ...patch,
  });

const GROUP_OPEN = { kind: 'group-open', groupId: 'g7' as GroupId, code: 'R1-G07', name: 'Harbours' } as const;
const IN_THE_WAY = sealState({
  obstacles: [
    GROUP_OPEN,
    { kind: 'group-closing', groupId: 'g8' as GroupId, code: 'R1-G08', name: 'Straits' },
    { kind: 'plenary-open' },
  ],
});
const WRITING = sealState({ status: 'writing', written: 3 });
const SEALED = sealState({
  status: 'sealed',
  written: 14,
  manifest: { sha256: FINGERPRINT, sealedAt: '2026-12-01T10:00:00.000Z', bytes: 900 },
});
const MANIFEST = SealManifest.parse({
  schema: 'rapport.seal/1',
  product: { name: 'Rapport', version: '0.1.0' },
  symposium: { title: 'Ports 2026', startsOn: '2026-11-30', chathamHouse: true, marking: { en: 'UNMARKED' } },
  sealedAt: '2026-12-01T10:00:00.000Z',
  groups: [],
  files: [{ path: 'options-paper/options-paper.en.md', size: 3, sha256: ABC }],
  options: [],
  purges: [{ group: null, what: 'answers', count: 2, on: '2026-12-01' }],
});

/** The network: what each call is answered, one after another, the last for good; and what was asked. */
const network = (answers: Record<string, unknown[]>) => {
  const asked: { call: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const call = `${init.method ?? 'GET'} ${address}`;
    asked.push({ call, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null });
    const left = answers[call] ?? [];
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer === undefined)
      return Promise.resolve(Response.json({ code: 'not-found', title: 'Not found' }, { status: 404 }));
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  });
  return asked;
};

const show = (answers: Record<string, unknown[]>) => {
  const asked = network(answers);
  const changed = vi.fn<() => void>();
  render(
    <SealSection symposium={SYMPOSIUM} onChanged={changed}>
      <p>What can be done with a seal</p>
    </SealSection>,
  );
  return { asked, changed, posted: () => asked.filter(({ call }) => call === `POST ${SEAL}`) };
};

const openDialog = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Seal the symposium…' }));
  return within(await screen.findByRole('alertdialog', { name: 'Seal the symposium for good?' }));
};

const chooseFile = async (text: string) => {
  const asked = network({ [`GET ${SEAL}/manifest`]: [MANIFEST] });
  const { container } = render(<VerifyFile symposiumId={SYMPOSIUM.id} />);
  const chooser = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (chooser === null) throw new Error('no file can be chosen');
  await userEvent.upload(chooser, new File([text], 'copy.md'));
  return asked;
};

// What comes when it is first opened is not what is waited for here.
beforeAll(() => import('../ui/DialogPanel.tsx'));
beforeEach(() => setLocale('en', false));
afterEach(() => vi.unstubAllGlobals());

describe('before the seal', () => {
  test('everything that is in the way is named, and leads to where it can be ended', async () => {
    show({ [`GET ${SEAL}`]: [IN_THE_WAY] });
    const lines = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'R1-G07 Harbours is still open',
      'R1-G08 Straits is still being closed',
      'The plenary is still open',
    ]);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/g/g7',
      '/g/g8',
      '/s/ports/plenary',
    ]);
    expect(screen.queryByText(/^Everything is closed/)).toBeNull();
  });

  test('without groups there is nothing to press', async () => {
    show({ [`GET ${SEAL}`]: [sealState({ obstacles: [{ kind: 'nothing-to-seal' }] })] });
    expect(await screen.findByText('There are no groups yet')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Seal the symposium…' })).toBeDisabled();
  });

  test('looking again shows what has been closed meanwhile', async () => {
    show({ [`GET ${SEAL}`]: [IN_THE_WAY, sealState({})] });
    await userEvent.click(await screen.findByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('Everything is closed. 14 files will be written.')).toBeVisible();
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});

describe('the second step', () => {
  test('nothing is sealed before the title is typed; then the files are counted', async () => {
    const { posted, changed } = show({ [`GET ${SEAL}`]: [sealState({}), WRITING], [`POST ${SEAL}`]: [WRITING] });
    const dialog = await openDialog();
    const confirm = dialog.getByRole('button', { name: 'Seal for good' });
    expect(confirm).toBeDisabled();
    expect(dialog.queryByRole('checkbox')).toBeNull();
    const title = dialog.getByRole('textbox', { name: 'To confirm, type: Ports 2026' });
    await userEvent.type(title, 'Ports 202');
    expect(confirm).toBeDisabled();
    await userEvent.type(title, '6');
    expect(posted()).toEqual([]);
    await userEvent.click(confirm);
    expect(await screen.findByText('Writing files: 3 of 14')).toBeVisible();
    expect(posted()).toEqual([{ call: `POST ${SEAL}`, body: { close: false } }]);
    expect(changed).toHaveBeenCalled();
  });

  test('what is open is closed with it only when that is asked for too', async () => {
    const { posted } = show({ [`GET ${SEAL}`]: [IN_THE_WAY, WRITING], [`POST ${SEAL}`]: [WRITING] });
    const dialog = await openDialog();
    await userEvent.type(dialog.getByRole('textbox'), 'Ports 2026');
    const confirm = dialog.getByRole('button', { name: 'Seal for good' });
    expect(confirm).toBeDisabled();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Close 1 open group and the plenary' }));
    await userEvent.click(confirm);
    expect(await screen.findByText('Writing files: 3 of 14')).toBeVisible();
    expect(posted()).toEqual([{ call: `POST ${SEAL}`, body: { close: true } }]);
  });

  test('a refusal is said in the dialog, which stays with what was typed', async () => {
    const refusal = Response.json(
      { code: 'conflict', title: 'Conflict', detail: 'Not everything is closed yet.' },
      { status: 409 },
    );
    show({ [`GET ${SEAL}`]: [sealState({})], [`POST ${SEAL}`]: [refusal] });
    const dialog = await openDialog();
    await userEvent.type(dialog.getByRole('textbox'), 'Ports 2026');
    await userEvent.click(dialog.getByRole('button', { name: 'Seal for good' }));
    expect(await dialog.findByRole('alert')).toBeVisible();
    expect(dialog.getByRole('textbox')).toHaveValue('Ports 2026');
  });

  test('it says so when the plenary has placed no option', async () => {
    show({ [`GET ${SEAL}`]: [sealState({ placed: 0 })] });
    const dialog = await openDialog();
    expect(dialog.getByText(/^The plenary has taken no option into the paper/)).toBeVisible();
  });
});

describe('while files are written', () => {
  test('after a failure it goes on where it stopped, until the seal stands', async () => {
    const { posted } = show({
      [`GET ${SEAL}`]: [sealState({ status: 'writing', written: 3, failed: true })],
      [`POST ${SEAL}`]: [SEALED],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Go on writing' }));
    expect(await screen.findByText('What can be done with a seal')).toBeVisible();
    expect(posted()).toHaveLength(1);
  });

  test('it can be given up', async () => {
    const { asked, changed } = show({
      [`GET ${SEAL}`]: [sealState({ status: 'writing', failed: true }), sealState({})],
      [`DELETE ${SEAL}`]: [new Response(null, { status: 204 })],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Give the seal up' }));
    expect(await screen.findByText(/^Everything is closed/)).toBeVisible();
    expect(asked.map(({ call }) => call)).toEqual([`GET ${SEAL}`, `DELETE ${SEAL}`, `GET ${SEAL}`]);
    expect(changed).toHaveBeenCalled();
  });
});

test('a seal that stands says how many files it keeps and shows the whole fingerprint of its manifest', async () => {
  show({ [`GET ${SEAL}`]: [SEALED] });
  expect(await screen.findByText(/^14 files are kept\. Sealed on .*2026/)).toBeVisible();
  expect(screen.getByText('01234567 89abcdef '.repeat(4).trim())).toBeVisible();
  expect(screen.getByText('What can be done with a seal')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Seal the symposium|Give the seal up/ })).toBeNull();
});

describe('checking a copy', () => {
  test('the same bytes are known, whatever the file is called, and never leave the device', async () => {
    const asked = await chooseFile('abc');
    expect(await screen.findByText('copy.md was sealed')).toBeVisible();
    expect(screen.getByText('options-paper/options-paper.en.md')).toBeVisible();
    expect(screen.getByText(/^ba7816bf 8f01cfea/)).toBeVisible();
    expect(asked).toEqual([{ call: `GET ${SEAL}/manifest`, body: null }]);
  });

  test('one byte more is not', async () => {
    await chooseFile('abc\n');
    expect(await screen.findByText('copy.md is not in the manifest')).toBeVisible();
    expect(screen.queryByText('options-paper/options-paper.en.md')).toBeNull();
  });
});

describe('what was sealed', () => {
  const GROUPED = SealManifest.parse({
    ...MANIFEST,
    groups: [{ code: 'R1-G07', name: 'Harbours', attribution: 'sealed', version: 2 }],
    files: [...MANIFEST.files, { path: 'groups/R1-G07/R1-G07-report.en.docx', size: 51_200, sha256: FINGERPRINT }],
  });

  test('stands there file by file with size and fingerprint, and each can be taken', async () => {
    const asked = network({ [`GET ${SEAL}/manifest`]: [GROUPED] });
    render(<SealContents symposiumId={SYMPOSIUM.id} />);
    await userEvent.click(await screen.findByText('R1-G07 Harbours: 1 file'));
    const line = within(screen.getByText(/^01234567 89abcdef/).closest('li') as HTMLElement);
    expect(line.getByText('51 kB')).toBeVisible();
    await userEvent.click(line.getByRole('button', { name: 'Download R1-G07-report.en.docx' }));
    expect(asked.at(-1)?.call).toBe(`GET ${SEAL}/file?path=groups%2FR1-G07%2FR1-G07-report.en.docx`);
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  test('and what was destroyed, as counts and days', async () => {
    network({ [`GET ${SEAL}/manifest`]: [GROUPED] });
    render(<SealContents symposiumId={SYMPOSIUM.id} />);
    await userEvent.click(await screen.findByText('What was destroyed'));
    expect(screen.getByText('Plenary').closest('li')).toHaveTextContent('Plenary 2 answers to texts, Dec 1, 2026');
  });
});
