import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** The words of the interface that stories look for. */
export const WORDS = {
  en: {
    goIn: 'Go in',
    title: 'Title',
    add: 'Add to my cards',
    mine: (count: number) => `My cards (${count})`,
    handIn: 'Hand in my paper',
    inTheBox: 'Your paper is in the box.',
    moreDots: (option: string) => `One dot more for ${option}`,
    outline: 'Outline',
    ballot: 'Ballot',
    results: 'Results',
    drafts: 'My cards',
    saved: 'Saved',
    board: 'Board',
    clusterTitle: 'Title of the cluster',
    selectSeveral: 'Select several',
    doneSelecting: 'Done selecting',
    select: (title: string) => `Select ${title}`,
    options: 'Options',
    comments: 'Comments',
    report: 'Report',
    leading: 'Leading the group',
    understood: 'Understood',
    offline: /^Offline/,
    group: 'Group',
  },
  fr: {
    goIn: 'Entrer',
    title: 'Titre',
    add: 'Ajouter à mes cartes',
    mine: (count: number) => `Mes cartes (${count})`,
    handIn: 'Déposer mon bulletin',
    inTheBox: 'Votre bulletin est dans l’urne.',
    moreDots: (option: string) => `Un point de plus pour ${option}`,
    outline: 'Plan',
    ballot: 'Vote',
    results: 'Résultats',
    drafts: 'Mes cartes',
    saved: 'Enregistré',
    board: 'Tableau',
    clusterTitle: 'Titre de l’ensemble',
    selectSeveral: 'Sélection multiple',
    doneSelecting: 'Fin de sélection',
    select: (title: string) => `Sélectionner ${title}`,
    options: 'Options',
    comments: 'Commentaires',
    report: 'Rapport',
    leading: 'Conduite du groupe',
    understood: 'Compris',
    offline: /^Hors ligne/,
    group: 'Regrouper',
  },
  ar: {
    goIn: 'دخول',
    title: 'العنوان',
    add: 'إضافة إلى بطاقاتي',
    mine: (count: number) => `بطاقاتي (${count})`,
    handIn: 'تسليم ورقتي',
    inTheBox: 'ورقتك في الصندوق.',
    moreDots: (option: string) => `زيادة نقطة إلى ${option}`,
    outline: 'المخطط',
    ballot: 'الاقتراع',
    results: 'النتائج',
    drafts: 'بطاقاتي',
    saved: 'محفوظ',
    board: 'اللوحة',
    clusterTitle: 'عنوان التجمّع',
    selectSeveral: 'تحديد متعدد',
    doneSelecting: 'إنهاء التحديد',
    select: (title: string) => `تحديد ${title}`,
    options: 'الخيارات',
    comments: 'التعليقات',
    report: 'التقرير',
    leading: 'إدارة المجموعة',
    understood: 'مفهوم',
    offline: /^دون اتصال/,
    group: 'تجميع',
  },
} as const;

export type Language = keyof typeof WORDS;

