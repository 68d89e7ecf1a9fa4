import { expect, type Locator, type Page } from '@playwright/test';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Place = { x: number; y: number };

/** What somebody does with cards and clusters on the board; in English. */
export const table = (page: Page) => {
  const board = page.getByRole('region', { name: 'Board' });
  const outline = page.getByRole('region', { name: 'Outline' });
  const card = (title: string): Locator => board.getByRole('option', { name: new RegExp(escape(title)) });
  const middleOf = async (title: string): Promise<Place> => {
    const box = await card(title).boundingBox();
    if (box === null) throw new Error(`“${title}” is not in sight`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const clusterMenu = async (title: string, deed: string): Promise<void> => {
    await outline.getByRole('button', { name: `Commands for cluster ${title}` }).click();
    await page.getByRole('menuitem', { name: deed }).click();
  };
  const titleField = page.getByRole('textbox', { name: 'Title of the cluster' });
  const editor = page.getByRole('dialog', { name: 'Edit card' });
  return {
    page,
    board,
    outline,
    card,
    editor,

    /** Where a card lies, in board px: the same for everybody, whatever they look at. */
    placeOf: (title: string): Promise<string> => card(title).evaluate((element) => element.style.transform),

    /** Presses on a card and takes it along; it is let go by `letGo`. */
    async lift(title: string, { x: dx, y: dy }: Place): Promise<void> {
      const from = await middleOf(title);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
      await page.mouse.move(from.x + dx, from.y + dy);
    },

    async letGo(): Promise<void> {
      await page.mouse.up();
    },

    /** What others take along at this moment, as it is drawn. */
    ghosts: (): Locator => board.locator('[class*="ghost"]'),

    async open(title: string): Promise<Locator> {
      await card(title).dblclick();
      await expect(editor).toBeVisible();
      return editor.getByRole('textbox', { name: 'Title' });
    },

    async done(): Promise<void> {
      await editor.getByRole('button', { name: 'Done' }).click();
      await expect(editor).toBeHidden();
    },

    async putIntoBin(title: string): Promise<void> {
      await card(title).click();
      await page.keyboard.press('Delete');
      await expect(card(title)).toHaveCount(0);
    },

    async moveToCluster(title: string, cluster: string): Promise<void> {
      await card(title).click();
      await page.keyboard.press('t');
      await page
        .getByRole('dialog')
        .getByRole('option', { name: new RegExp(`^${escape(cluster)}`) })
        .click();
    },

    /** Opens the title of a cluster and leaves it open. */
    async startRenaming(title: string): Promise<Locator> {
      await clusterMenu(title, 'Rename…');
      await expect(titleField).toBeFocused();
      return titleField;
    },

    async merge(cluster: string, into: string): Promise<void> {
      await clusterMenu(cluster, 'Merge into…');
      await page
        .getByRole('dialog')
        .getByRole('option', { name: new RegExp(`^${escape(into)}`) })
        .click();
    },

    /** What is said at the foot of the screen. */
    notice: (text: string): Locator => page.getByRole('region', { name: 'Notices' }).getByText(text).last(),

    /** Closes what is said at the foot of the screen: it stands over cards. */
    async closeNotices(): Promise<void> {
      const close = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Close' });
      while ((await close.count()) > 0) await close.first().click();
    },

    async undo(): Promise<void> {
      await board.getByRole('button', { name: 'Undo', exact: true }).click();
    },

    /** The titles of a cluster's cards, as the whole board says them. */
    membersOf: async (cluster: string): Promise<string[]> => {
      await board.getByRole('button', { name: 'Fit', exact: true }).click();
      const says = `, in cluster ${cluster}`;
      const names = await board.getByRole('option').filter({ hasText: says }).allTextContents();
      return names.map((name) => name.slice('Card: '.length, name.indexOf(says))).toSorted();
    },
  };
};
