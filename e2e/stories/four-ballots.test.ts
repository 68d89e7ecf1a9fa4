import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { chair, voter } from '../pages/ballots.ts';
import { facilitator, member } from '../pages/group.ts';
import { prepareGroup } from '../prepared-group.ts';
import { Product } from '../product.ts';

const PHONE = { width: 390, height: 844 };
const AXES = ['Contribution to security', 'Feasibility'] as const;
const CARDS = [
  'Joint training hub for officers',
  'More places on joint training courses for officers',
  'Training courses open to officers of both sides',
  'Share early warning data about cyber attacks',
  'Early warning exercise on cyber attacks',
  'A cyber attacks early warning cell',
];

test('a group takes and takes back suggested clusters, then votes in four ways', async ({ browser }) => {
  await using product = await Product.start();
  const links = await prepareGroup(product, CARDS);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const carol = facilitator(await context.newPage());
  const lead = chair(carol.page);
  const alice = member(await context.newPage());
  const bob = member(await context.newPage());
  const dana = member(await context.newPage());
  await dana.page.setViewportSize(PHONE);
  await carol.enter(links.facilitator);
  const seated = [alice, bob, dana];
  for (const [index, someone] of seated.entries()) await someone.enter(links.participants[index] ?? '');
  /** What a voter sees on a desk and on a phone. */
  const expectVotersAccessible = async (where: string): Promise<void> => {
    await expectAccessible(alice.page, where);
    await expectAccessible(dana.page, `${where}, phone`);
  };

  await carol.moveTo('Cluster');

  // Suggestions change nothing until one is taken; taken ones go back in one press.
  const panel = await lead.suggestClusters();
  const takes = panel.getByRole('button', { name: /^Take it: “/ });
  await expect(takes).toHaveCount(2);
  await alice.openOutline();
  await expect(alice.inOutline('Joint training hub for officers')).toBeVisible();
  await expect(alice.clusterInOutline('Training')).toHaveCount(0);
  await expectAccessible(carol.page, 'suggestions');
  const take = async (words: string, title: string): Promise<void> => {
    const item = panel.getByRole('group', { name: /^Suggestion \d+$/ }).filter({ hasText: words });
    await item.getByRole('textbox').fill(title);
    await item.getByRole('button', { name: `Take it: “${title}”` }).press('Enter');
  };
  await take('training', 'Training');
  await expect(alice.clusterInOutline('Training')).toBeVisible();
  await panel.getByRole('button', { name: 'Take back the one taken' }).click();
  await expect(alice.clusterInOutline('Training')).toHaveCount(0);
  await expect(takes).toHaveCount(2);
  await take('training', 'Training');
  await take('warning', 'Early warning');
  for (const title of ['Training', 'Early warning']) await expect(alice.clusterInOutline(title)).toBeVisible();
  await panel.getByRole('button', { name: 'Done' }).click();

  const [one, two, three] = seated.map(({ page }) => voter(page));
  if (one === undefined || two === undefined || three === undefined) throw new Error('three voters are needed');
  const closeAndLook = async (): Promise<void> => {
    await expect(carol.page.getByText('3 of 3 have voted').first()).toBeVisible();
    await carol.closeBallot();
    for (const someone of [one, two, three]) await someone.openResults();
  };

  // A rating on two axes.
  await carol.moveTo('Evaluate');
  await lead.openBallot('rating', 2);
  for (const someone of [one, two, three]) await someone.openPaper();
  await one.rate({ Training: ['5', '4'], 'Early warning': ['2', '–'] }, AXES);
  await two.rate({ Training: ['4', '4'], 'Early warning': ['3', '2'] }, AXES);
  await three.rate({ Training: ['5', '–'] }, AXES);
  await expectVotersAccessible('rating');
  for (const someone of [one, two, three]) await someone.handIn();
  await closeAndLook();
  for (const someone of [one, two, three]) {
    await expect(someone.result('Training')).toContainText('3 of 3 give it 4 or 5. Median 5 (middle half 4.5–5)');
    await expect(someone.result('Training')).toContainText('1 paper does not judge it.');
  }
  await expect(one.page.getByRole('img', { name: /^Medians on two axes/ })).toBeVisible();
  await expectAccessible(carol.page, 'results of the rating, facilitator');
  await expectVotersAccessible('results of the rating');
  const data = await lead.saveResult('Data (CSV)');
  expect(data.name).toBe('group-1-ballot-1.csv');
  expect(readFileSync(data.path, 'utf8')).toContain('Contribution to security,1,Training,');
  const picture = await lead.saveResult('Picture (PNG)');
  expect(readFileSync(picture.path).subarray(1, 4).toString()).toBe('PNG');
  await one.page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(one.page.getByRole('table', { name: 'Feasibility' })).toBeVisible();
  await expectAccessible(one.page, 'table of the rating');

  // A ranking, with a paper for somebody without a device.
  await lead.openBallot('ranking', 2);
  await carol.page.getByRole('button', { name: 'Enter a paper for somebody…' }).click();
  const proxy = carol.page.getByRole('dialog', { name: 'Enter a paper for somebody' });
  await proxy.getByRole('combobox').selectOption('Allied');
  await voter(carol.page).rank(['Early warning']);
  await expectAccessible(carol.page, 'paper for somebody');
  await proxy.getByRole('button', { name: 'Put it in the box' }).click();
  await proxy.getByRole('button', { name: 'Close' }).last().click();
  for (const someone of [one, two, three]) {
    await someone.openPaper();
    await someone.rank(['Early warning', 'Training']);
    await someone.moveUp('Training');
  }
  await expectVotersAccessible('ranking');
  for (const someone of [one, two, three]) await someone.handIn();
  await expect(carol.page.getByText('4 of 4 have voted').first()).toBeVisible();
  await carol.closeBallot();
  for (const someone of [one, two, three]) {
    await someone.openResults();
    await expect(someone.result('Training')).toContainText('Mean rank 1.25. First on 3 of 4 rankings');
    await expect(someone.page.getByText('1 paper was entered by the facilitator.')).toBeVisible();
  }

  // An endorsement, with reasons in people's own words.
  await lead.openBallot('endorsement', 2);
  for (const someone of [one, two, three]) {
    await someone.openPaper();
    await someone.position('Training', 'Endorse');
  }
  await three.position('Early warning', 'Oppose forwarding it');
  await three.giveReason('Not before the summit.');
  await expectVotersAccessible('endorsement');
  for (const someone of [one, two, three]) await someone.handIn();
  await closeAndLook();
  await expect(one.result('Training')).toContainText('3 of 3 endorse it; nobody opposes.');
  await expect(two.result('Early warning')).toContainText('0 of 1 endorse it; 1 opposes. 2 papers do not judge it.');
  await three.page.getByText('1 reason given').click();
  await expect(three.page.getByText('Not before the summit.')).toBeVisible();
  await expect(three.page.getByText(/small group|No (Allied|Partner).* ballots/).first()).toBeVisible();
  await expectVotersAccessible('results of the endorsement');
  await two.page.getByRole('button', { name: 'Show as a table' }).click();
  await expectAccessible(two.page, 'table of the endorsement');
});
