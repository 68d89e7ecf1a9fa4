import { expect, type Locator, type Page } from '@playwright/test';

/** What members, rapporteur and whoever leads do with the options of a group; in English. */
export const drafting = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Options of the group' });
  const outline = page.getByRole('region', { name: 'Outline' });
  const bar = page.getByRole('region', { name: 'Leading the group' });
  const open = async (name: string): Promise<void> => {
    const view = page.getByRole('navigation').getByRole('button', { name, exact: true });
    await page.getByRole('tab', { name, exact: true }).or(view).click();
  };
  const answersOn = (code: string): Locator => panel.getByRole('group', { name: `Your answer on ${code}` });
  return {
    page,
    panel,

    async openOptions(): Promise<void> {
      await open('Options');
      await expect(panel).toBeVisible();
    },

    /** Makes an option from a cluster in the outline; it opens to be written. */
    async makeFromCluster(cluster: string): Promise<void> {
      await open('Outline');
      await outline.getByRole('button', { name: `Commands for cluster ${cluster}` }).click();
      await page.getByRole('menuitem', { name: 'Make an option from this' }).click();
      await expect(panel.getByRole('textbox', { name: 'Title' })).toBeVisible();
    },

    async openOption(title: string): Promise<void> {
      await panel.getByRole('button', { name: title, exact: true }).click();
    },

    async backToList(): Promise<void> {
      await panel.getByRole('button', { name: 'All options' }).click();
    },

    field: (name: 'Title' | 'Text' | 'Rationale' | 'Who would act' | 'Resources' | 'By when'): Locator =>
      panel.getByRole('textbox', { name, exact: true }),

    async freeze(): Promise<void> {
      await panel.getByRole('button', { name: 'Freeze the text…' }).click();
      await page.getByRole('button', { name: 'Freeze the text', exact: true }).click();
      await expect(panel.getByText(/^Frozen as version \d+\./)).toBeVisible();
    },

    async openForCorrection(): Promise<void> {
      await panel.getByRole('button', { name: 'Open for a correction…' }).click();
      await page.getByRole('button', { name: 'Open the text' }).click();
      await expect(panel.getByRole('textbox', { name: 'Title' })).toBeVisible();
    },

    async addReservation(text: string): Promise<void> {
      await panel.getByRole('button', { name: 'Add a reservation…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
      await dialog.getByRole('button', { name: 'Add it' }).click();
      await expect(dialog).toBeHidden();
    },

    /** Whoever leads asks everybody about all texts that can be asked about. */
    async readBack(count: number): Promise<void> {
      await bar.getByRole('button', { name: 'Read back…' }).click();
      await page.getByRole('button', { name: `Ask about ${count} texts` }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },

    /** From wherever one is among the options to the texts that wait for an answer. */
    async goAnswer(): Promise<void> {
      const go = panel.getByRole('button', { name: 'Read and answer' });
      const title = panel.getByRole('heading', { name: 'The rapporteur reads back' });
      await expect(go.or(title)).toBeVisible();
      if (await go.isVisible()) await go.click();
      await expect(title).toBeVisible();
    },

    async accept(code: string): Promise<void> {
      await answersOn(code).getByRole('button', { name: 'Accept' }).click();
      await expect(answersOn(code).getByText('You accept this text.')).toBeVisible();
    },

    async object(code: string, reason: string): Promise<void> {
      await answersOn(code).getByRole('button', { name: 'Object…' }).click();
      await answersOn(code).getByRole('textbox', { name: 'Why you object' }).fill(reason);
      await answersOn(code).getByRole('button', { name: 'Hand in the objection' }).click();
      await expect(answersOn(code).getByText('You object to this text.')).toBeVisible();
    },

    async forward(titles: readonly string[]): Promise<void> {
      await bar.getByRole('button', { name: 'Forward…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Forward to the plenary' });
      for (const title of titles) await dialog.getByRole('checkbox', { name: title }).check({ force: true });
      await dialog.getByRole('button', { name: /^Forward \d+ options?$/ }).click();
      await expect(dialog).toBeHidden();
    },
  };
};