/** What somebody in a group does in the browser. */
export const member = (page: Page, language: Language = 'en') => {
  const words = WORDS[language];
  const panel = (name: string): Locator => page.getByRole('tab', { name, exact: true });
  /** A tab beside the board; on a phone one of the views. */
  const open = async (name: string): Promise<void> => {
    const view = page.getByRole('navigation').getByRole('button', { name, exact: true });
    await panel(name).or(view).click();
  };
  const nameCluster = async (title: string): Promise<void> => {
    const field = page.getByRole('textbox', { name: words.clusterTitle });
    await field.fill(title);
    await field.press('Enter');
  };
  return {
    page,
    words,

    /** Opens a badge link, checks the name on it, goes in. */
    async goIn(link: string, name: string): Promise<void> {
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await page.getByRole('main').getByText(words.goIn, { exact: true }).click();
      await expect(page).toHaveURL(/\/g\//);
    },

    /** Opens a badge link and goes in, whoever it is. */
    async enter(link: string): Promise<void> {
      await page.goto(link);
      await page.getByRole('main').getByText(words.goIn, { exact: true }).click();
      await expect(page).toHaveURL(/\/g\//);
    },

    async seeSaved(): Promise<void> {
      await expect(page.getByRole('banner').getByText(words.saved, { exact: true })).toBeVisible();
    },

    async openDrafts(): Promise<void> {
      await open(words.drafts);
    },

    titleField: (): Locator => page.getByRole('textbox', { name: words.title }),

    /** Types a private card and leaves it open. */
    async startWriting(title: string): Promise<void> {
      await page.getByRole('textbox', { name: words.title }).fill(title);
    },

    /** Writes private cards and adds them to the own ones. */
    async writePrivately(titles: readonly string[]): Promise<void> {
      await open(words.drafts);
      for (const title of titles) {
        await page.getByRole('textbox', { name: words.title }).fill(title);
        await page.getByRole('button', { name: words.add }).click();
      }
      await expect(page.getByText(words.mine(titles.length))).toBeVisible();
    },

    async openResults(): Promise<void> {
      await open(words.results);
    },

    async openOutline(): Promise<void> {
      await open(words.outline);
    },

    /** The card in the outline. */
    inOutline: (title: string): Locator =>
      page.getByRole('region', { name: words.outline }).getByRole('listitem').filter({ hasText: title }),

    /** The card on the board. */
    onBoard: (title: string): Locator =>
      page.getByRole('region', { name: words.board }).getByRole('option', { name: new RegExp(escape(title)) }),

    /** The cluster's heading in the outline. */
    clusterInOutline: (title: string): Locator =>
      page.getByRole('region', { name: words.outline }).getByRole('heading', { name: title, exact: true }),

    /** Selects cards on the board and groups them by key. */
    async groupOnBoard(titles: readonly string[], cluster: string): Promise<void> {
      const board = page.getByRole('region', { name: words.board });
      for (const [index, title] of titles.entries()) {
        const card = board.getByRole('option', { name: new RegExp(escape(title)) });
        // Cards lie where the reveal has shuffled them: the one with the focus is brought clear of the tools.
        await card.focus();
        await card.click(index === 0 ? {} : { modifiers: ['Shift'] });
      }
      await page.keyboard.press('g');
      await nameCluster(cluster);
    },

    /** Ticks cards in the outline and groups them by its button. */
    async groupInOutline(titles: readonly string[], cluster: string): Promise<void> {
      await open(words.outline);
      const outline = page.getByRole('region', { name: words.outline });
      await outline.getByRole('button', { name: words.selectSeveral }).click();
      for (const title of titles) {
        // A title that runs against the sentence stands between marks of its own direction.
        const name = words.select(`\u2068?${escape(title)}\u2069?`);
        const box = outline.getByRole('checkbox', { name: new RegExp(`^${name}$`) });
        // Only lines near the window are on the page: whoever looks for one scrolls, from the top.
        await outline.hover();
        await page.mouse.wheel(0, -100_000);
        await expect(async () => {
          if ((await box.count()) === 0) await page.mouse.wheel(0, 250);
          await expect(box).toBeVisible({ timeout: 500 });
        }).toPass({ timeout: 15_000 });
        await box.check();
      }
      await outline.getByRole('button', { name: words.group, exact: true }).click();
      await nameCluster(cluster);
      await outline.getByRole('button', { name: words.doneSelecting }).click();
    },

    /** Gives dots and hands the paper in. */
    async vote(dots: Readonly<Record<string, number>>): Promise<void> {
      await open(words.ballot);
      for (const [option, count] of Object.entries(dots)) {
        const more = page.getByRole('button', { name: words.moreDots(option) });
        for (let given = 0; given < count; given += 1) await more.click();
      }
      await page.getByRole('button', { name: words.handIn }).click();
      await expect(page.getByText(words.inTheBox).first()).toBeVisible();
    },
  };
};

/** The text as a regular expression that finds just it. */
export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a facilitator does beside that; in English. */
export const facilitator = (page: Page) => {
  const bar = page.getByRole('region', { name: 'Leading the group' });
  return {
    ...member(page),
    bar,

    /** Two steps: the step is chosen, then what will happen is confirmed. */
    async moveTo(phase: string): Promise<void> {
      const next = bar.getByRole('button', { name: `Move the group to ${phase}…` });
      if (await next.isVisible()) await next.click();
      else {
        await bar.getByRole('button', { name: 'More', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Move to another step…' }).click();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: `Move the group to ${phase}…` })
          .click();
      }
      await page.getByRole('button', { name: `Move to ${phase}` }).click();
      await expect(page.getByRole('alertdialog')).toBeHidden();
    },

    async reveal(): Promise<void> {
      await bar.getByRole('button', { name: 'Reveal the cards…' }).click();
      await page.getByRole('button', { name: 'Reveal', exact: true }).click();
    },

    async openBallotOnClusters(count: number): Promise<void> {
      await bar.getByRole('button', { name: 'Open a ballot…' }).click();
      await page.getByRole('radio', { name: `All clusters (${count})` }).check({ force: true });
      await page.getByRole('button', { name: `Open the ballot on ${count} options` }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },

    async closeBallot(): Promise<void> {
      await bar.getByRole('button', { name: 'Close the ballot…' }).click();
      await page.getByRole('button', { name: 'Close and publish' }).click();
    },

    /** The bytes of the report as Word document. */
    async downloadReport(): Promise<Buffer> {
      await page.getByRole('tab', { name: 'Report', exact: true }).click();
      await page.getByRole('radio', { name: 'Word document (DOCX)' }).check({ force: true });
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the report' }).click();
      return readFileSync(await (await download).path());
    },
  };
};
