import type { Locale } from '@rapport/domain/languages';
import type { ArrangedRecord } from '../arrange-record.ts';
import { isForwarded } from '../option-blocks.ts';
import { sentencesFromResults } from '../suggest-sentences.ts';
import { translateInto } from '../translate.ts';
import { oneLine, type Words } from '../words.ts';
import { writtenSentences } from '../written-sentences.ts';
import type { Slide, SlideList } from './deck.ts';
import { optionsBody } from './option-slide.ts';

/** A group nobody has named is called after its number. */
export const groupTitle = ({ t, record }: Words, round: number | null): string => {
  const number = String(record.group.number);
  const name = oneLine(record.group.name);
  const group =
    name === '' || name === `Group ${number}`
      ? t('slides.group', { number })
      : t('slides.group-named', { number, name });
  return round === null ? group : t('slides.in-round', { round: String(round), group });
};

/** What people said, one line each. */
const items = (texts: readonly string[]): SlideList['items'] =>
  texts
    .map(oneLine)
    .filter((text) => text !== '')
    .map((text) => ({ text }));

const factsText = (words: Words): string => {
  const { t, record } = words;
  const { symposium, group, counts, clusters, ballots, options } = record;
  const mode = t(`attribution.${group.attribution}`);
  return [
    t('slides.participants', { present: counts.present, seats: counts.seats }),
    t('fact.cards', { count: counts.cards }),
    t('fact.clusters', { count: clusters.length }),
    t('fact.options', { count: options.length }),
    t('fact.ballots', { count: ballots.length }),
    symposium.chathamHouse ? t('attribution.under-rule', { mode }) : mode,
  ].join(' · ');
};

/** What rapporteurs wrote; where they wrote nothing, what follows from the figures. */
const agreementList = (words: Words): SlideList => {
  const { t } = words;
  const written = writtenSentences(words);
  return {
    heading: t('divergence.title'),
    items:
      written.length > 0
        ? written.map(({ text, note }) => ({ text, ...(note !== undefined && { note: `(${note})` }) }))
        : sentencesFromResults(words).map((text) => ({ text })),
    none: t('divergence.none'),
  };
};

const reservationList = ({ t, record }: Words): SlideList => ({
  heading: t('slides.reservations'),
  items: record.options
    .filter(isForwarded)
    .flatMap(({ code, reservations }) => reservations.map(({ text }) => ({ mark: code, text: oneLine(text) }))),
  none: t('slides.no-reservations'),
});

/**
 * A group's report on three slides (docs/method.md §9): what it has to say, the options it forwarded, where it agreed
 * and diverged. `round` stands in the titles where a deck holds more than one.
 */
export const composeGroupSlides = (record: ArrangedRecord, language: Locale, round: number | null): Slide[] => {
  const t = translateInto(language);
  const words = { t, language, record };
  const { symposium, group, texts } = record;
  const interim = group.status === 'open';
  const title = groupTitle(words, round);
  const head = {
    kicker: [oneLine(symposium.title), oneLine(record.round.title)].filter((part) => part !== '').join(' · '),
    status: t('report.status', {
      status: t(interim ? 'report.interim' : 'report.final'),
      version: String(group.version),
    }),
    watermark: interim ? t('report.watermark') : null,
  };
  return [
    {
      ...head,
      title,
      body: {
        kind: 'messages',
        question: oneLine(record.round.question),
        list: { heading: t('headlines.title'), items: items(texts.headlines), none: t('headlines.none') },
        facts: factsText(words),
      },
    },
    { ...head, title: t('slides.options', { group: title }), body: optionsBody(words) },
    {
      ...head,
      title: t('slides.agreement', { group: title }),
      body: {
        kind: 'lists',
        first: [agreementList(words)],
        second: [
          reservationList(words),
          { heading: t('questions.title'), items: items(texts.questions), none: t('questions.none') },
        ],
      },
    },
  ];
};
