import type { Locale } from '@rapport/domain/languages';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Judgement, PaperOption, ProjectedSymposium } from '@rapport/domain/symposium-record';
import { isRegistered } from '@rapport/domain/options';
import { optionTitle } from '../option-blocks.ts';
import { longDate } from '../page-words.ts';
import { agendaPages } from '../slides/agenda-shapes.ts';
import { deckFrame } from '../slides/compose-deck.ts';
import type { AgendaLine, Deck, Lead, Slide, SlideBody, SlideList, SlideResult } from '../slides/deck.ts';
import { listPages } from '../slides/list-shapes.ts';
import { legendOf, slideResults } from '../slides/option-slide.ts';
import { runsFromTheRight, translateInto } from '../translate.ts';
import { listOf, oneLine } from '../words.ts';
import { asideOptions } from './aside-blocks.ts';
import { modesOf, roundLines } from './compose-paper.ts';
import { divergenceSentences } from './divergence-blocks.ts';
import { delegationMean, delegationTallies, resultsOf, whoseResult } from './evidence-blocks.ts';
import { grownFrom, proposedText } from './paper-option-blocks.ts';
import { byClass, className, placeText, selectOptions, whoseText, type PaperWords } from './paper-words.ts';
import { summarySentences } from './summary-blocks.ts';

/** How many ballots an option shows beside what delegations said; the paper has them all. */
const MOST_BALLOTS = 2;

const items = (texts: readonly string[]): SlideList['items'] => texts.map((text) => ({ text }));

/** What was judged of an option, what its class rests on first, then the newest of the other side. */
const byWeight = ({ judged, judgedBy }: PaperOption): Judgement[] => {
  const newest = judged.toReversed();
  const ofClass = ({ group, stands }: Judgement): boolean => stands && (group === null) === (judgedBy === 'plenary');
  return [...newest.filter(ofClass), ...newest.filter((one) => !ofClass(one))];
};

/** Each delegation once, in few words. */
const delegationResult = (words: PaperWords, results: BallotResults, id: string, whose: string): SlideResult[] => {
  const { t } = words;
  const tallies = delegationTallies(results, id);
  if (tallies.length === 0) return [];
  const said = tallies
    .map((tally) =>
      t('paper.slides.measure', {
        measure: t(`paper.measure.${tally.measure}`),
        value: delegationMean(words, tally) ?? t('ballots.hidden'),
      }),
    )
    .join(t('list.separator'));
  const caption = t('paper.result.delegations', { whose, what: t(`ballots.kind.${results.kind}`) });
  return [{ caption, bar: [], data: '', said, brief: said }];
};

/** A ballot's results as a slide shows them; it says whose they are, and where they are about other words. */
const judgementResults = (words: PaperWords, option: PaperOption, judgement: Judgement): SlideResult[] => {
  const results = resultsOf(words, judgement);
  if (results === null) return [];
  return [
    ...slideResults(words, { number: judgement.ballot, results }, judgement.id).map((result) => ({
      ...result,
      caption: whoseResult(words, option, judgement, result.caption),
    })),
    ...delegationResult(words, results, judgement.id, whoseText(words, judgement.group)),
  ];
};

const originList = (words: PaperWords, option: PaperOption): SlideList => {
  const { t, language } = words;
  const signed = option.sponsors.filter(({ suspended }) => !suspended).map(({ delegation }) => delegation);
  return {
    heading: t('option.origin'),
    items: items([
      [grownFrom(words, option), ...proposedText(words, option)].join(' '),
      ...(signed.length === 0 ? [] : [t('paper.slides.signed', { delegations: listOf(signed, language) })]),
      ...(option.interest === 0 ? [] : [t('paper.slides.interest', { count: option.interest })]),
    ]),
    none: '',
  };
};

