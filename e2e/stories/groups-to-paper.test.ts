import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import JSZip from 'jszip';
import { expectAccessible } from '../accessible.ts';
import { voter } from '../pages/ballots.ts';
import { plenaryChair } from '../pages/plenary.ts';
import { call, prepareRound, putCards, type Invited } from '../prepared-group.ts';
import { ORGANISER_KEY, Product } from '../product.ts';
import { WirePerson } from '../wire.ts';

/** Twenty voters in each of three groups, in turns of four delegations. */
const NATIONS = ['NO', 'IT', 'JO', 'MA'];
const VOTERS: Invited[] = Array.from({ length: 60 }, (_, index) => ({
  name: `Voter Quillfeather ${String(index + 1).padStart(2, '0')}`,
  role: 'participant',
  from: NATIONS[index % NATIONS.length] ?? 'NO',
  group: Math.floor(index / 20) + 1,
}));
const leading = (group: number): Invited[] => [
  { name: `Lead Hollowell ${group}`, role: 'facilitator', from: 'NO', group },
  { name: `Scribe Hollowell ${group}`, role: 'rapporteur', from: 'OSCE', group },
];
const PEOPLE: readonly Invited[] = [...leading(1), ...leading(2), ...leading(3), ...VOTERS];

/** What each group brings: the first two are the same thought. */
const BROUGHT = [
  { title: 'A shared flood picture', text: 'Both sides see the same flood map.' },
  { title: 'One flood warning for all', text: 'A flood warning reaches both sides at once.' },
  { title: 'Joint medical teams', text: 'Teams of both sides train together.' },
] as const;
const OBJECTION = 'It leaves out droughts.';
const HEADLINE = 'Those who train together help together.';

type Plenary = { ballots: { id: string; options: { id: string; title: string }[] }[] };

/** A group's way to the plenary, by its members' own programs; the second group's text meets an objection. */
const bringForward = async (
  groupId: string,
  members: { lead: WirePerson; scribe: WirePerson; voters: readonly WirePerson[] },
  option: (typeof BROUGHT)[number],
  objection: string | null,
): Promise<string> => {
  const { lead, scribe, voters } = members;
  for (const one of [lead, scribe, ...voters]) await one.command('group.watch', { groupId });
  const { optionId } = await scribe.command<{ optionId: string }>('option.create', { groupId, sources: [] });
  await scribe.writeOption(groupId, optionId, option);
  const readBack = async (): Promise<number> => {
    const { version } = await scribe.command<{ version: number }>('option.freeze', { optionId });
    await scribe.command('readback.ask', { groupId, optionIds: [optionId] });
    return version;
  };
  let version = await readBack();
  const [first, second] = voters;
  if (objection !== null) {
    await first?.command('report.readback', { optionId, version, answer: 'object', reason: objection });
    await scribe.command('option.open', { optionId });
    await scribe.writeOption(groupId, optionId, { title: option.title, text: `${option.text} Droughts, too.` });
    version = await readBack();
    await second?.command('reservation.add', { optionId, text: 'Only where both sides measure.' });
  }
  for (const one of voters) await one.command('report.readback', { optionId, version, answer: 'accept' });
  await lead.command('option.forward', { groupId, optionIds: [optionId] });
  return optionId;
};

