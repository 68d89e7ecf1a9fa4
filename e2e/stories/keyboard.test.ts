import { expect, test, type Page } from '@playwright/test';
import { member } from '../pages/group.ts';
import { keyboard } from '../pages/keyboard.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const CARDS = ['Joint training hub', 'Rotating co-chairs', 'Shared early warning', 'Resilience officers'];

/** Somebody with neither mouse nor finger: everything here is done with keys. */
const someone = (page: Page) => {
  const keys = keyboard(page);
  const board = page.getByRole('listbox', { name: 'Cards on the board' });
  const bar = page.getByRole('region', { name: 'Leading the group' });
  const panel = page.getByRole('region', { name: 'Views' });
  return {
    ...member(page),
    ...keys,
    board,
    panel,
    card: (title: string) => board.getByRole('option', { name: new RegExp(`^Card: ${title}`) }),

    async comeIn(link: string): Promise<void> {
      await page.goto(link);
      // Another page follows: its focus is at its beginning, as after a link.
      await keys.goTo(page.getByRole('main').getByText('Go in', { exact: true }));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/g\//);
      await expect(board).toBeVisible();
    },

    toBoard: () => keys.toPart(board),

    /** The big button of whoever leads, and the question it asks. */
    async lead(step: string, confirm: string): Promise<void> {
      await keys.toPart(bar);
      await keys.activate(bar.getByRole('button', { name: step }));
      await keys.activate(page.getByRole('button', { name: confirm, exact: true }));
      await expect(page.getByRole('alertdialog')).toBeHidden();
      // Whoever confirmed is back where they were.
      await keys.toPart(bar);
    },
  };
};

test('a whole session is done by keyboard alone, and the focus is always there to be seen', async ({ browser }) => {
  await using product = await Product.start();
  const group = await prepareGroup(product, CARDS);
  const page = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const carol = someone(await page());
  const alice = someone(await page());
  await carol.comeIn(group.facilitator);
  await alice.comeIn(group.participants[0]);

  // Carol moves on to writing; Alice writes in private.
  await carol.lead('Move the group to Question…', 'Move to Question');
  await carol.lead('Move the group to Write…', 'Move to Write');
  await alice.goTo(alice.titleField());
  await alice.type('Exchange of officers');
  await alice.activate(alice.page.getByRole('button', { name: 'Add to my cards' }));
  await expect(alice.page.getByText('My cards (1)')).toBeVisible();

  // It is revealed.
  await carol.lead('Reveal the cards…', 'Reveal');
  await alice.toBoard();
  await expect(alice.card('Exchange of officers')).toBeVisible();
  await carol.lead('Move the group to Clarify…', 'Move to Clarify');
  await carol.lead('Move the group to Cluster…', 'Move to Cluster');

  // Arrows walk, Home and End go to both ends.
  await alice.press('Home');
  await expect(alice.card('Joint training hub')).toBeFocused();
  await alice.press('ArrowRight');
  await expect(alice.card('Joint training hub')).not.toBeFocused();
  await alice.press('ArrowLeft');
  await expect(alice.card('Joint training hub')).toBeFocused();

  // Enter edits, Esc leaves: one is back on the card.
  await alice.press('Enter');
  await expect(alice.page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await alice.press('End');
  await alice.type(' for all');
  await alice.press('Escape');
  await expect(alice.card('Joint training hub for all')).toBeFocused();
  await expect(carol.card('Joint training hub for all')).toBeVisible();

  // Two cards are selected and grouped; the cluster has the focus.
  await alice.press('Space', 'ArrowRight', 'Space', 'g');
  await expect(alice.page.getByRole('textbox', { name: 'Title of the cluster' })).toBeFocused();
  await alice.type('Training');
  await alice.press('Enter');
  const training = alice.board.getByRole('option', { name: /^Cluster: Training/ });
  await expect(training).toBeFocused();
  await expect(training).toHaveAccessibleName(/2 cards/);

  // Another card is found, moved by arrows, put back, moved again, and put into the cluster.
  await alice.press('Escape', '/');
  await alice.type('resil', alice.page.getByRole('searchbox'));
  await alice.pick('Resilience officers');
  const officers = alice.card('Resilience officers');
  await expect(officers).toBeFocused();
  const place = () => officers.evaluate((element) => element.style.transform);
  const before = await place();
  await alice.press('m', 'ArrowDown', 'ArrowDown', 'Escape');
  expect(await place()).toBe(before);
  await alice.press('m', 'Shift+ArrowDown', 'Enter');
  expect(await place()).not.toBe(before);
  await alice.press('t');
  await alice.type('train', alice.page.getByRole('searchbox'));
  await alice.pick('Training');
  await expect(officers).toBeFocused();
  await expect(officers).toHaveAccessibleName(/in cluster Training/);
  await alice.press('Control+z');
  await expect(officers).not.toHaveAccessibleName(/in cluster/);
  await alice.press('Control+z');
  await expect.poll(place).toBe(before);

  // All commands of a card, and all keys there are; Esc brings back to the card.
  await alice.press('Shift+F10');
  await expect(alice.page.getByRole('menu')).toBeVisible();
  await alice.press('Escape');
  await expect(officers).toBeFocused();
  await alice.press('?');
  await expect(alice.page.getByRole('dialog', { name: 'Keys on the board' })).toBeVisible();
  await alice.press('Escape');
  await expect(officers).toBeFocused();

  // A second cluster, so that there is something to choose.
  await alice.press('Escape', 'g');
  await alice.type('People', alice.page.getByRole('textbox', { name: 'Title of the cluster' }));
  await alice.press('Enter');

  // A ballot on both: opened, voted on, closed, read.
  await carol.lead('Move the group to Draft…', 'Move to Draft');
  await carol.lead('Move the group to Shortlist…', 'Move to Shortlist');
  await carol.activate(carol.page.getByRole('button', { name: 'Open a ballot…' }));
  const dialog = carol.page.getByRole('dialog', { name: 'Open a ballot' });
  const clusters = dialog.getByRole('radio', { name: 'All clusters (2)' });
  const subjects = carol.page.getByRole('radio', { name: 'All clusters (2)' });
  await carol.goTo(dialog.getByRole('radiogroup').filter({ has: subjects }));
  for (let steps = 0; steps < 4 && !(await clusters.isChecked()); steps += 1) await carol.press('ArrowDown');
  await expect(clusters).toBeChecked();
  await carol.activate(dialog.getByRole('button', { name: 'Open the ballot on 2 options' }));
  await expect(dialog).toBeHidden();

  await alice.toPart(alice.panel);
  await alice.goTo(alice.page.getByRole('button', { name: 'One dot more for Training' }));
  await alice.press('Enter', 'Enter');
  await alice.activate(alice.page.getByRole('button', { name: 'Hand in my paper' }));
  await expect(alice.page.getByText('Your paper is in the box.').first()).toBeVisible();
  await carol.lead('Close the ballot…', 'Close and publish');
  await alice.toPart(alice.panel);
  await alice.goTo(alice.page.getByRole('tab', { name: 'Results', exact: true }));
  await alice.press('Enter');
  await expect(alice.page.getByText('Most dots: 2, from 1 of 1 papers.')).toBeVisible();
});
