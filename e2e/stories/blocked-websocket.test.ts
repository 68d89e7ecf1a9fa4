import { expect, test } from '@playwright/test';
import { BlockingProxy } from '../blocking-proxy.ts';
import { facilitator, member } from '../pages/group.ts';
import { Product } from '../product.ts';

const ALICE = ['Joint training hub open to both sides', 'Rotating co-chairs for every working group'];
const BOB = ['Une cellule commune de lecture des crises', 'Des équipes mobiles qui viennent à nous'];

test('two people whose networks block WebSocket work with each other and with the rest', async ({ browser }) => {
  await using product = await Product.start({ demo: true });
  const linkOf = (who: string): string => {
    const link = new RegExp(`^ {2}${who} +(\\S+)$`, 'm').exec(product.log)?.[1];
    if (link === undefined) throw new Error(`the demo printed no link for: ${who}`);
    return link;
  };
  await using refusing = await BlockingProxy.before(product.url, 'refuse');
  await using swallowing = await BlockingProxy.before(product.url, 'swallow');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const alice = member(await context.newPage());
  const bob = member(await context.newPage(), 'fr');
  const carol = facilitator(await context.newPage());
  await alice.enter(linkOf('Another participant').replace(product.url, refusing.url));
  await bob.enter(linkOf('Participant').replace(product.url, swallowing.url));
  await carol.enter(linkOf('Facilitator'));

  // Their private cards are on the server, and come to everybody with the reveal.
  await alice.writePrivately(ALICE);
  await bob.writePrivately(BOB);
  await alice.seeSaved();
  await bob.seeSaved();
  await carol.reveal();
  await carol.bar.getByRole('button', { name: 'Reveal now' }).click();
  for (const someone of [alice, bob, carol]) {
    await someone.openOutline();
    for (const title of [...ALICE, ...BOB]) await expect(someone.inOutline(title)).toBeVisible();
  }

  // What one types on the board, the others read, and it is saved.
  await alice.groupOnBoard([ALICE[0] ?? '', BOB[0] ?? ''], 'Typed by Alice');
  await bob.groupOnBoard([ALICE[1] ?? '', BOB[1] ?? ''], 'Écrit par Bob');
  for (const someone of [alice, bob, carol]) {
    await expect(someone.clusterInOutline('Typed by Alice')).toBeVisible();
    await expect(someone.clusterInOutline('Écrit par Bob')).toBeVisible();
  }
  await alice.seeSaved();
  await bob.seeSaved();

  // Both pages tried; a browser opens one WebSocket to a host at a time, so a swallowed one holds up the rest.
  expect(refusing.tried).toContainEqual(expect.stringMatching(/^\/sync\/board\./));
  expect(swallowing.tried).not.toEqual([]);
});
