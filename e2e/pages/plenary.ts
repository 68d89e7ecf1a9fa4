import { expect, type Locator, type Page } from '@playwright/test';

/** What whoever chairs the plenary does; in English. */
export const plenaryChair = (page: Page) => {
  const entry = (title: string): Locator =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });
  const views = page.getByRole('region', { name: 'Projector' });
  return {
    page,
    /** An option's line in the register. */
    entry,

    /** The link that opens the projector. */
    async projectorLink(): Promise<string> {
      await page.getByRole('button', { name: 'Projector link…' }).click();
      const dialog = page.getByRole('dialog');
      const link = await dialog.getByRole('link').textContent();
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      return link ?? '';
    },

    async openPlenary(): Promise<void> {
      await page.getByRole('button', { name: 'Open the plenary', exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Open the plenary' }).click();
      await expect(page.getByRole('button', { name: 'Close the plenary' })).toBeVisible();
    },

    async nextGroup(button: 'First group' | 'Next group'): Promise<void> {
      await views.getByRole('button', { name: button }).click();
    },

    /** Puts one of the plain views, or a ballot, onto the wall. */
    async show(view: string): Promise<void> {
      const plain = views.getByRole('button', { name: view, exact: true });
      if ((await plain.count()) > 0) await plain.click();
      else {
        const ballots = page.getByRole('region', { name: 'Ballots of the plenary' });
        await ballots.getByRole('button', { name: 'Show', exact: true }).first().click();
      }
      await expect(views.getByText(view, { exact: true }).first()).toBeVisible();
    },

    async choose(titles: readonly string[]): Promise<void> {
      for (const title of titles) await entry(title).getByRole('checkbox').check();
    },

    async merge({ title, text }: { title: string; text: string }): Promise<void> {
      await page.getByRole('button', { name: /^Merge \d+ options$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
      await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill(text);
      await dialog.getByRole('button', { name: 'Merge them' }).click();
      await expect(dialog).toBeHidden();
    },

    async openBallot(kind: string, count: number): Promise<void> {
      await page.getByRole('button', { name: `Vote on ${count} options…` }).click();
      const dialog = page.getByRole('dialog', { name: 'A ballot of the plenary' });
      await dialog.getByRole('radio', { name: kind, exact: true }).check({ force: true });
      await dialog.getByRole('button', { name: `Open the ballot on ${count} options` }).click();
      await expect(dialog).toBeHidden();
    },

    async closeBallot(): Promise<void> {
      await page.getByRole('button', { name: 'Close and publish' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Close and publish' }).click();
      await expect(page.getByRole('button', { name: 'Close and publish' })).toHaveCount(0);
    },

    async deed(title: string, deed: string): Promise<void> {
      await entry(title)
        .getByRole('button', { name: /^What can be done with/ })
        .click();
      await page.getByRole('menuitem', { name: deed }).click();
    },
  };
};
