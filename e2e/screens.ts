import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { WORDS, type Language } from './pages/group.ts';
import { call } from './prepared-group.ts';
import { ORGANISER_KEY, type Product } from './product.ts';
import { WirePerson } from './wire.ts';

/** A way to look at the product: language, light, size of the window. */
export type Look = { name: string; language: Language; options: BrowserContextOptions };

/** Does something with a screen that stands as it should be seen. */
export type Visit = (page: Page, screen: string, look: Look) => Promise<void>;

/** Windows from this width on have the board and a panel beside it, px. */
const WITH_A_PANEL = 821;

type Panel = 'drafts' | 'outline' | 'board' | 'options' | 'comments' | 'ballot' | 'results' | 'report';
type Ballot = { id: string; options: { id: string }[] };
type Group = { id: string; number: number };
type Symposium = { id: string; slug: string; rounds: { groups: Group[] }[] };

/** What the seats of the demo's second group say on each kind of paper; the n-th of them, on n options. */
const CHOICES: Readonly<Record<string, (ids: readonly string[], seat: number) => object>> = {
  dots: (ids, seat) => ({ dots: { [ids[seat % ids.length] ?? '']: 2 } }),
  rating: (ids, seat) => ({
    ratings: Object.fromEntries(ids.map((id, at) => [id, [1 + ((seat + at) % 5), at === 0 ? 5 : 1 + (seat % 4)]])),
  }),
  ranking: (ids, seat) => ({ ranking: seat % 3 === 0 ? ids.toReversed() : ids }),
  endorsement: (ids, seat) => ({
    levels: Object.fromEntries(
      ids.map((id, at) => [
        id,
        at === 1 && seat % 2 === 0 ? { level: 'reservation', text: 'Not before the summit.' } : { level: 'endorse' },
      ]),
    ),
  }),
};

/** The demo as its organiser's own programs reach it. */
const prepare = async (product: Product) => {
  const { token } = await call<{ token: string }>(product, 'POST', '/api/sessions', { organiserKey: ORGANISER_KEY });
  const [listed] = await call<Symposium[]>(product, 'GET', '/api/symposia', null, token);
  if (listed === undefined) throw new Error('there is no demo');
  const codes = await call<string>(product, 'GET', `/api/symposia/${listed.id}/join-codes.csv`, null, token);
  const lineOf = (participant: string): string =>
    codes.split(/\r?\n/).find((line) => line.startsWith(`${participant},`)) ?? '';
  const linkOf = (participant: string): string => /https?:\/\/\S+/.exec(lineOf(participant))?.[0] ?? '';
  const signIn = async (participant: string) => {
    if (participant === 'organiser') return { token, seatId: '' };
    const joinCode = linkOf(participant).split('/').at(-1) ?? '';
    const session = await call<{ token: string; seat: { id: string } }>(product, 'POST', '/api/sessions', { joinCode });
    return { token: session.token, seatId: session.seat.id };
  };
  const groups = listed.rounds.flatMap((round) => round.groups);
  const groupOf = (number: number): string => groups.find((group) => group.number === number)?.id ?? '';
  return { token, symposium: listed, linkOf, signIn, groupOf };
};

type Words = (typeof WORDS)[Language];

/** What a walk through the demo is made with. */
export type Walk = {
  product: Product;
  browser: Browser;
  looks: { wide: readonly Look[]; narrow: readonly Look[] };
  visit: Visit;
  /** Without it each screen is seen in a look with a narrow window, every fourth also in one with a wide one; in turn. */
  wants?: (screen: string, look: Look) => boolean;
};

/** A panel beside the board; on a phone it is one of the views. */
const open = async (page: Page, name: string): Promise<void> => {
  const view = page.getByRole('navigation').getByRole('button', { name, exact: true });
  await page.getByRole('tab', { name, exact: true }).or(view).click();
};

/** Opens a panel, or a view of a phone. */
const panel =
  (which: Panel) =>
  (page: Page, words: Words): Promise<void> =>
    open(page, words[which]);

