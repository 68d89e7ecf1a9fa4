import { inLanguage, type Locale } from '@rapport/domain/languages';
import type { ArrangedRecord } from '../arrange-record.ts';
import { isForwarded } from '../option-blocks.ts';
import { runsFromTheRight, translateInto, type Translate } from '../translate.ts';
import { longDate } from '../page-words.ts';
import { oneLine } from '../words.ts';
import { AGENDA_LINES } from './agenda-shapes.ts';
import { composeGroupSlides, groupTitle } from './compose-group-slides.ts';
import type { AgendaLine, Deck, Slide } from './deck.ts';

/** A group's record with the number of the round it met in. */
export type DeckGroup = { record: ArrangedRecord; round: number };
export type DeckSymposium = Pick<ArrangedRecord['symposium'], 'title' | 'startsOn' | 'marking'>;

/** What a deck has besides its slides. */
export const deckFrame = (
  { startsOn, marking }: DeckSymposium,
  t: Translate,
  language: Locale,
): Omit<Deck, 'title' | 'sections'> => ({
  language,
  rightToLeft: runsFromTheRight(language),
  date: startsOn,
  marking: oneLine(inLanguage(marking, language)),
  shortened: t('slides.shortened'),
  more: (count) => t('slides.more', { count }),
});

/** The slides of one group as a deck of their own. */
export const composeGroupDeck = (record: ArrangedRecord, language: Locale): Deck => {
  const t = translateInto(language);
  const title = groupTitle({ t, language, record }, null);
  return {
    ...deckFrame(record.symposium, t, language),
    title,
    sections: [{ name: title, slides: composeGroupSlides(record, language, null) }],
  };
};

const forwardedOf = ({ record }: DeckGroup): number => record.options.filter(isForwarded).length;

/** Groups under their round where there is more than one, each leading to its section; the overview is section 0. */
const agendaLines = (groups: readonly DeckGroup[], t: Translate, language: Locale): AgendaLine[] => {
  const rounds = new Set(groups.map(({ round }) => round));
  return groups.flatMap((group, index): AgendaLine[] => {
    const { record, round } = group;
    const forwarded = t('deck.options', { count: forwardedOf(group) });
    const begins = rounds.size > 1 && groups[index - 1]?.round !== round;
    return [
      ...(begins ? [{ text: oneLine(record.round.title), heading: true as const }] : []),
      {
        text: groupTitle({ t, language, record }, null),
        note: record.group.status === 'open' ? [forwarded, t('deck.interim')].join(t('list.separator')) : forwarded,
        to: { section: index + 1, slide: 0 },
      },
    ];
  });
};

/**
 * All groups report back (docs/method.md §9): a cover, an agenda that leads to each group, three slides a group in the
 * order given. Ballots of different groups stand side by side and are never added up.
 */
export const composeDeck = (symposium: DeckSymposium, groups: readonly DeckGroup[], language: Locale): Deck => {
  const t = translateInto(language);
  const title = oneLine(symposium.title);
  const final = groups.filter(({ record }) => record.group.status === 'closed').length;
  const forwarded = groups.reduce((sum, group) => sum + forwardedOf(group), 0);
  const status = groups.length === 0 ? '' : t('deck.final', { final, groups: groups.length });
  const many = new Set(groups.map(({ round }) => round)).size > 1;
  const head = { kicker: title, status, watermark: null };
  const lines = agendaLines(groups, t, language);
  const parts = Math.max(1, Math.ceil(lines.length / (2 * AGENDA_LINES)));
  const agenda = Array.from({ length: parts }, (_, index): Slide => ({
    ...head,
    title: parts === 1 ? t('deck.agenda') : t('deck.agenda-part', { part: index + 1, parts }),
    body: { kind: 'agenda', lines: lines.slice(index * 2 * AGENDA_LINES, (index + 1) * 2 * AGENDA_LINES), columns: 2 },
  }));
  const cover: Slide = {
    ...head,
    kicker: '',
    title,
    body: {
      kind: 'cover',
      subtitle: t('deck.title'),
      lines: [
        longDate(symposium.startsOn, language),
        groups.length === 0
          ? t('deck.no-groups')
          : [t('deck.groups', { count: groups.length }), t('deck.options', { count: forwarded })].join(' · '),
      ],
    },
  };
  return {
    ...deckFrame(symposium, t, language),
    title,
    sections: [
      { name: t('deck.section'), slides: groups.length === 0 ? [cover] : [cover, ...agenda] },
      ...groups.map(({ record, round }) => ({
        name: groupTitle({ t, language, record }, many ? round : null),
        slides: composeGroupSlides(record, language, many ? round : null),
      })),
    ],
  };
};
