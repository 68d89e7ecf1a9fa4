// What is evaluated runs in the page.
/// <reference lib="dom" />
import { expect, test } from '@playwright/test';
import { fingers } from '../pages/fingers.ts';
import { member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const DEVICES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
} as const;

for (const [device, viewport] of Object.entries(DEVICES)) {
  test(`the board is moved, zoomed and worked on with fingers on a ${device}`, async ({ browser }) => {
    await using product = await Product.start();
    const group = await prepareGroup(product, ['Water', 'Fire', 'Earth']);
    const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
    const alice = member(await context.newPage());
    const { page } = alice;
    await alice.enter(group.participants[0]);
    const toBoard = page.getByRole('navigation').getByRole('button', { name: 'Board', exact: true });
    await toBoard.tap();
    const hand = await fingers(page);
    const water = alice.onBoard('Water');
    const fire = alice.onBoard('Fire');
    const menu = page.getByRole('menu');
    const selected = page.getByRole('group', { name: 'Selected cards' });
    const box = async () => {
      const found = await water.boundingBox();
      if (found === null) throw new Error('the card is not on the screen');
      return found;
    };
    await expect(water).toBeVisible();

    // Two fingers apart: closer, and what was between them stays there. Together: further.
    const first = await box();
    await hand.pinch(await hand.middle(water), 60, 110);
    await expect.poll(async () => (await box()).width / first.width).toBeCloseTo(110 / 60, 1);
    await hand.pinch(await hand.middle(water), 110, 60);
    await expect.poll(async () => (await box()).width / first.width).toBeCloseTo(1, 1);

    // Two fingers side by side move the board, also over a card; so does one.
    const second = await box();
    await hand.dragTwo(await hand.middle(water), 20, 60);
    await expect.poll(async () => Math.round((await box()).y - second.y)).toBe(60);
    expect((await box()).width).toBeCloseTo(second.width, 1);
    const third = await box();
    await hand.drag(await hand.middle(water), 0, -50);
    // The first few px tell a drag from a tap.
    await expect.poll(async () => (await box()).y - third.y).toBeLessThan(-35);
    await expect(selected).toBeHidden();

    // A tap selects; then the finger carries the card.
    await hand.tap(water);
    await expect(selected).toContainText('1 card');
    const place = () => water.evaluate((element) => element.style.transform);
    const before = await place();
    await hand.drag(await hand.middle(water), 20, -70);
    await expect.poll(place).not.toBe(before);

    // A finger that rests opens the menu, adds the card to what is selected, and leaves the menu open when it goes.
    await hand.rest(fire, () => expect(menu).toBeVisible());
    await expect(selected).toContainText('2 cards');
    await expect(menu).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Group', exact: true }).tap();
    const title = page.getByRole('textbox', { name: 'Title of the cluster' });
    await title.fill('Elements');
    await title.press('Enter');
    await expect(page.getByRole('option', { name: /^Cluster: Elements 2 cards/ })).toBeVisible();

    // Nothing runs off the side of the screen, and what is pressed is large enough for a finger.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const button of await page.getByRole('toolbar', { name: 'Board tools' }).getByRole('button').all()) {
      const size = await button.boundingBox();
      expect.soft(Math.min(size?.height ?? 0, size?.width ?? 0), await button.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
}
