import { expect, test } from '@playwright/test';
import { facilitator, member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const CARDS = ['Water', 'Fire', 'Earth', 'Air', 'مقعد للشركاء'];

test('board, outline, ballot and results say to a screen reader what they show, and what others do', async ({
  browser,
}) => {
  await using product = await Product.start();
  const group = await prepareGroup(product, CARDS);
  const page = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const carol = facilitator(await page());
  const alice = member(await page());
  const bob = member(await page());
  await carol.enter(group.facilitator);
  await alice.enter(group.participants[0]);
  await bob.enter(group.participants[1]);
  await carol.moveTo('Cluster');
  const board = alice.page.getByRole('listbox', { name: 'Cards on the board' });
  const outline = alice.page.getByRole('region', { name: 'Outline' });
  const said = alice.page.locator('#announce-polite');

  // Landmarks with names; one heading of the first order.
  await expect(alice.page.getByRole('complementary', { name: 'Handling marking' })).toBeVisible();
  await expect(alice.page.getByRole('banner')).toBeVisible();
  await expect(alice.page.getByRole('main')).toBeVisible();
  await expect(alice.page.getByRole('heading', { level: 1 })).toHaveText('What can both sides do together?');

  // The board is a list of which several can be chosen, and one stop for Tab.
  await expect(board).toHaveAttribute('aria-multiselectable', 'true');
  await expect(board).toHaveAccessibleDescription(/Arrow keys move between cards/);
  await expect(board.getByRole('option')).toHaveCount(CARDS.length);
  for (const title of CARDS) {
    await expect(board.getByRole('option', { name: `Card: ${title}`, exact: true })).toBeVisible();
  }
  await expect(board.locator('[tabindex="0"]')).toHaveCount(1);
  await board.getByRole('option', { name: 'Card: Water' }).focus();
  await expect(board.getByRole('option', { name: 'Card: Water' })).toHaveAttribute('aria-posinset', '1');
  await expect(board.getByRole('option', { name: 'Card: Water' })).toHaveAttribute('aria-setsize', '5');
  await alice.page.keyboard.press('Space');
  await expect(board.getByRole('option', { name: 'Card: Water', selected: true })).toBeFocused();
  await expect(said).toContainText('1 card selected');
  await alice.page.keyboard.press('Escape');

  // What Bob does comes together and says where.
  await bob.groupOnBoard(['Water', 'Fire'], 'Elements');
  await bob.onBoard('Air').click();
  await bob.page.keyboard.press('Delete');
  await expect(said).toContainText('2 cards are now in Elements');
  await expect(said).toContainText('1 card has left the board');
  await bob.groupOnBoard(['Earth'], 'Ground');
  await expect(said).toContainText('1 card is now in Ground');
  // What Alice does herself is not told as news.
  await expect(bob.page.locator('#announce-polite')).not.toContainText('are now in');
  await expect(board.getByRole('option', { name: /^Cluster: Elements 2 cards/ })).toBeVisible();
  await expect(board.getByRole('option', { name: /^Card: Water ?, in cluster Elements$/ })).toBeVisible();

  // The outline is the same board as headings and lists, with the same commands.
  await alice.openOutline();
  await expect(outline).toMatchAriaSnapshot(`
    - region "Outline":
      - heading "Elements" [level=3]
      - button "Commands for cluster Elements"
      - list:
        - listitem:
          - button "Water"
          - button "Commands for Water"
        - listitem:
          - button "Fire"
          - button "Commands for Fire"
      - heading "Not in a cluster" [level=3]
      - list:
        - listitem:
          - button "مقعد للشركاء"
  `);
  for (const [title, position, size] of [
    ['Water', '1', '2'],
    ['Fire', '2', '2'],
  ] as const) {
    await expect(alice.inOutline(title)).toHaveAttribute('aria-posinset', position);
    await expect(alice.inOutline(title)).toHaveAttribute('aria-setsize', size);
  }

  // A ballot: every press says what it came to.
  await carol.moveTo('Shortlist');
  await carol.openBallotOnClusters(2);
  const panel = alice.page.getByRole('tabpanel');
  const options = panel.getByRole('list', { name: 'Options' });
  for (const title of ['Elements', 'Ground']) {
    await expect(options.getByRole('group', { name: title })).toMatchAriaSnapshot(`
      - group "${title}":
        - button "One dot less for ${title}" [disabled]
        - text: 0 of 2 dots
        - button "One dot more for ${title}"
    `);
  }
  await panel.getByRole('button', { name: 'One dot more for Elements' }).click();
  await expect(said).toContainText(/1 dot/);
  await alice.vote({});
  await carol.closeBallot();

  // Results: a sentence, and the figures as a table for whoever wants them.
  await alice.openResults();
  await expect(panel.getByRole('region', { name: /^Where the group stands/ }).getByRole('list')).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - heading "Elements" [level=3]
        - paragraph: "Most dots: 1, from 1 of 1 papers."
      - listitem:
        - heading "Ground" [level=3]
        - paragraph: No dots.
  `);
  await panel.getByRole('button', { name: 'Show as a table' }).click();
  await expect(panel.getByRole('table').first()).toBeVisible();
  await expect(panel.getByRole('columnheader').first()).toBeVisible();
  await expect(panel.getByRole('rowheader', { name: 'Elements' })).toBeVisible();
});
