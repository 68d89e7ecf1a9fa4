import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { chair, voter } from '../pages/ballots.ts';
import { facilitator, member } from '../pages/group.ts';
import { drafting } from '../pages/options.ts';
import { organiser } from '../pages/organiser.ts';
import { prepareRound, type Invited } from '../prepared-group.ts';
import { ORGANISER_KEY, Product } from '../product.ts';
import { textOf } from '../text-of.ts';
import { WirePerson } from '../wire.ts';

const PHONE = { width: 390, height: 844 };

/** Twelve: who leads, who reports, five voters of each side. Those in capitals sit at a screen of this story. */
const PEOPLE: readonly Invited[] = [
  { name: 'CAROL Harrow', role: 'facilitator', from: 'NO' },
  { name: 'RITA Vane', role: 'rapporteur', from: 'OSCE' },
  { name: 'ALICE Wren', role: 'participant', from: 'NO' },
  { name: 'DANA Field', role: 'participant', from: 'JO' },
  { name: 'KAREL Moss', role: 'participant', from: 'JO' },
  { name: 'Bob Marsh', role: 'participant', from: 'IT' },
  { name: 'Emil Thorn', role: 'participant', from: 'FR' },
  { name: 'Goran Reed', role: 'participant', from: 'NO' },
  { name: 'Ivan Birch', role: 'participant', from: 'IT' },
  { name: 'Fatima Dale', role: 'participant', from: 'JO' },
  { name: 'Hana Stone', role: 'participant', from: 'JO' },
  { name: 'Jamila Brook', role: 'participant', from: 'MA' },
];
/** Of the seven without a screen the first four are of one side, the others of the other. */
const ON_THE_WIRE = PEOPLE.slice(5).map(({ name }) => name);

const AXES = ['Contribution to security', 'Feasibility'] as const;
const CARDS = {
  alice: ['Joint training hub for officers', 'Rotating co-chairs for working groups'],
  dana: ['Early warning cell for floods'],
};
const WRITTEN = 10;

type Ballot = { id: string; status: string; options: { id: string; title: string }[] };
type GroupOption = { id: string; code: string; version: number };
type State = { ballots: Ballot[]; options: GroupOption[] };

const papers = (page: Page, cast: number, entitled: number): Locator =>
  page.getByText(`${cast} of ${entitled} have voted`).first();

