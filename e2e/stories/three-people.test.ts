import { expect, test, type Locator } from '@playwright/test';
import { table } from '../pages/board.ts';
import { facilitator, member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const CARDS = [
  'Joint training hub',
  'Rotating co-chairs',
  'Shared early warning',
  'Mobile teams',
  'A common register',
  'Resilience officers',
  'One phone line',
  'Open exercises',
] as const;
const [HUB, CHAIRS, WARNING, TEAMS, REGISTER, OFFICERS, PHONE, EXERCISES] = CARDS;

type Table = ReturnType<typeof table>;

test('three people work on one board at once, and nobody loses what they did', async ({ browser }) => {
  await using product = await Product.start();
  const links = await prepareGroup(product, CARDS);
  // A browser each: one of them loses the network without the others.
  const newContext = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const contexts = [await newContext(), await newContext(), await newContext()] as const;
  const carol = facilitator(await contexts[2].newPage());
  await carol.enter(links.facilitator);
  await carol.moveTo('Cluster');
  const people = [
    member(await contexts[0].newPage()),
    member(await contexts[1].newPage()),
    member(await contexts[2].newPage()),
  ] as const;
  for (const [index, someone] of people.entries()) {
    await someone.enter(links.participants[index] ?? '');
    await someone.openOutline();
    for (const title of CARDS) await expect(someone.onBoard(title)).toBeVisible();
  }
  const tables = people.map(({ page }) => table(page));
  const [alice, bob, dana] = tables;
  if (alice === undefined || bob === undefined || dana === undefined) throw new Error('three people are needed');
  const allSaved = async (): Promise<void> => {
    for (const someone of people) await someone.seeSaved();
  };
  /** Everybody's board shows the same; gives what that is. */
  const agreed = async <T>(look: (one: Table) => Promise<T>): Promise<T> => {
    await expect
      .poll(async () => new Set(await Promise.all(tables.map(async (one) => JSON.stringify(await look(one))))).size)
      .toBe(1);
    return look(alice);
  };
  const everybodyHas = (look: (one: Table) => Promise<unknown>, what: unknown): Promise<void> =>
    expect.poll(() => Promise.all(tables.map(look))).toEqual(tables.map(() => what));
  const everybodySees = async (look: (one: Table) => Locator, count = 1): Promise<void> => {
    for (const one of tables) await expect(look(one)).toHaveCount(count);
  };

  await test.step('two drag one card at the same moment', async () => {
    const before = await agreed((one) => one.placeOf(EXERCISES));
    await alice.lift(EXERCISES, { x: 200, y: 0 });
    await bob.lift(EXERCISES, { x: 240, y: -20 });
    // Each sees what the other takes along, and so does whoever only looks.
    await expect(alice.ghosts()).toHaveCount(1);
    await expect(bob.ghosts()).toHaveCount(1);
    await expect(dana.ghosts()).toHaveCount(2);
    await Promise.all([alice.letGo(), bob.letGo()]);
    await everybodySees((one) => one.ghosts(), 0);
    await allSaved();
    const after = await agreed((one) => one.placeOf(EXERCISES));
    expect(after).not.toBe(before);
    await everybodySees((one) => one.card(EXERCISES));
  });

  await test.step('one types in a card while another groups it', async () => {
    const title = await bob.open(HUB);
    await title.pressSequentially(' for officers');
    await expect(alice.card(`${HUB} for officers`)).toBeVisible();
    await people[0].groupOnBoard([HUB, CHAIRS], 'Training');
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'Training', exact: true }));
    // The editor is still his, the caret where it was.
    await expect(title).toBeFocused();
    await title.pressSequentially(' of both sides');
    await bob.done();
    await everybodySees((one) => one.card(`${HUB} for officers of both sides`));
    await everybodyHas((one) => one.membersOf('Training'), [`${HUB} for officers of both sides`, CHAIRS]);
    // What she takes back is her title and her grouping, not his words.
    await alice.undo();
    await alice.undo();
    await everybodySees((one) => one.outline.getByRole('heading', { name: /^(Training|Untitled cluster)$/ }), 0);
    await everybodySees((one) => one.card(`${HUB} for officers of both sides`));
  });

  await test.step('two clusters become one while another person renames it', async () => {
    await people[0].groupOnBoard([WARNING, PHONE], 'Warning');
    await people[1].groupOnBoard([TEAMS, REGISTER], 'Help');
    await everybodySees((one) => one.outline.getByRole('heading', { name: /^(Warning|Help)$/ }), 2);
    const field = await bob.startRenaming('Help');
    await field.fill('Help that comes');
    await dana.merge('Warning', 'Help');
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'Warning', exact: true }), 0);
    await field.press('Enter');
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'Help that comes', exact: true }));
    await everybodyHas((one) => one.membersOf('Help that comes'), [REGISTER, TEAMS, PHONE, WARNING].toSorted());
  });

  await test.step('somebody who renames a cluster that goes meanwhile is told so', async () => {
    await people[0].groupOnBoard([CHAIRS, OFFICERS], 'People');
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'People', exact: true }));
    const field = await bob.startRenaming('People');
    await field.fill('People who stay');
    await alice.merge('People', 'Help that comes');
    await expect(field).toHaveCount(0);
    await expect(bob.notice('“People who stay”')).toBeVisible();
    await everybodyHas(async (one) => (await one.membersOf('Help that comes')).length, 6);
    await alice.undo();
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'People', exact: true }));
  });

  await test.step('one puts a card into the bin while another writes on it', async () => {
    const title = await bob.open(OFFICERS);
    await title.pressSequentially(' in every embassy');
    await expect(alice.card(`${OFFICERS} in every embassy`)).toBeVisible();
    await alice.putIntoBin(`${OFFICERS} in every embassy`);
    await expect(bob.editor).toContainText('Somebody has put this card into the bin.');
    await bob.editor.getByRole('button', { name: 'Put it back on the board' }).click();
    await everybodySees((one) => one.card(`${OFFICERS} in every embassy`));
    await expect(title).toBeFocused();
    await title.pressSequentially(', soon');
    await bob.done();
    await everybodySees((one) => one.card(`${OFFICERS} in every embassy, soon`));
    // Her undo finds that somebody has been there.
    await alice.undo();
    await expect(alice.notice('Somebody else has changed this since.')).toBeVisible();
  });

  await test.step('two are out of touch at once, and what both did comes together', async () => {
    for (const one of tables) await one.closeNotices();
    await contexts[0].setOffline(true);
    await contexts[1].setOffline(true);
    for (const someone of [people[0], people[1]]) {
      await expect(someone.page.getByRole('banner').getByText(/^Offline/)).toBeVisible();
    }
    const hers = await alice.open(EXERCISES);
    await hers.press('Home');
    await hers.pressSequentially('More ');
    await alice.done();
    await alice.moveToCluster(EXERCISES, 'Help that comes');
    const his = await bob.open(EXERCISES);
    await his.pressSequentially(' every spring');
    await bob.done();
    await people[1].groupOnBoard([`${HUB} for officers`, `${EXERCISES} every spring`], 'Out of touch');
    // Meanwhile the room goes on.
    await dana.putIntoBin(CHAIRS);
    await expect(alice.card(CHAIRS)).toBeVisible();
    await contexts[1].setOffline(false);
    await contexts[0].setOffline(false);
    await allSaved();
    await everybodySees((one) => one.card(`More ${EXERCISES} every spring`));
    await everybodySees((one) => one.card(CHAIRS), 0);
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'Out of touch', exact: true }));
    // The card is in one of the two clusters, and for everybody in the same.
    const both = await agreed(async (one) => [
      await one.membersOf('Out of touch'),
      await one.membersOf('Help that comes'),
    ]);
    expect(both.filter((members) => members.includes(`More ${EXERCISES} every spring`))).toHaveLength(1);
  });

  await test.step('undo takes back what one did oneself, and nothing of what others did since', async () => {
    for (const one of tables) await one.closeNotices();
    await people[0].groupOnBoard([WARNING, PHONE], 'Signals');
    await everybodySees((one) => one.outline.getByRole('heading', { name: 'Signals', exact: true }));
    await bob.moveToCluster(REGISTER, 'Signals');
    await expect.poll(() => alice.membersOf('Signals')).toEqual([REGISTER, PHONE, WARNING].toSorted());
    await alice.undo();
    await alice.undo();
    await everybodyHas((one) => one.membersOf('Untitled cluster'), [REGISTER]);
    // Bob moves what Alice has moved: hers is not taken back over his.
    const first = await alice.placeOf(TEAMS);
    await alice.lift(TEAMS, { x: 20, y: 40 });
    await alice.letGo();
    await expect.poll(() => alice.placeOf(TEAMS)).not.toBe(first);
    const hers = await alice.placeOf(TEAMS);
    await everybodyHas((one) => one.placeOf(TEAMS), hers);
    await bob.lift(TEAMS, { x: 20, y: 40 });
    await bob.letGo();
    await expect.poll(() => bob.placeOf(TEAMS)).not.toBe(hers);
    const his = await bob.placeOf(TEAMS);
    await everybodyHas((one) => one.placeOf(TEAMS), his);
    await alice.undo();
    await expect(alice.notice('Somebody else has changed this since.')).toBeVisible();
    await everybodyHas((one) => one.placeOf(TEAMS), his);
    await bob.undo();
    await everybodyHas((one) => one.placeOf(TEAMS), hers);
  });
});
