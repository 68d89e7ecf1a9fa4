import { expect, test } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { facilitator, member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const CARDS = ['Share port capacity', 'Train planners together', 'One phone line', 'Spare parts in common'];

test('two people tag, link, fold, filter and paste, and see what the other did', async ({ browser }) => {
  await using product = await Product.start();
  const group = await prepareGroup(product, CARDS);
  const context = (): ReturnType<typeof browser.newContext> =>
    browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const carol = facilitator(await (await context()).newPage());
  const alice = member(await (await context()).newPage());
  await carol.enter(group.facilitator);
  await alice.enter(group.participants[0]);
  await carol.moveTo('Cluster');
  await expect(alice.onBoard('Share port capacity')).toBeVisible();
  await carol.groupOnBoard(['Share port capacity', 'Spare parts in common'], 'Logistics');

  // Tags, by key on the board; the other one sees them in the outline.
  const { page } = alice;
  await alice.onBoard('One phone line').click();
  await page.keyboard.press('l');
  await page.getByRole('searchbox', { name: 'Type a tag' }).fill('crisis');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'tags of a card');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(alice.onBoard('One phone line')).toContainText('crisis');
  await carol.openOutline();
  await expect(carol.inOutline('One phone line')).toContainText('crisis');

  // Also relevant to, from the outline's menu.
  await carol.page.getByRole('button', { name: 'Commands for One phone line' }).click();
  await carol.page.getByRole('menuitem', { name: 'Also relevant to…' }).click();
  await carol.page.getByRole('option', { name: /^Logistics/ }).click();
  await carol.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(alice.onBoard('One phone line')).toContainText('Also relevant to Logistics');

  // Folded for everybody; opened again by an undo of whoever folded it.
  const head = (person: typeof alice) => person.onBoard('Cluster: Logistics');
  await alice.onBoard('One phone line').click();
  await page.keyboard.press('0');
  await head(alice).click();
  await page.keyboard.press('Space');
  await expect(head(carol)).toContainText('folded');
  await expect(carol.onBoard('Share port capacity')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(carol.onBoard('Share port capacity')).toBeVisible();

  // A filter is one's own.
  await page.keyboard.press('f');
  await page.getByRole('dialog').getByText('crisis').click();
  await expectAccessible(page, 'filter');
  await page.getByRole('button', { name: 'Show 1 card' }).click();
  await expect(page.getByRole('group', { name: 'Filter' }).first()).toContainText('1 of 4 shown');
  await expect(alice.onBoard('Train planners together')).toContainText('(not in the filter)');
  await alice.openOutline();
  await expect(page.getByRole('region', { name: 'Outline' }).getByRole('listitem')).toHaveCount(1);
  await expect(carol.onBoard('Train planners together')).not.toContainText('(not in the filter)');
  await page.getByRole('button', { name: 'Show all' }).first().click();

  // Rows of a spreadsheet become cards, after asking; what the board says already is left out.
  await page.getByRole('toolbar', { name: 'Board tools' }).getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name: 'Paste cards…' }).click();
  await page
    .getByRole('textbox', { name: 'One card a line' })
    .fill('Common exercises\nOne phone line\nCommon exercises');
  await expectAccessible(page, 'paste');
  await page.getByRole('button', { name: 'Add 1 card' }).click();
  await expect(carol.inOutline('Common exercises')).toHaveCount(1);
  await expect(carol.inOutline('One phone line')).toHaveCount(1);
});
