import { expect, test } from '@playwright/test';
import { facilitator, member } from '../pages/group.ts';
import { Product } from '../product.ts';

const ALICE = ['Joint training hub open to both sides', 'Rotating co-chairs for every working group'];
const BOB = ['Une cellule commune de lecture des crises', 'Des équipes mobiles qui viennent à nous'];
const LATER = 'A card begun in the lift';

test('what somebody wrote out of touch outlives the closed tab, and joins what others did meanwhile', async ({
  browser,
}) => {
  await using product = await Product.start({ demo: true });
  const linkOf = (who: string): string => {
    const link = new RegExp(`^ {2}${who} +(\\S+)$`, 'm').exec(product.log)?.[1];
    if (link === undefined) throw new Error(`the demo printed no link for: ${who}`);
    return link;
  };
  const context = () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const laptop = await context();
  const room = await context();
  const again = member(await laptop.newPage());
  const alice = member(await laptop.newPage());
  const bob = member(await room.newPage(), 'fr');
  const carol = facilitator(await room.newPage());
  await alice.enter(linkOf('Another participant'));
  await bob.enter(linkOf('Participant'));
  await carol.enter(linkOf('Facilitator'));
  await alice.writePrivately(ALICE);
  await bob.writePrivately(BOB);
  await carol.reveal();
  await carol.bar.getByRole('button', { name: 'Reveal now' }).click();
  for (const someone of [alice, bob]) {
    await someone.openOutline();
    for (const title of [...ALICE, ...BOB]) await expect(someone.inOutline(title)).toBeVisible();
  }
  await alice.seeSaved();
  // Her device has the app itself as soon as a worker answers for it.
  const answersHere = () => alice.page.evaluate<boolean>('navigator.serviceWorker.controller !== null');
  await expect.poll(answersHere, { timeout: 30_000 }).toBe(true);

  // Alice loses the network and goes on, on the board and in private; Bob goes on too.
  await laptop.setOffline(true);
  const kept = alice.page.getByRole('banner').getByText(/^Offline, \d+ changes kept on this device$/);
  await alice.groupInOutline([ALICE[0] ?? '', BOB[0] ?? ''], 'Grouped in the lift');
  await expect(kept).toBeVisible();
  await alice.openDrafts();
  await alice.startWriting(LATER);
  await bob.groupInOutline([ALICE[1] ?? '', BOB[1] ?? ''], 'Groupé dans la salle');
  await bob.seeSaved();
  await expect(bob.clusterInOutline('Grouped in the lift')).toBeHidden();

  // She reloads the page without a network: app, group and board come from her device, what she has written with them.
  await alice.page.reload();
  await expect(alice.page.getByText('The page can be reloaded.')).toBeVisible();
  await alice.openDrafts();
  await expect(alice.titleField()).toHaveValue(LATER);
  await alice.openOutline();
  await expect(alice.clusterInOutline('Grouped in the lift')).toBeVisible();

  // The tab is closed without a question; the badge link opens another one when the network is back.
  await expect(kept).toBeVisible();
  const closed = alice.page.waitForEvent('close');
  await alice.page.close({ runBeforeUnload: true });
  await closed;
  await laptop.setOffline(false);
  await again.enter(linkOf('Another participant'));
  await again.seeSaved();
  await again.openDrafts();
  await expect(again.titleField()).toHaveValue(LATER);
  await again.openOutline();
  for (const someone of [again, bob]) {
    await expect(someone.clusterInOutline('Grouped in the lift')).toBeVisible();
    await expect(someone.clusterInOutline('Groupé dans la salle')).toBeVisible();
  }
  await expect(bob.page.getByText(LATER)).toHaveCount(0);

  // Signing out leaves nothing of hers in this browser.
  const databases = (): Promise<string[]> =>
    again.page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))');
  expect((await databases()).filter((name) => name.startsWith('rapport.seat.'))).toHaveLength(2);
  await again.page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await again.page.getByRole('button', { name: 'Sign out on this device' }).click();
  await again.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out on this device' }).click();
  await expect(again.page.getByRole('heading', { name: 'Join your group' })).toBeVisible();
  await expect.poll(databases).toEqual([]);
  const leftHere = (): Promise<string[]> =>
    again.page.evaluate(
      'caches.keys().then((names) => [...names, ...Object.keys(localStorage)].filter((name) => /^rapport(-|\\.seat\\.)/.test(name)))',
    );
  await expect.poll(leftHere).toEqual([]);
});
