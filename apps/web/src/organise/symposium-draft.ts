import type { Attribution } from '@rapport/domain/attribution';
import { DEFAULT_MARKING } from '@rapport/domain/languages';
import type { NewSymposium, Symposium } from '@rapport/protocol/http';

/** What the form of a symposium holds while somebody fills it in. */
export type SymposiumDraft = {
  title: string;
  startsOn: string;
  attribution: Attribution;
  chathamHouse: boolean;
  markingEn: string;
  markingFr: string;
  markingAr: string;
};

/** `today` as YYYY-MM-DD. */
export const newDraft = (today: string): SymposiumDraft => ({
  title: '',
  startsOn: today,
  attribution: 'non-attributed',
  chathamHouse: true,
  markingEn: DEFAULT_MARKING['en'] ?? '',
  markingFr: DEFAULT_MARKING['fr'] ?? '',
  markingAr: DEFAULT_MARKING['ar'] ?? '',
});

export const draftOf = (symposium: Symposium): SymposiumDraft => ({
  title: symposium.title,
  startsOn: symposium.startsOn,
  attribution: symposium.attribution,
  chathamHouse: symposium.chathamHouse,
  markingEn: symposium.marking['en'] ?? '',
  markingFr: symposium.marking['fr'] ?? '',
  markingAr: symposium.marking['ar'] ?? '',
});

/** What is sent; languages of the marking that the form does not know are kept. */
export const fromDraft = (draft: SymposiumDraft, before?: Symposium): NewSymposium => ({
  title: draft.title,
  startsOn: draft.startsOn,
  attribution: draft.attribution,
  chathamHouse: draft.chathamHouse,
  marking: {
    ...(before?.marking ?? DEFAULT_MARKING),
    en: draft.markingEn,
    fr: draft.markingFr,
    ar: draft.markingAr,
  },
});
