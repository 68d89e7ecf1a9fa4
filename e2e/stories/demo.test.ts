import { expect, test } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { facilitator, member } from '../pages/group.ts';
import { Product } from '../product.ts';

/** The links `npm start` prints, by whom they are for. */
const linksOf = (log: string): Map<string, string> =>
  new Map([...log.matchAll(/^ {2}(\S.*?) {2,}(http\S+)$/gm)].map(([, who = '', link = '']) => [who, link]));

test('a newcomer opens the demo side by side, and no screen has a barrier', async ({ browser }) => {
  await using product = await Product.start({ demo: true });
  const links = linksOf(product.log);
  const link = (who: string): string => {
    const found = links.get(who);
    if (found === undefined) throw new Error(`no link for: ${who}`);
    return found;
  };
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });

  // Before anybody has signed in.
  const stranger = await context.newPage();
  await stranger.goto(product.url);
  await expect(stranger.getByRole('heading', { name: 'Join your group' })).toBeVisible();
  await expectAccessible(stranger, 'home');
  await stranger.goto(`${product.url}/j/nobody-has-this-code`);
  await expect(stranger.getByRole('heading', { name: 'This badge link does not open' })).toBeVisible();
  await expectAccessible(stranger, 'unknown badge');
  await stranger.goto(`${product.url}/nowhere`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectAccessible(stranger, 'nowhere');

  // Somebody who reads Arabic turns the page around, and it stays so.
  const arabic = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const rita = member(await arabic.newPage(), 'ar');
  const html = rita.page.locator('html');
  await rita.page.goto(product.url);
  await expect(html).toHaveAttribute('dir', 'ltr');
  await rita.page.getByRole('combobox', { name: 'Language' }).selectOption('العربية');
  await expect(rita.page.getByRole('heading', { name: 'الانضمام إلى المجموعة' })).toBeVisible();
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expectAccessible(rita.page, 'home, Arabic');

  // Facilitator, two participants and rapporteur, as tabs of one browser; the rapporteur's is her own.
  const carol = facilitator(await context.newPage());
  const alice = member(await context.newPage());
  const bob = member(await context.newPage(), 'fr');
  await carol.enter(link('Facilitator'));
  await alice.enter(link('Another participant'));
  await bob.enter(link('Participant'));
  await rita.enter(link('Rapporteur'));
  await expect(html).toHaveAttribute('dir', 'rtl');
  await alice.writePrivately(['One card of a newcomer']);
  await carol.reveal();
  await carol.bar.getByRole('button', { name: 'Reveal now' }).click();
  for (const someone of [carol, alice, bob, rita]) {
    await someone.openOutline();
    await expect(someone.inOutline('One card of a newcomer')).toBeVisible();
  }

  await expectAccessible(rita.page, 'group, Arabic');
  await rita.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(rita.page, 'group, Arabic, phone');

  // The organiser's screens, and the other groups with their clusters, texts and results.
  const office = await context.newPage();
  await office.goto(link('Organiser'));
  await office.getByRole('main').getByText('Open', { exact: true }).click();
  await expect(office.getByRole('heading', { name: 'Group 3' })).toBeVisible();
  await expectAccessible(office, 'cockpit');
  const groups = await office
    .locator('a[href^="/g/"]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href')));
  expect(groups).toHaveLength(3);
  const board = { light: 'Board', dark: 'اللوحة' };
  const saved = { light: 'Saved', dark: 'محفوظ' };
  for (const theme of ['light', 'dark'] as const) {
    await office.emulateMedia({ colorScheme: theme });
    // The dark round is made in Arabic.
    if (theme === 'dark') await office.evaluate(() => localStorage.setItem('rapport.locale', 'ar'));
    for (const address of groups) {
      await office.goto(`${product.url}${address}`);
      await expect(office.getByRole('region', { name: board[theme], exact: true })).toBeVisible();
      await expect(office.getByRole('banner').getByText(saved[theme], { exact: true })).toBeVisible();
      await expectAccessible(office, `${theme} ${address}`);
    }
  }
});
