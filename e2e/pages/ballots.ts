import { expect, type Locator, type Page } from '@playwright/test';
import { escape } from './group.ts';

const KINDS = {
  dots: 'Dots',
  rating: 'Rating on two axes',
  ranking: 'Ranking',
  endorsement: 'Endorsement',
} as const;

/** What a voter does with papers of the other kinds; in English. */
export const voter = (page: Page) => {
  const open = async (name: string): Promise<void> => {
    const view = page.getByRole('navigation').getByRole('button', { name, exact: true });
    await page.getByRole('tab', { name, exact: true }).or(view).click();
  };
  const choose = async (question: string, answer: string): Promise<void> => {
    const radio = page
      .getByRole('radiogroup', { name: question, exact: true })
      .getByRole('radio', { name: answer, exact: true });
    await radio.check();
  };
  return {
    page,

    async openPaper(): Promise<void> {
      await open('Ballot');
    },

    /** Ratings on both axes; "–" is "cannot judge". */
    async rate(ratings: Readonly<Record<string, readonly [string, string]>>, axes: readonly [string, string]) {
      for (const [option, pair] of Object.entries(ratings)) {
        for (const [index, answer] of pair.entries()) {
          await choose(`${option} ${axes[index] ?? ''}`, answer === '–' ? 'Cannot judge' : answer);
        }
      }
    },

    /** Puts options on places; on a paper entered for somebody they carry the letter they have on paper. */
    async rank(options: readonly string[]): Promise<void> {
      for (const [index, option] of options.entries()) {
        const name = new RegExp(`^Put on place ${index + 1}: (?:[A-Z] · )?${escape(option)}$`);
        await page.getByRole('button', { name }).click();
      }
    },

    async moveUp(option: string): Promise<void> {
      await page.getByRole('button', { name: `One place up: ${option}`, exact: true }).click();
    },

    async position(option: string, level: string): Promise<void> {
      await choose(`${option} My position`, level);
    },

    async giveReason(text: string): Promise<void> {
      await page.getByRole('textbox', { name: /\(optional\)/ }).fill(text);
    },

    async handIn(): Promise<void> {
      await page.getByRole('button', { name: /^(Hand in|Replace) my paper$/ }).click();
      await expect(page.getByText('Your paper is in the box.').first()).toBeVisible();
    },

    async openResults(): Promise<void> {
      await open('Results');
    },

    /** What is said of an option in the results. */
    result: (option: string): Locator =>
      page
        .getByRole('region', { name: /^Where the group stands/ })
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: option, exact: true }) }),
  };
};

/** What whoever leads does with ballots and suggestions. */
export const chair = (page: Page) => {
  const bar = page.getByRole('region', { name: 'Leading the group' });
  return {
    /** Opens a ballot on all clusters, or on the group's options: those that the dialog proposes. */
    async openBallot(
      kind: keyof typeof KINDS,
      options: number,
      on: 'clusters' | 'options' = 'clusters',
    ): Promise<void> {
      const button = bar.getByRole('button', { name: 'Open a ballot…' });
      if (await button.isVisible()) await button.click();
      else {
        await bar.getByRole('button', { name: 'More', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Open a ballot…' }).click();
      }
      const dialog = page.getByRole('dialog', { name: 'Open a ballot' });
      await dialog.getByRole('radio', { name: KINDS[kind], exact: true }).check({ force: true });
      const what = on === 'clusters' ? `All clusters (${options})` : /^Options of the group/;
      await dialog.getByRole('radio', { name: what }).check({ force: true });
      await dialog.getByRole('button', { name: new RegExp(`^Open the ballot on ${options} options?$`) }).click();
      await expect(dialog).toBeHidden();
    },

    async suggestClusters(): Promise<Locator> {
      await bar.getByRole('button', { name: 'Suggest clusters' }).click();
      const panel = page.getByRole('region', { name: 'Suggested clusters' });
      await expect(panel).toBeVisible();
      return panel;
    },

    /** The name and the bytes of a result that is saved as a file. */
    async saveResult(format: 'Picture (PNG)' | 'Picture (SVG)' | 'Data (CSV)') {
      await page.getByRole('button', { name: 'Save…' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format }).click();
      const file = await download;
      return { name: file.suggestedFilename(), path: await file.path() };
    },
  };
};