const optionBody = (words: PaperWords, option: PaperOption): SlideBody => {
  const { t } = words;
  const told = byWeight(option)
    .map((judgement) => ({ judgement, shown: judgementResults(words, option, judgement) }))
    .filter(({ shown }) => shown.length > 0)
    .slice(0, MOST_BALLOTS);
  const kinds = new Set<BallotResults['kind']>(
    told.flatMap(({ judgement }) => {
      const results = resultsOf(words, judgement);
      return results === null ? [] : [results.kind];
    }),
  );
  return {
    kind: 'paper-option',
    code: option.code,
    text: oneLine(option.text.text),
    none: t('option.no-text'),
    origin: originList(words, option),
    results: told.flatMap(({ shown }) => shown),
    noResult: t('paper.option.no-result'),
    reservations: {
      heading: t('slides.reservations'),
      items: option.reservations.map(({ code, kind, text }) => ({
        ...(code !== null && { mark: code }),
        text: oneLine(text),
        ...(kind === 'minority' && { note: `(${t('paper.slides.minority')})` }),
      })),
      none: t('paper.slides.no-reservations'),
    },
    legend: [...kinds].flatMap((kind) => legendOf(words, kind)),
  };
};

/** Who met and how; what results mean. */
const aboutBody = (words: PaperWords): SlideBody => {
  const { t, language, record } = words;
  const { symposium, groups, counts, ballots } = record;
  const cards = groups.reduce((total, group) => total + group.counts.cards, 0);
  const modes = listOf(
    modesOf(words).map((mode) => t(`attribution.${mode}`)),
    language,
  );
  const closed = groups.filter((group) => group.status === 'closed').length;
  return {
    kind: 'lists',
    first: [
      {
        heading: t('paper.slides.participation'),
        items: items([
          t('paper.fact.groups-value', { count: groups.length, closed }),
          t('paper.fact.participants-value', counts),
          t('fact.cards', { count: cards }),
          ballots.length === 0 ? t('paper.summary.no-plenary') : t('paper.summary.plenary', { count: ballots.length }),
          ...(modes === '' ? [] : [symposium.chathamHouse ? t('paper.fact.attribution-rule', { modes }) : modes]),
        ]),
        none: '',
      },
      ...(record.rounds.length === 0
        ? []
        : [
            {
              heading: t('paper.fact.rounds', { count: record.rounds.length }),
              items: items(roundLines(words)),
              none: '',
            },
          ]),
    ],
    second: [
      {
        heading: t('method.title'),
        items: items([
          t('paper.method.classes'),
          t('paper.method.apart'),
          t('paper.method.convergence'),
          t('method.small-cells', { count: SMALL_CELL }),
        ]),
        none: '',
      },
    ],
  };
};

/**
 * The options paper as slides (docs/method.md §8): what it is made of and how, its options class by class, each on a
 * slide of its own, what the sides' figures say, what was not pursued, the register. Longer lists take more slides.
 */
