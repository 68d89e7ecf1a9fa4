import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** What an organiser does in the browser. */
export const organiser = (page: Page, url: string) => ({
  async signIn(key: string): Promise<void> {
    await page.goto(`${url}/organise#key=${key}`);
    await expect(page.getByRole('heading', { name: 'Symposia' })).toBeVisible();
  },

  async createSymposium(title: string): Promise<void> {
    const create = page.getByRole('button', { name: 'Create the symposium' });
    // With no symposium yet the form stands open.
    if (!(await create.isVisible())) await page.getByRole('button', { name: 'New symposium' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await create.click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  },

  /** Previews the file, then imports it. */
  async importRoster(file: string, rows: number): Promise<void> {
    await page.getByRole('tab', { name: 'Roster' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: `Import ${rows} rows` }).click();
    await expect(page.getByText('The roster is imported')).toBeVisible();
  },

  async makeRosterRound(question: string, groups: number): Promise<void> {
    await page.getByRole('tab', { name: 'Rounds' }).click();
    await page.getByRole('textbox', { name: 'Question to the groups' }).fill(question);
    await page.getByRole('button', { name: 'Make the groups' }).click();
    await expect(page.getByText(`${groups} groups are ready`)).toBeVisible();
  },

  /** The lines of join-codes.csv as records. */
  async downloadCodes(): Promise<Record<string, string>[]> {
    await page.getByRole('tab', { name: 'Codes' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the codes (CSV)' }).click();
    return readRecords(readFileSync(await (await download).path(), 'utf8'));
  },
});

/** Reads a CSV file as we write it: quoted fields, no line breaks inside. */
const readRecords = (csv: string): Record<string, string>[] => {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => unquote(cell)));
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
};

const unquote = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
