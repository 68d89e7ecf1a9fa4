import { expect, test } from '@playwright/test';
import { member } from '../pages/group.ts';
import { Product } from '../product.ts';

const cards = (name: string): string[] => [1, 2, 3].map((number) => `${name} writes idea ${number}`);

test('what was shown as saved is there after the server was killed while two people typed', async ({ browser }) => {
  await using product = await Product.start({ demo: true });
  // The demo's first group writes in private; its participants' links are printed.
  const links = [...product.log.matchAll(/^ {2}(?:Another participant|Participant) +(\S+)$/gm)].map(([, link]) => link);
  const [first, second] = links;
  if (first === undefined || second === undefined) throw new Error('the demo printed no two participants');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const alice = member(await context.newPage());
  // The first of them prefers French.
  const bob = member(await context.newPage(), 'fr');
  await alice.enter(second);
  await bob.enter(first);

  // Each saves some cards, and is typing the next when the server dies.
  await alice.writePrivately(cards('Alice'));
  await bob.writePrivately(cards('Bob'));
  await alice.seeSaved();
  await bob.seeSaved();
  await alice.startWriting('Alice was typing this');
  await bob.startWriting('Bob was typing this');
  await alice.seeSaved();
  await bob.seeSaved();
  const unsaved = alice.page.getByRole('banner').getByText(/^Offline/);
  await product.kill();
  await alice.startWriting('Alice was typing this, and went on without a server');
  await expect(unsaved).toBeVisible();

  await product.start();
  await alice.seeSaved();
  await bob.seeSaved();

  // A fresh look shows what is on the server, not what the page remembers.
  for (const [someone, name, typed] of [
    [alice, 'Alice', 'Alice was typing this, and went on without a server'],
    [bob, 'Bob', 'Bob was typing this'],
  ] as const) {
    await someone.page.reload();
    await someone.openDrafts();
    for (const title of cards(name)) await expect(someone.page.getByText(title)).toBeVisible();
    await expect(someone.titleField()).toHaveValue(typed);
    await someone.seeSaved();
  }
});