test('twelve people go from the lobby through every phase to a report and a closed session', async ({ browser }) => {
  // Eleven phases on five screens; it took four minutes on two cores that twenty processes wanted.
  test.setTimeout(300_000);
  await using product = await Product.start();
  const round = await prepareRound(product, PEOPLE, { title: 'Twelve people' });
  const [groupId = ''] = round.groups;
  const newContext = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  // Who leads has a network of their own to lose; the others sit in tabs of one browser.
  const [desk, room] = [await newContext(), await newContext()];
  const carol = facilitator(await desk.newPage());
  const rita = facilitator(await room.newPage());
  const alice = member(await room.newPage());
  const dana = member(await room.newPage());
  await dana.page.setViewportSize(PHONE);
  const office = await room.newPage();
  const screens = [carol, rita, alice, dana];
  const everybodySees = async (look: (page: Page) => Locator): Promise<void> => {
    for (const { page } of screens) await expect(look(page).first()).toBeVisible();
  };
  const stepIs = (name: string): Promise<void> =>
    everybodySees((page) =>
      page
        .getByRole('listitem')
        .and(page.locator('[aria-current=step]'))
        .getByText(name, { exact: true })
        .or(page.getByRole('banner').getByRole('button', { name: new RegExp(name) })),
    );
  const who = (name: string): Promise<WirePerson> => WirePerson.connect(product, round, name);
  using wires = new DisposableStack();
  const wired: WirePerson[] = [];
  const castAll = async (choose: (options: Ballot['options'], index: number) => object): Promise<void> => {
    for (const [index, one] of wired.entries()) {
      const { ballots } = await one.command<State>('group.watch', { groupId });
      const open = ballots.find(({ status }) => status === 'open');
      if (open === undefined) throw new Error('no ballot is open');
      const choices = choose(open.options, index);
      await one.command('ballot.cast', { ballotId: open.id, paperKey: one.paperKey, choices });
    }
  };

  await test.step('lobby: eleven arrive', async () => {
    for (const name of ON_THE_WIRE) {
      const one = wires.use(await who(name));
      wired.push(one);
      await one.command('group.watch', { groupId });
    }
    await carol.goIn(round.linkOf('CAROL'), 'CAROL Harrow');
    await rita.goIn(round.linkOf('RITA'), 'RITA Vane');
    await alice.goIn(round.linkOf('ALICE'), 'ALICE Wren');
    await dana.goIn(round.linkOf('DANA'), 'DANA Field');
    await stepIs('Arrive');
    await expect(carol.page.getByRole('banner').getByText('11 here')).toBeVisible();
    await expect(carol.bar).toContainText('Next: Question.');
    for (const { page } of [rita, alice, dana]) {
      await expect(page.getByRole('region', { name: 'Leading the group' })).toHaveCount(0);
    }
    await expectAccessible(carol.page, 'lobby, facilitator');
    await expectAccessible(dana.page, 'lobby, phone');
  });

  await test.step('frame: the question and what will be known', async () => {
    await carol.moveTo('Question');
    await stepIs('Question');
    await everybodySees((page) => page.getByRole('heading', { name: 'What can both sides do together?' }));
    await expect(alice.page.getByText('Who will know what you wrote')).toBeVisible();
    await expectAccessible(alice.page, 'frame');
  });

  await test.step('write: nobody sees a word of the others', async () => {
    await carol.moveTo('Write');
    await stepIs('Write');
    await alice.writePrivately(CARDS.alice);
    await dana.writePrivately(CARDS.dana);
    for (const [index, one] of wired.entries()) {
      await one.writePrivately(groupId, [`Idea ${index + 1} from the wire`]);
      await one.command('seat.done', { groupId });
    }
    await expect(carol.bar).toContainText(`7 of 11 done · ${WRITTEN} cards finished`);
    for (const { page } of [carol, rita, dana]) await expect(page.getByText(CARDS.alice[0] ?? '')).toHaveCount(0);
    await expect(alice.page.getByText('from the wire')).toHaveCount(0);
  });

  await test.step('clarify: all cards at once', async () => {
    await carol.reveal();
    for (const someone of screens) {
      await someone.openOutline();
      for (const title of [...CARDS.alice, ...CARDS.dana]) await expect(someone.inOutline(title)).toBeVisible();
    }
    await carol.moveTo('Clarify');
    await stepIs('Clarify');
    await expect(alice.page.getByRole('region', { name: 'Board' }).getByText('from the wire')).toHaveCount(7);
  });

  await test.step('cluster: on the board and on the phone, then locked', async () => {
    await carol.moveTo('Cluster');
    await stepIs('Cluster');
    await alice.groupOnBoard(CARDS.alice, 'Training');
    await dana.groupInOutline([...CARDS.dana, 'Idea 1 from the wire'], 'Early warning');
    for (const someone of screens) {
      await someone.openOutline();
      for (const title of ['Training', 'Early warning']) await expect(someone.clusterInOutline(title)).toBeVisible();
    }
    await carol.moveTo('Draft');
    await stepIs('Draft');
    await expect(carol.bar.getByRole('button', { name: 'Unlock the clusters' })).toBeVisible();
    await dana.openOutline();
    await dana.page.getByRole('region', { name: 'Outline' }).hover();
    await dana.page.mouse.wheel(0, 100_000);
    // The last line can be reached with the notice above it, that clusters are locked.
    await expect(dana.page.getByRole('region', { name: 'Outline' }).getByRole('listitem').last()).toBeInViewport();
  });

  const [writing, wording, reading] = [drafting(rita.page), drafting(alice.page), drafting(dana.page)];
  await test.step('draft: two options, written together and frozen', async () => {
    for (const [cluster, text] of [
      ['Training', 'One hub trains officers of both sides.'],
      ['Early warning', 'One cell warns both sides of floods.'],
    ] as const) {
      await writing.makeFromCluster(cluster);
      await writing.field('Title').fill(cluster);
      await writing.field('Text').fill(text);
      await wording.openOptions();
      await wording.openOption(cluster);
      await expect(wording.field('Text')).toHaveValue(text);
      await wording.field('Rationale').fill(`Why ${cluster}`);
      await expect(writing.field('Rationale')).toHaveValue(`Why ${cluster}`);
      if (cluster === 'Training') await expectAccessible(alice.page, 'an option being written');
      await wording.backToList();
      await writing.freeze();
      await writing.backToList();
    }
    await reading.openOptions();
    await expect(reading.panel.getByText('Frozen, version 1')).toHaveCount(2);
    await expectAccessible(dana.page, 'options, phone');
  });

  const lead = chair(carol.page);
  const late = member(await room.newPage());
  await test.step('shortlist: a late-comer joins an open ballot', async () => {
    await carol.moveTo('Shortlist');
    await stepIs('Shortlist');
    await lead.openBallot('dots', 2);
    await alice.vote({ Training: 2 });
    await dana.vote({ 'Early warning': 1 });
    await expect(papers(carol.page, 2, 9)).toBeVisible();
    await late.goIn(round.linkOf('KAREL'), 'KAREL Moss');
    screens.push(late);
    await late.vote({ 'Early warning': 2, Training: 1 });
    await castAll((options, index) => ({ dots: { [options[index % 2]?.id ?? '']: 2 - (index % 2) } }));
    await expect(papers(carol.page, 10, 10)).toBeVisible();
    // Sealed until it is closed.
    for (const { page } of screens) await expect(page.getByText(/Most dots|Shares the first place/)).toHaveCount(0);
  });

  await test.step('the facilitator loses the network, and an organiser hands the group to somebody', async () => {
    await desk.setOffline(true);
    await expect(carol.page.getByRole('banner').getByText(/^Offline/)).toBeVisible();
    await alice.page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
    await alice.page.getByRole('button', { name: 'Call an organiser…' }).click();
    await alice.page.getByRole('textbox', { name: /What is needed/ }).fill('Our facilitator is gone.');
    await alice.page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(alice.page.getByText('The organisers have been called.').first()).toBeVisible();
    const olivia = organiser(office, product.url);
    await olivia.signIn(ORGANISER_KEY);
    await office.getByRole('main').getByText('Open', { exact: true }).click();
    await expect(office.getByText('Needs help: Our facilitator is gone.')).toBeVisible();
    await expectAccessible(office, 'cockpit with a call');
    await office.getByRole('link', { name: 'Group 1' }).click();
    const bar = office.getByRole('region', { name: 'Leading the group' });
    const giveRita = async (role: string): Promise<void> => {
      await bar.getByRole('button', { name: 'More', exact: true }).click();
      await office.getByRole('menuitem', { name: 'Roles, co-facilitators…' }).click();
      const dialog = office.getByRole('dialog', { name: 'Roles in this group' });
      await dialog.getByRole('combobox', { name: 'Role of RITA Vane' }).selectOption(role);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
    };
    await giveRita('co-facilitator');
    await expect(rita.bar).toBeVisible();
    await rita.closeBallot();
    for (const { page } of [rita, alice, dana, late]) {
      await voter(page).openResults();
      await expect(page.getByText(/^(Most dots|Shares the first place): /)).toBeVisible();
    }
    await expectAccessible(rita.page, 'results, who has taken over');
    // She comes back to where the group is.
    await desk.setOffline(false);
    await expect(carol.page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
    await voter(carol.page).openResults();
    await expect(carol.page.getByText('10 papers of 10 entitled')).toBeVisible();
    await giveRita('rapporteur');
    await expect(rita.bar).toHaveCount(0);
  });

  /** Everybody on the wire rates what is named, by title; `index` below four is of the first side. */
  const rateAll = (rating: (title: string, index: number) => readonly number[]): Promise<void> =>
    castAll((options, index) => ({
      ratings: Object.fromEntries(options.map(({ id, title }) => [id, rating(title, index)])),
    }));

  await test.step('evaluate: a rating of the frozen texts', async () => {
    await carol.moveTo('Evaluate');
    await stepIs('Evaluate');
    await lead.openBallot('rating', 2, 'options');
    for (const someone of [alice, dana, late]) {
      const [own, side] = [voter(someone.page), someone === alice ? 'one' : 'other'];
      await own.openPaper();
      await own.rate({ Training: side === 'one' ? ['5', '4'] : ['1', '2'], 'Early warning': ['5', '5'] }, AXES);
      await own.handIn();
    }
    await rateAll((title, index) => (title !== 'Training' ? [4, 5] : index < 4 ? [5, 4] : [1, 2]));
    await expect(papers(carol.page, 10, 10)).toBeVisible();
    await carol.closeBallot();
    for (const someone of screens) await voter(someone.page).openResults();
    await everybodySees((page) => voter(page).result('Training').getByText('Allied leads in support'));
    await everybodySees((page) => voter(page).result('Early warning').getByText('Both sides support it'));
  });

  await test.step('discuss: what divides comes first, and a text is changed', async () => {
    await carol.moveTo('Discuss');
    await stepIs('Discuss');
    await wording.openOptions();
    await expect(wording.panel.getByRole('listitem').first()).toContainText('Divides the group');
    await wording.openOption('Training');
    await wording.addReservation('Only with places for both sides.');
    await writing.openOptions();
    await writing.openOption('Training');
    await expect(writing.panel.getByText('Only with places for both sides.')).toBeVisible();
    await writing.openForCorrection();
    await writing.field('Text').fill('One hub trains as many officers of one side as of the other.');
    await writing.freeze();
    await expect(writing.panel.getByText('Frozen as version 2.')).toBeVisible();
    await expectAccessible(alice.page, 'an option under discussion');
  });

  await test.step('vote again: only on what was changed, and the earlier ballot stays', async () => {
    await carol.moveTo('Vote again');
    await stepIs('Vote again');
    await lead.openBallot('rating', 1, 'options');
    for (const someone of [alice, dana, late]) {
      const own = voter(someone.page);
      await own.openPaper();
      await expect(own.page.getByRole('radiogroup', { name: /^Early warning/ })).toHaveCount(0);
      await own.rate({ Training: ['4', '5'] }, AXES);
      await own.handIn();
    }
    await rateAll(() => [5, 4]);
    await carol.closeBallot();
    for (const someone of screens) await voter(someone.page).openResults();
    await everybodySees((page) => page.getByRole('heading', { name: 'Where the group stands: ballot 3' }));
    await everybodySees((page) => voter(page).result('Training').getByText('Both sides support it'));
    await alice.page
      .getByRole('combobox', { name: 'Ballot' })
      .selectOption({ label: 'Ballot 2: rating on two axes, 2 options' });
    await expect(voter(alice.page).result('Training').getByText('Allied leads in support').first()).toBeVisible();
  });

  await test.step('read back: all answer, one objects, two options go to the plenary', async () => {
    await carol.moveTo('Read back');
    await stepIs('Read back');
    await drafting(carol.page).readBack(2);
    // Both have an option open: they are told there, and choose when to answer.
    for (const own of [wording, reading]) {
      await own.openOptions();
      await own.goAnswer();
    }
    await wording.accept('R1-G01-O1');
    await wording.object('R1-G01-O2', 'Floods are not all.');
    await reading.accept('R1-G01-O1');
    await reading.accept('R1-G01-O2');
    await expectAccessible(alice.page, 'read-back');
    await expectAccessible(dana.page, 'read-back, phone');
    const { options } = (await wired[0]?.command<State>('group.watch', { groupId })) ?? { options: [] };
    for (const one of wired) {
      for (const { id, version } of options) {
        await one.command('report.readback', { optionId: id, version, answer: 'accept' });
      }
    }
    await drafting(carol.page).openOptions();
    await expect(carol.page.getByText('Floods are not all.')).toBeVisible();
    await expect(carol.page.getByText(/^9 of 12 here have answered: 8 accept, 1 objects/)).toBeVisible();
    await drafting(carol.page).forward(['Training', 'Early warning']);
    for (const one of [wording, reading]) {
      await expect(one.panel.getByText('Forwarded', { exact: true })).toHaveCount(2);
    }
  });

  await test.step('report: the rapporteur writes what the group says, and sees it as it will print', async () => {
    const { page } = rita;
    await page.goto(`${product.url}/g/${groupId}/report`);
    await page.getByRole('textbox', { name: 'Headline message 1' }).fill('Both sides train and warn together.');
    await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'report, rapporteur');
  });

  await test.step('close: everybody is told, and the report holds it all and nobody', async () => {
    await carol.bar.getByRole('button', { name: 'Close the session…' }).click();
    await carol.page.getByRole('alertdialog').getByRole('button', { name: 'Close the session' }).click();
    for (const { page } of [carol, alice, dana, late]) {
      await expect(page.getByText(/^This session is closed\./).first()).toBeVisible();
    }
    await expectAccessible(dana.page, 'closed, phone');
    const report = await textOf(await carol.downloadReport());
    for (const said of [
      'Both sides train and warn together.',
      'One hub trains as many officers of one side as of the other.',
      'Only with places for both sides.',
      'One cell warns both sides of floods.',
      ...CARDS.alice,
      ...CARDS.dana,
    ]) {
      expect(report).toContain(said);
    }
    for (const { name } of PEOPLE) expect(report).not.toContain(name);
  });

  for (const { name } of PEOPLE) expect(product.log).not.toContain(name);
});