/** The demo, and the people who look at it, each in tabs of their own for each look. */
const openWalk = async ({ product, browser, looks, visit, wants }: Walk) => {
  const demo = await prepare(product);
  const contexts = new AsyncDisposableStack();
  const opened = new Map<Look, { context: BrowserContext; pages: Map<string, Page> }>();
  for (const look of [...looks.wide, ...looks.narrow]) {
    const context = await browser.newContext({ locale: 'en-GB', ...look.options });
    contexts.defer(() => context.close());
    await context.addInitScript((locale) => localStorage.setItem('rapport.locale', locale), look.language);
    opened.set(look, { context, pages: new Map() });
  }
  let turn = 0;
  const chosen = (screen: string): Look[] => {
    if (wants !== undefined) return [...opened.keys()].filter((look) => wants(screen, look));
    turn += 1;
    const narrow = looks.narrow[turn % looks.narrow.length];
    const wide = turn % 4 === 0 ? looks.wide[(turn / 4) % looks.wide.length] : undefined;
    return [wide, narrow].filter((look) => look !== undefined);
  };

  /** The tab of somebody in a look: signed in once, then kept. */
  const tabOf = async (look: Look, person: string): Promise<Page> => {
    const at = opened.get(look);
    if (at === undefined) throw new Error('a look that was not opened');
    const known = at.pages.get(person);
    if (known !== undefined) return known;
    const page = await at.context.newPage();
    at.pages.set(person, page);
    if (person === 'organiser') {
      await page.goto(`${product.url}/organise#key=${ORGANISER_KEY}`);
      await expect(page.getByRole('main').locator('a[href^="/s/"]').first()).toBeVisible();
    } else if (person.startsWith('DEMO')) {
      await page.goto(demo.linkOf(person));
      await page.getByRole('main').getByText(WORDS[look.language].goIn, { exact: true }).click();
      await expect(page).toHaveURL(/\/g\//);
      // Read, as everybody is asked to, the notice leaves the room to what is below it.
      await open(page, WORDS[look.language].outline);
      await page.getByRole('button', { name: WORDS[look.language].understood, exact: true }).click();
    }
    return page;
  };
  const leave = async (...people: string[]): Promise<void> => {
    for (const { pages } of opened.values()) {
      for (const person of people) {
        await pages.get(person)?.close();
        pages.delete(person);
      }
    }
  };
  /** Somebody's screen in each look whose turn it is. */
  const see = async (
    screen: string,
    person: string,
    path: string,
    set: (page: Page, words: Words) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    for (const look of chosen(screen)) {
      const page = await tabOf(look, person);
      if (new URL(page.url(), product.url).pathname !== path) await page.goto(product.url + path);
      await set(page, WORDS[look.language]);
      await settle(page);
      await visit(page, screen, look);
      await page.keyboard.press('Escape');
    }
  };
  /** A look in turn, to be set up by hand. */
  const visitBy = async (
    screen: string,
    person: string,
    set: (page: Page, words: Words, context: BrowserContext) => Promise<void>,
    restore: (context: BrowserContext) => Promise<void>,
  ): Promise<void> => {
    for (const look of chosen(screen)) {
      const page = await tabOf(look, person);
      await set(page, WORDS[look.language], page.context());
      await settle(page);
      await visit(page, screen, look);
      await restore(page.context());
    }
  };
  const wires = contexts.use(new DisposableStack());
  const wire = async (participant: string): Promise<WirePerson> =>
    wires.use(await WirePerson.connect(product, demo, participant));
  return {
    ...demo,
    see,
    visitBy,
    leave,
    wire,
    pathOf: (group: number) => `/g/${demo.groupOf(group)}`,
    [Symbol.asyncDispose]: () => contexts.disposeAsync(),
  };
};

/** At the door, and while the demo's first group writes, each for themselves. */
export const walkDoors = async (walk: Walk): Promise<void> => {
  await using demo = await openWalk(walk);
  const { see, leave } = demo;
  await see('home', 'stranger', '/');
  await see('an unknown badge', 'stranger', '/j/nobody-has-this-code');
  await see('nowhere', 'stranger', '/nowhere');
  await see('a badge', 'stranger', new URL(demo.linkOf('DEMO-2-04')).pathname);
  await see('a group for somebody who is not signed in', 'stranger', `/g/${demo.groupOf(2)}`);
  await see('the organiser’s door', 'stranger', '/organise');
  await leave('stranger');

  const one = demo.pathOf(1);
  await see('the programme', 'DEMO-1-04', `/s/${demo.symposium.slug}`);
  await see('writing', 'DEMO-1-04', one, panel('drafts'));
  await see('writing, whoever leads', 'DEMO-1-01', one);
};

/** While the second group puts its cards together, votes on each kind of paper and goes through the phases. */
export const walkPhases = async (walk: Walk): Promise<void> => {
  await using demo = await openWalk(walk);
  const { see, wire } = demo;
  const two = demo.pathOf(2);
  await see('the board', 'DEMO-2-04', two, async (page, words) => {
    if ((page.viewportSize()?.width ?? 0) < WITH_A_PANEL) await open(page, words.board);
    await expect(page.getByRole('region', { name: words.board }).getByRole('option').first()).toBeVisible();
  });
  await see('the outline', 'DEMO-2-04', two, panel('outline'));
  await see('the menu of a card', 'DEMO-2-04', two, async (page, words) => {
    await open(page, words.outline);
    const outline = page.getByRole('region', { name: words.outline });
    // Only lines near the window are on the page.
    await outline.hover();
    await outline.getByRole('listitem').getByRole('button').last().click();
    await expect(page.getByRole('menu')).toBeVisible();
  });
  await see('clustering, whoever leads', 'DEMO-2-01', two);
  await see('what moving will do', 'DEMO-2-01', two, async (page, words) => {
    await page.getByRole('region', { name: words.leading }).getByRole('button').last().click();
    await expect(page.getByRole('alertdialog').or(page.getByRole('menu'))).toBeVisible();
  });

  const lead = await wire('DEMO-2-01');
  const groupId = demo.groupOf(2);
  const { phases } = await lead.command<{ phases: { id: string; kind: string }[] }>('group.watch', { groupId });
  const clusters = [...(await lead.document(`board.${groupId}`)).getMap('clusters').keys()];
  const options = clusters.map((id) => ({ kind: 'cluster', id }));
  const voters: WirePerson[] = [];
  for (let seat = 5; seat <= 12; seat += 1) voters.push(await wire(`DEMO-2-${String(seat).padStart(2, '0')}`));
  for (const voter of voters) await voter.command('group.watch', { groupId });
  const moveTo = async (kind: string): Promise<void> => {
    const phaseId = phases.find((phase) => phase.kind === kind)?.id;
    await lead.command('phase.move', { groupId, phaseId, ballots: 'keep', drafts: 'keep' });
  };
  for (const [kind, choose] of Object.entries(CHOICES)) {
    await moveTo('shortlist');
    const ballot = await lead.command<{ ballotId: string; options: Ballot['options'] }>('ballot.open', {
      groupId,
      kind,
      options,
    });
    const ids = ballot.options.map(({ id }) => id);
    await see(`a paper of a ${kind} ballot`, 'DEMO-2-04', two, panel('ballot'));
    for (const [seat, voter] of voters.entries()) {
      const choices = choose(ids, seat);
      await voter.command('ballot.cast', { ballotId: ballot.ballotId, paperKey: voter.paperKey, choices });
    }
    if (kind === 'dots') await see('a ballot, whoever leads', 'DEMO-2-01', two, panel('ballot'));
    await lead.command('ballot.close', { ballotId: ballot.ballotId });
    await see(`results of a ${kind} ballot`, 'DEMO-2-04', two, panel('results'));
  }
  for (const kind of ['discuss', 'lobby', 'frame', 'clarify', 'draft']) {
    await moveTo(kind);
    await see(`the phase ${kind}`, 'DEMO-2-04', two, panel('outline'));
  }
  await demo.visitBy(
    'offline',
    'DEMO-2-04',
    async (page, words, context) => {
      await context.setOffline(true);
      await expect(page.getByRole('banner').getByText(words.offline)).toBeVisible();
    },
    (context) => context.setOffline(false),
  );
};

/** While the third group has its options, reads them back and reports; then at the organiser's desk and in the plenary. */
export const walkOptions = async (walk: Walk): Promise<void> => {
  await using demo = await openWalk(walk);
  const { see, leave, wire } = demo;
  const three = demo.pathOf(3);
  const { slug, id: symposiumId } = demo.symposium;
  await see('options', 'DEMO-3-04', three, panel('options'));
  await see('an option', 'DEMO-3-04', three, async (page, words) => {
    await open(page, words.options);
    await page
      .getByRole('tabpanel')
      .or(page.getByRole('main'))
      .getByText(/^One directory of who/)
      .first()
      .click();
    await expect(page.getByText(/^Allies and partners keep one directory/).first()).toBeVisible();
  });
  await see('comments', 'DEMO-3-04', three, async (page, words) => {
    const tab = page.getByRole('tab', { name: words.comments, exact: true });
    if ((await tab.count()) > 0) await tab.click();
  });
  await see('options, the rapporteur', 'DEMO-3-02', three, panel('options'));
  await see('the report’s panel', 'DEMO-3-02', three, panel('report'));
  await see('the report', 'DEMO-3-02', `${three}/report`);
  const third = await wire('DEMO-3-01');
  const state = await third.command<{
    options: { id: string; status: string }[];
    phases: { id: string; kind: string }[];
  }>('group.watch', { groupId: demo.groupOf(3) });
  const readback = state.phases.find((phase) => phase.kind === 'readback')?.id;
  await third.command('phase.move', { groupId: demo.groupOf(3), phaseId: readback, ballots: 'keep', drafts: 'keep' });
  await see('reading back', 'DEMO-3-04', three, panel('options'));
  await see('reading back, whoever leads', 'DEMO-3-01', three);
  const readable = state.options.slice(0, 2).map(({ id }) => id);
  // The first is frozen, and read back, since the demo was made.
  const optionId = readable[1];
  const { version } = await third.command<{ version: number }>('option.freeze', { optionId });
  await third.command('readback.ask', { groupId: demo.groupOf(3), optionIds: [optionId] });
  const reader = await wire('DEMO-3-06');
  await reader.command('group.watch', { groupId: demo.groupOf(3) });
  await reader.command('report.readback', { optionId, version, answer: 'accept' });
  await third.command('option.forward', { groupId: demo.groupOf(3), optionIds: readable });
  await leave('DEMO-3-04', 'DEMO-3-02', 'DEMO-3-01');

  // The organiser's desk.
  await see('symposia', 'organiser', '/organise');
  for (const [index, name] of ['cockpit', 'roster', 'rounds', 'codes', 'paper', 'settings'].entries()) {
    await see(`organising: ${name}`, 'organiser', `/s/${slug}/organise`, async (page) => {
      await page.getByRole('tab').nth(index).click();
    });
  }

  // The plenary: whoever chairs, a seat, the wall.
  const plenary = `/s/${slug}/plenary`;
  const chair = await wire('organiser');
  const { code } = await chair.command<{ code: string }>('screen.code', { symposiumId, action: 'show' });
  const wall = `/screen/${code}`;
  const { register } = await chair.command<{ register: { id: string }[] }>('plenary.watch', { symposiumId });
  const entries = register.map(({ id }) => id);
  await chair.command('plenary.open', { symposiumId });
  await see('the plenary, who chairs', 'organiser', plenary);
  const voted = await chair.command<{ ballotId: string; options: Ballot['options'] }>('ballot.open', {
    symposiumId,
    kind: 'endorsement',
    options: entries.map((id) => ({ kind: 'option', id })),
  });
  await see('a ballot of the plenary', 'DEMO-3-05', plenary);
  for (const view of [
    { kind: 'blank' },
    { kind: 'progress' },
    { kind: 'group', groupId: demo.groupOf(3) },
    { kind: 'option', optionId: entries[0] },
    { kind: 'register' },
    { kind: 'timer' },
  ]) {
    await chair.command('screen.show', { symposiumId, view });
    await see(`the wall: ${view.kind}`, 'wall', wall);
  }
  await chair.command('screen.show', { symposiumId, view: { kind: 'ballot', ballotId: voted.ballotId } });
  await see('the wall: a ballot', 'wall', wall);
  await chair.command('ballot.close', { ballotId: voted.ballotId });
  await chair.command('screen.show', { symposiumId, view: { kind: 'results', ballotId: voted.ballotId } });
  await see('the wall: results', 'wall', wall);
  await see('results of the plenary', 'DEMO-3-05', plenary);
};

/** Waits until nothing is still on its way: what loads, and what moves. */
const settle = async (page: Page): Promise<void> => {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[class*="skeleton" i]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const running = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
};