export const composePaperDeck = (record: ProjectedSymposium, language: Locale): Deck => {
  const t = translateInto(language);
  const words: PaperWords = { t, language, record };
  const { symposium, sealed, groups } = record;
  const selection = selectOptions(record);
  const name = oneLine(symposium.title);
  const status = t(sealed ? 'paper.final' : 'paper.interim');
  const watermark = sealed ? null : t('report.watermark');
  const slide = (title: string, body: SlideBody, kicker = `${name} · ${t('paper.title')}`): Slide => ({
    title,
    kicker,
    status,
    watermark,
    body,
  });
  const inParts = (title: string, bodies: readonly SlideBody[]): Slide[] =>
    bodies.map((body, index) =>
      slide(
        bodies.length === 1 ? title : t('paper.slides.part', { title, part: index + 1, parts: bodies.length }),
        body,
      ),
    );
  const points = (title: string, list: SlideList): Slide[] =>
    inParts(
      title,
      listPages(list).map((part) => ({ kind: 'points', list: part })),
    );
  const agenda = (title: string, lines: readonly AgendaLine[], columns: 1 | 2): Slide[] =>
    inParts(
      title,
      agendaPages(lines, columns).map((part) => ({ kind: 'agenda', lines: part, columns })),
    );

  // What follows somebody's words begins on its own side, whichever way those run.
  const mark = runsFromTheRight(language) ? '\u200F' : '\u200E';
  const after = (note: string): string => `${mark}${note}`;

  const classes = byClass(words, selection.body);
  const leads = new Map<string, Lead>(
    classes.flatMap(({ options }, section) =>
      options.map(({ id }, at) => [id, { section: section + 1, slide: at }] as const),
    ),
  );
  const optionLine = (option: PaperOption, note: string): AgendaLine => {
    const to = leads.get(option.id);
    const text = t('paper.slides.option', { code: option.code, title: optionTitle(words, option) });
    return { text, note: after(note), ...(to !== undefined && { to }) };
  };
  const glance = classes.flatMap(({ of, options }): AgendaLine[] => [
    { text: className(words, of), note: t('options.count', { count: options.length }), heading: true },
    ...options.map((option) =>
      optionLine(option, t('paper.glance.groups-value', { groups: option.proposedBy.length, of: groups.length })),
    ),
  ]);
  const register = record.options
    .filter(({ state }) => isRegistered(state))
    .map((option) =>
      optionLine(
        option,
        t('paper.slides.register-value', {
          state: t(`option.state.${option.state}`),
          groups: option.proposedBy.length,
        }),
      ),
    );
  const ideas = groups
    .filter(({ counts }) => counts.cards > 0)
    .map((group): AgendaLine => ({
      text: placeText(group),
      note: after(
        t('paper.slides.ideas-value', {
          cards: group.counts.cards,
          clusters: group.clusters.length,
          loose: group.loose,
        }),
      ),
    }));
  const aside = asideOptions(words, selection);
  const cover: Slide = {
    ...slide(name, {
      kind: 'cover',
      subtitle: t('paper.title'),
      lines: [
        longDate(symposium.startsOn, language),
        t('paper.question', { rounds: record.rounds.length, groups: groups.length }),
      ],
    }),
    kicker: '',
  };
  return {
    ...deckFrame(symposium, t, language),
    title: `${name} – ${t('paper.title')}`,
    shortened: t('paper.slides.shortened'),
    more: (count) => t('paper.slides.more', { count }),
    sections: [
      {
        name: t('deck.section'),
        slides: [
          cover,
          slide(t('paper.slides.about'), aboutBody(words)),
          ...points(t('paper.summary.title'), {
            heading: t(sealed ? 'paper.final' : 'paper.interim-notice'),
            items: items(summarySentences(words, selection)),
            none: t('paper.summary.none'),
          }),
          ...agenda(t('paper.glance.title'), glance.length === 0 ? [{ text: t('paper.summary.none') }] : glance, 1),
        ],
      },
      ...classes.map(({ of, options }) => ({
        name: className(words, of),
        slides: options.map((option) =>
          slide(
            t('paper.slides.option', { code: option.code, title: optionTitle(words, option) }),
            optionBody(words, option),
            [name, className(words, of), ...(option.crossBloc ? [t('option.cross-bloc')] : [])].join(' · '),
          ),
        ),
      })),
      {
        name: t('paper.slides.register'),
        slides: [
          ...points(t('paper.divergence.title'), {
            heading: t('paper.divergence.note'),
            items: items(divergenceSentences(words, selection.body)),
            none: t('paper.divergence.none'),
          }),
          ...agenda(
            t('paper.aside.title'),
            aside.length === 0
              ? [{ text: t('paper.aside.none') }]
              : aside.map(([code, title, state]) => ({
                  text: t('paper.slides.option', { code, title }),
                  note: after(state),
                })),
            1,
          ),
          ...(ideas.length === 0
            ? []
            : agenda(t('paper.slides.ideas'), [{ text: t('paper.slides.ideas-note'), heading: true }, ...ideas], 1)),
          ...(register.length === 0 ? [] : agenda(t('paper.slides.register'), register, 1)),
        ],
      },
    ],
  };
};