test('three groups come to the plenary and leave with what it made of their options', async ({ browser }) => {
  await using product = await Product.start();
  const round = await prepareRound(product, PEOPLE, { title: 'From groups to paper' });
  using stack = new DisposableStack();
  const seat = async (name: string): Promise<WirePerson> => stack.use(await WirePerson.connect(product, round, name));
  for (const [index, groupId] of round.groups.entries()) await putCards(product, round, groupId, [`Card ${index + 1}`]);

  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const wall = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1920, height: 1080 } })).newPage();
  const office = await context.newPage();
  const chair = plenaryChair(office);
  /** The wall shows this, and never who anybody is. */
  const wallShows = async (...texts: (string | RegExp)[]): Promise<void> => {
    for (const text of texts) await expect(wall.getByText(text).first()).toBeVisible();
    const all = await wall.locator('body').innerText();
    expect(all).not.toMatch(/Quillfeather|Hollowell/);
  };

  await test.step('the projector is open from the beginning', async () => {
    await office.goto(`${product.url}/organise#key=${ORGANISER_KEY}`);
    await expect(office.getByRole('heading', { name: 'Symposia' })).toBeVisible();
    await office.goto(`${product.url}/s/${round.symposium.slug}/plenary`);
    await expect(office.getByText('No option yet')).toBeVisible();
    await wall.goto(await chair.projectorLink());
    await wallShows('From groups to paper');
    await expectAccessible(office, 'plenary before anything was forwarded');
  });

  const voters: WirePerson[] = [];
  await test.step('three groups forward an option each, one of them after an objection', async () => {
    for (const { name } of VOTERS) voters.push(await seat(name));
    for (const [index, groupId] of round.groups.entries()) {
      const members = {
        lead: await seat(`Lead Hollowell ${index + 1}`),
        scribe: await seat(`Scribe Hollowell ${index + 1}`),
        voters: voters.slice(20 * index, 20 * index + 5),
      };
      const option = BROUGHT[index];
      if (option === undefined) throw new Error('a group without an option');
      await bringForward(groupId, members, option, index === 1 ? OBJECTION : null);
    }
    for (const { title } of BROUGHT) await expect(chair.entry(title)).toBeVisible();
    await expectAccessible(office, 'register');
  });

  await test.step('a rapporteur writes what the group says, and it stands in the report and in the paper', async () => {
    const [, , groupId] = round.groups;
    const desk = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await desk.goto(round.linkOf('Scribe Hollowell 3'));
    await desk.getByRole('main').getByText('Go in', { exact: true }).click();
    await expect(desk).toHaveURL(/\/g\//);
    await desk.goto(`${product.url}/g/${groupId}/report`);
    await desk.getByRole('textbox', { name: 'Headline message 1' }).fill(HEADLINE);
    await expect(desk.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
    for (const path of [
      `/api/groups/${groupId}/report?format=md&lang=en`,
      `/api/symposia/${round.symposium.id}/paper?format=md&lang=en`,
    ]) {
      expect((await bytesOf(product, path, round.token)).toString(), path).toContain(HEADLINE);
    }
    await desk.close();
  });

  await test.step('groups report back on the wall', async () => {
    await chair.openPlenary();
    await chair.nextGroup('First group');
    await wallShows('Group 1', BROUGHT[0].title);
    await chair.nextGroup('Next group');
    await wallShows('Group 2', BROUGHT[1].title);
    await expectAccessible(wall, 'a group on the wall');
    await chair.deed(BROUGHT[1].title, 'Show on the projector');
    await wallShows(/Droughts, too\./, 'Only where both sides measure.');
  });

  await test.step('what two groups proposed apart becomes one option', async () => {
    await chair.choose([BROUGHT[0].title, BROUGHT[1].title]);
    await chair.merge({ title: 'One flood picture and warning', text: 'Both sides see one map and hear one warning.' });
    await expect(chair.entry('One flood picture and warning')).toContainText('by 2 groups of 3, independently');
    await chair.show('Register');
    await wallShows('One flood picture and warning', BROUGHT[2].title);
    await expectAccessible(wall, 'the register on the wall');
  });

  const symposiumId = round.symposium.id;
  await test.step('sixty seats vote on it, and nobody sees how before it is closed', async () => {
    for (const one of voters.slice(1)) await one.command('plenary.watch', { symposiumId });
    const screen = await context.newPage();
    await screen.goto(round.linkOf(VOTERS[0]?.name ?? ''));
    await screen.getByRole('main').getByText('Go in', { exact: true }).click();
    await expect(screen).toHaveURL(/\/g\//);
    await screen.goto(`${product.url}/s/${round.symposium.slug}/plenary`);
    await expect(screen.getByText('One flood picture and warning').first()).toBeVisible();
    await chair.choose(['One flood picture and warning', BROUGHT[2].title]);
    await chair.openBallot('Endorsement', 2);
    await chair.show('Ballot 1');
    const own = voter(screen);
    await own.position('One flood picture and warning', 'Endorse');
    await own.position(BROUGHT[2].title, 'Abstain');
    await expectAccessible(screen, 'a paper of the plenary');
    await own.handIn();
    for (const [index, one] of voters.entries()) {
      if (index === 0) continue;
      const { ballots } = await one.command<Plenary>('plenary.watch', { symposiumId });
      const [open] = ballots;
      if (open === undefined) throw new Error('no ballot of the plenary is open');
      const isPartner = index % NATIONS.length >= 2;
      const onTeams = isPartner ? 'endorse' : index % 8 === 0 ? 'oppose' : 'abstain';
      const levels = Object.fromEntries(
        open.options.map(({ id, title }) => [id, { level: title === BROUGHT[2].title ? onTeams : 'endorse' }]),
      );
      await one.command('ballot.cast', { ballotId: open.id, paperKey: one.paperKey, choices: { levels } });
    }
    await expect(office.getByText('60 of 60 have voted').first()).toBeVisible();
    await wallShows('60 of 60 have voted');
    for (const page of [wall, office, screen]) await expect(page.getByText(/\d+ of \d+ endorse it/)).toHaveCount(0);
    await chair.closeBallot();
    await chair.show('Results of ballot 1');
    await wallShows('60 of 60 endorse it; nobody opposes.', 'Each delegation counted once');
    await expectAccessible(wall, 'results on the wall');
    await chair.show('Timer');
    await expectAccessible(wall, 'the timer on the wall');
  });

  await test.step('it goes into the paper, and the files hold it all and nobody', async () => {
    await chair.deed('One flood picture and warning', 'Take into the options paper');
    await expect(chair.entry('One flood picture and warning')).toContainText('In the options paper');
    for (const format of ['json', 'csv']) {
      const file = await call<unknown>(
        product,
        'GET',
        `/api/symposia/${symposiumId}/register?format=${format}`,
        null,
        round.token,
      );
      const text = typeof file === 'string' ? file : JSON.stringify(file);
      for (const { title } of BROUGHT) expect(text).toContain(title);
      expect(text).toContain('One flood picture and warning');
      expect(text).toContain('Only where both sides measure.');
      expect(text).not.toMatch(/Quillfeather|Hollowell/);
    }
    const paper = await bytesOf(product, `/api/symposia/${symposiumId}/paper?format=md&lang=en`, round.token);
    expect(paper.toString()).toContain('One flood picture and warning');
    expect(paper.toString()).toContain('Only where both sides measure.');
    expect(paper.toString()).toMatch(/interim/i);
    const table = await bytesOf(product, `/api/symposia/${symposiumId}/paper?format=csv&lang=en`, round.token);
    expect(table.toString()).toContain('One flood picture and warning');
    expect(table.toString()).not.toMatch(/Quillfeather|Hollowell/);

    const shelf = await context.newPage();
    await shelf.goto(`${product.url}/s/${round.symposium.slug}/organise`);
    await shelf.getByRole('tab', { name: 'Paper and seal' }).click();
    await shelf.getByRole('button', { name: 'Show the pages' }).click();
    await expect(shelf.getByRole('img', { name: /^Page 1 of \d+ of the printed paper$/ })).toBeVisible({
      timeout: 60_000,
    });
    await expectAccessible(shelf, 'pages of the options paper');
    await shelf.close();
  });

  await test.step('sealed, every file is there as the manifest says it', async () => {
    await call(product, 'POST', `/api/symposia/${symposiumId}/seal`, { close: true }, round.token);
    const state = () => call<Seal>(product, 'GET', `/api/symposia/${symposiumId}/seal`, null, round.token);
    await expect.poll(async () => (await state()).status, { timeout: 120_000 }).toBe('sealed');
    const archive = await JSZip.loadAsync(
      await bytesOf(product, `/api/symposia/${symposiumId}/seal/archive`, round.token),
    );
    const manifest = await call<Manifest>(
      product,
      'GET',
      `/api/symposia/${symposiumId}/seal/manifest`,
      null,
      round.token,
    );
    const written = await archive.file('groups/R1-G03/R1-G03-report.en.md')?.async('string');
    expect(written).toContain(HEADLINE);
    const formats = new Set<string>();
    for (const { path, sha256 } of manifest.files) {
      const bytes = await archive.file(path)?.async('nodebuffer');
      if (bytes === undefined) throw new Error(`${path} is not in the archive`);
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
      formats.add(path.split('.').at(-1) ?? '');
      for (const text of await textsOf(bytes)) expect(text, path).not.toMatch(/Quillfeather|Hollowell/);
    }
    for (const format of ['docx', 'pdf', 'pptx', 'md', 'csv', 'json']) expect([...formats]).toContain(format);
    expect(product.log).not.toMatch(/Quillfeather|Hollowell/);
  });
});

type Seal = { status: 'open' | 'writing' | 'sealed' };
type Manifest = { files: { path: string; sha256: string }[] };

const bytesOf = async (product: Product, path: string, token: string): Promise<Buffer> => {
  const answer = await fetch(product.url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
};

/** What can be read in a file; of an archive in each of its parts, its metadata among them. */
const textsOf = async (bytes: Buffer): Promise<string[]> => {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return [bytes.toString('utf8')];
  const zip = await JSZip.loadAsync(bytes);
  return Promise.all(Object.values(zip.files).map((part) => part.async('string')));
};
