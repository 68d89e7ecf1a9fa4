import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { facilitator, member } from '../pages/group.ts';
import { organiser } from '../pages/organiser.ts';
import { ORGANISER_KEY, Product } from '../product.ts';
import { textOf } from '../text-of.ts';

const ROSTER = join(dirname(fileURLToPath(import.meta.url)), '../../apps/server/data/symposium-roster.csv');
const PHONE = { width: 390, height: 844 };

type Row = Record<string, string>;

/** The roster's rows as records; the file has quoted names, so a row is split outside of quotes. */
const readRoster = (): Row[] => {
  const [head = '', ...lines] = readFileSync(ROSTER, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', ''));
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};

const linkOf = (code: Row): string => code['link'] ?? '';
const nameOf = (code: Row): string => code['display_name'] ?? '';

const CARDS = {
  alice: ['Joint training hub open to both sides', 'Rotating co-chairs for every working group'],
  bob: ['Un catalogue commun d’exercices', 'Des équipes mobiles qui viennent à nous'],
  dana: ['Resilience officers in every embassy', 'مقعد للشركاء في التخطيط المبكر'],
} as const;

/** Everybody in a context of their own, or all as tabs of one. */
const seatings = {
  'with a browser each': (newContext: () => Promise<BrowserContext>) => newContext,
  'as tabs of one browser': (newContext: () => Promise<BrowserContext>) => {
    const shared = newContext();
    return () => shared;
  },
} as const;

for (const [seating, seat] of Object.entries(seatings)) {
  test(`a group goes from joining to its report, ${seating}`, async ({ browser }) => {
    await using product = await Product.start();
    const context = seat(() => browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } }));

    // The organiser prepares.
    const office = await (await context()).newPage();
    const olivia = organiser(office, product.url);
    await olivia.signIn(ORGANISER_KEY);
    await expectAccessible(office, 'organise');
    await olivia.createSymposium('Partnership in practice');
    await olivia.importRoster(ROSTER, 400);
    await expectAccessible(office, 'roster');
    await olivia.makeRosterRound('How can both sides give each other a real stake in stability?', 20);
    await expectAccessible(office, 'rounds');
    const codes = await olivia.downloadCodes();
    expect(codes).toHaveLength(400);

    // Four people of group 1 come in.
    const roster = readRoster();
    const language = (code: Row): string =>
      roster.find((row) => row['participant_id'] === code['participant_id'])?.['preferred_language'] ?? '';
    const group = codes.filter((code) => code['group'] === '1');
    const chair = group.find((code) => code['role'] === 'facilitator');
    const participants = group.filter((code) => code['role'] === 'participant');
    const french = participants.find((code) => language(code).startsWith('fr'));
    const [first, second] = participants.filter((code) => language(code).startsWith('en'));
    if (!chair || !french || !first || !second) throw new Error('the roster lacks the people of this story');

    const carol = facilitator(await (await context()).newPage());
    const alice = member(await (await context()).newPage());
    const bob = member(await (await context()).newPage(), 'fr');
    const dana = member(await (await context()).newPage());
    await dana.page.setViewportSize(PHONE);
    await carol.goIn(linkOf(chair), nameOf(chair));
    await alice.goIn(linkOf(first), nameOf(first));
    await bob.goIn(linkOf(french), nameOf(french));
    await dana.goIn(linkOf(second), nameOf(second));
    const everybody = { carol, alice, bob, dana };
    const expectAllAccessible = async (where: string): Promise<void> => {
      for (const [who, { page }] of Object.entries(everybody)) await expectAccessible(page, `${where}, ${who}`);
    };
    await expectAllAccessible('first phase');

    // They write in private: the facilitator learns a count and no word.
    await carol.moveTo('Write');
    await alice.writePrivately(CARDS.alice);
    await bob.writePrivately(CARDS.bob);
    await dana.writePrivately(CARDS.dana);
    await expect(carol.bar).toContainText('6 cards finished');
    await expect(carol.page.getByText(CARDS.alice[0])).toHaveCount(0);
    await expectAllAccessible('write');

    // The reveal shows all six to everybody.
    await carol.reveal();
    const all = Object.values(CARDS).flat();
    for (const someone of Object.values(everybody)) {
      await someone.openOutline();
      for (const title of all) await expect(someone.inOutline(title)).toBeVisible();
    }

    // They cluster: Alice by keyboard on the board, Dana on her phone in the outline.
    await carol.moveTo('Cluster');
    await alice.groupOnBoard([CARDS.alice[0], CARDS.bob[0]], 'Training');
    await dana.groupInOutline([CARDS.dana[0], CARDS.dana[1]], 'A seat at the table');
    for (const someone of Object.values(everybody)) {
      await expect(someone.clusterInOutline('Training')).toBeVisible();
      await expect(someone.clusterInOutline('A seat at the table')).toBeVisible();
    }
    await expectAllAccessible('cluster');

    // A sealed ballot on the two clusters.
    await carol.moveTo('Shortlist');
    await carol.openBallotOnClusters(2);
    await alice.vote({ Training: 2 });
    await bob.vote({ Training: 1, 'A seat at the table': 1 });
    await dana.vote({ 'A seat at the table': 1 });
    await expectAllAccessible('ballot');
    await expect(carol.page.getByText('3 of 3 have voted').first()).toBeVisible();
    await carol.closeBallot();
    for (const someone of [alice, bob, dana]) await someone.openResults();
    for (const { page } of [alice, dana])
      await expect(page.getByText('Most dots: 3, from 2 of 3 papers.')).toBeVisible();
    await expectAllAccessible('results');

    // The report holds every card and nobody.
    const report = await textOf(await carol.downloadReport());
    for (const title of all) expect(report).toContain(title);
    expect(report).toContain('Training');
    for (const row of roster) {
      for (const column of ['display_name', 'name_latin', 'email', 'participant_id', 'nation_en'] as const) {
        const value = row[column] ?? '';
        if (value !== '') expect(report, `${column} of the roster`).not.toContain(value);
      }
    }
    for (const row of roster) expect(product.log).not.toContain(row['display_name'] ?? '');
  });
}
