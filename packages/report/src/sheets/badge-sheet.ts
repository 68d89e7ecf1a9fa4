import type { BlocShape } from '@rapport/domain/blocs';
import { inLanguage, intlTag, type Locale, type LocalisedText } from '@rapport/domain/languages';
import type { GroupRole } from '@rapport/domain/roles';
import { runsFromTheRight, translateInto } from '../translate.ts';
import { qrCode, wifiText, type QrCode } from './qr-code.ts';

/** `badges` fold to A7 landscape, four on a page; `tents` stand on a table, one on a page, without any code. */
export type BadgeForm = 'badges' | 'tents';

export type BadgeSeat = {
  name: string;
  delegation: string;
  bloc: { name: LocalisedText; shape: BlocShape } | null;
  /** The words on the badge are in the language of who wears it. */
  language: Locale;
  /** Where it sits, in the order of rounds. */
  places: { round: number; group: number; groupName: string; role: GroupRole }[];
  /** Typed in by hand. */
  code: string;
  /** Scanned. */
  link: string;
};

/** What a run of badges is made of. Names, codes and links are in it: it is for the organiser alone. */
export type BadgeRun = {
  form: BadgeForm;
  /** Of the file: its title, and what is said to who prints it. */
  language: Locale;
  symposium: { title: string; startsOn: string; marking: LocalisedText };
  /** Where people type their code, without a scheme. */
  host: string;
  wifi: { name: string; password: string } | null;
  seats: readonly BadgeSeat[];
};

/** A badge in words, as the template puts it on paper. */
type Badge = {
  language: string;
  rightToLeft: boolean;
  symposium: string;
  date: string;
  marking: string;
  name: string;
  delegation: string;
  bloc: { name: string; shape: BlocShape } | null;
  places: string[];
  scan: string;
  type: string;
  host: string;
  code: string;
  own: string;
  qr: QrCode & { alt: string };
  wifi: { title: string; name: string; password: string; scan: QrCode & { alt: string } } | null;
};

export type BadgeSheet = {
  form: BadgeForm;
  language: string;
  rightToLeft: boolean;
  title: string;
  date: string;
  badges: Badge[];
  /** On a page of its own behind the badges; null when all is well. */
  note: string | null;
};

const longDate = (date: string, language: Locale): string =>
  new Intl.DateTimeFormat(intlTag(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** The same signs wherever it is typed in: in two threes, as the eye takes them. */
const spaced = (code: string): string => code.replace(/^(.{3})(.{3})$/, '$1 $2');

/** Puts a run of badges into words. */
export const composeBadges = (run: BadgeRun): BadgeSheet => {
  const wifiCode = run.wifi === null ? null : qrCode(wifiText(run.wifi));
  const badge = (seat: BadgeSeat): Badge => {
    const { language } = seat;
    const t = translateInto(language);
    return {
      language,
      rightToLeft: runsFromTheRight(language),
      symposium: run.symposium.title,
      date: longDate(run.symposium.startsOn, language),
      marking: inLanguage(run.symposium.marking, language),
      name: seat.name,
      delegation: seat.delegation,
      bloc: seat.bloc === null ? null : { name: inLanguage(seat.bloc.name, language), shape: seat.bloc.shape },
      places: seat.places.map(({ round, group, groupName, role }) => {
        const place = t(groupName === '' ? 'badge.place' : 'badge.place-named', { round, group, name: groupName });
        return role === 'participant' ? place : `${place} · ${t(`badge.role.${role}`)}`;
      }),
      scan: t('badge.scan'),
      type: t('badge.type'),
      host: run.host,
      code: spaced(seat.code),
      own: t('badge.own'),
      qr: { ...qrCode(seat.link), alt: t('badge.scan') },
      wifi:
        run.wifi === null || wifiCode === null
          ? null
          : { title: t('badge.wifi'), ...run.wifi, scan: { ...wifiCode, alt: t('badge.wifi') } },
    };
  };
  const t = translateInto(run.language);
  return {
    form: run.form,
    language: run.language,
    rightToLeft: runsFromTheRight(run.language),
    title: t(run.form === 'badges' ? 'badge.title' : 'badge.title-tents', { symposium: run.symposium.title }),
    date: run.symposium.startsOn,
    badges: run.seats.map(badge),
    note: null,
  };
};
