import type { Bloc, BlocId } from '@rapport/domain/blocs';
import { LIMITS } from '@rapport/domain/limits';
import type { RosterRole } from '@rapport/domain/roles';
import { cleanText, isVisible } from './clean-text.ts';
import { blocOfFramework, type Delegation, type Delegations } from './delegations.ts';
import { quote } from './quote.ts';

/** Longest text of each column, characters; the columns that are read come first. */
export const COLUMNS: Readonly<Record<string, number>> = {
  participant_id: 64,
  display_name: LIMITS.displayName,
  role: 40,
  nation_code: LIMITS.delegation,
  organisation_code: LIMITS.delegation,
  framework: 20,
  bloc: LIMITS.blocName,
  civ_mil: 20,
  preferred_language: 35,
  breakout_group: 20,
  email: 254,
  authorised: 20,
  given_name: 200,
  family_name: 200,
  name_latin: 200,
  rank_code: 40,
  affiliation: 200,
  nation_en: 200,
};

export type Remark = { column: string; code: string; message: string };

/** What a row says about a seat. */
export type RosterEntry = {
  participant_id: string;
  display_name: string;
  delegation_code: string;
  delegation: string;
  framework: string;
  bloc: BlocId;
  sector: '' | 'civilian' | 'military';
  language: string;
  email: string;
  roster_role: RosterRole;
  roster_group: number | null;
  /** 1 when it may sign options for its delegation, 0 when not; a row that says nothing leaves the seat as it is. */
  authorised?: 0 | 1;
};

const ROLES: Readonly<Record<string, RosterRole>> = {
  organiser: 'organiser',
  facilitator: 'facilitator',
  rapporteur: 'rapporteur',
  participant: 'participant',
  observer: 'observer',
};

/** Other spellings that leave no doubt. */
const MAPPED_ROLES: Readonly<Record<string, RosterRole>> = {
  organizer: 'organiser',
  organisateur: 'organiser',
  organisatrice: 'organiser',
  facilitateur: 'facilitator',
  facilitatrice: 'facilitator',
  animateur: 'facilitator',
  animatrice: 'facilitator',
  rapporteure: 'rapporteur',
  rapporteuse: 'rapporteur',
  participante: 'participant',
  observateur: 'observer',
  observatrice: 'observer',
};

const SECTORS: Readonly<Record<string, 'civilian' | 'military'>> = {
  civilian: 'civilian',
  civil: 'civilian',
  civile: 'civilian',
  civ: 'civilian',
  military: 'military',
  militaire: 'military',
  mil: 'military',
};

const YES_OR_NO: Readonly<Record<string, 0 | 1>> = {
  yes: 1,
  true: 1,
  '1': 1,
  x: 1,
  oui: 1,
  نعم: 1,
  no: 0,
  false: 0,
  '0': 0,
  non: 0,
  لا: 0,
};

/** By id, or by its name in any language, whatever the case. */
const findBloc = (blocs: readonly Bloc[], written: string): BlocId | null => {
  const wanted = written.toLowerCase();
  const found = blocs.find(
    ({ id, name }) => id === wanted || Object.values(name).some((word) => word.toLowerCase() === wanted),
  );
  return found?.id ?? null;
};

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/u;

const readLanguage = (text: string): string | null => {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
};

/** Stops reading a row: it is not taken, and why. */
class Refused extends Error {
  readonly remark: Remark;
  constructor(column: string, code: string, message: string) {
    super(code);
    this.remark = { column, code, message };
  }
}

/**
 * Reads one row, cells by column name in lower case. A row is taken whole or not at all; what was mapped, cleaned or
 * left out is said as a warning.
 */
export const readRow = (
  cell: (column: string) => string,
  delegations: Delegations,
  blocs: readonly Bloc[],
): { entry: RosterEntry; warnings: Remark[] } | { refused: Remark } => {
  const warnings: Remark[] = [];
  const warn = (column: string, code: string, message: string): void => void warnings.push({ column, code, message });
  const plain = (column: string): string => cleanText(cell(column)).text;

  const readName = (): string => {
    const { text, cleaned } = cleanText(cell('display_name'));
    if (!isVisible(text)) throw new Refused('display_name', 'empty-name', 'The name is empty.');
    if (cleaned) {
      warn(
        'display_name',
        'name-cleaned',
        `Line breaks or invisible characters were taken out: ${quote(cell('display_name'))}.`,
      );
    }
    return text;
  };

  const readRole = (): RosterRole => {
    const written = plain('role');
    const role = ROLES[written.toLowerCase()] ?? MAPPED_ROLES[written.toLowerCase()];
    if (role === undefined) {
      const known = Object.keys(ROLES).join(', ');
      throw new Refused(
        'role',
        'unknown-role',
        written === ''
          ? `The role is empty; it is one of ${known}.`
          : `${quote(written)} is no role; use one of ${known}.`,
      );
    }
    if (ROLES[written.toLowerCase()] === undefined)
      warn('role', 'role-mapped', `${quote(written)} was read as ${role}.`);
    if (role === 'organiser') {
      warn('role', 'organiser-unconfirmed', 'The seat was made without rights; an organiser confirms them.');
    }
    return role;
  };

  const readOrganisation = (written: string): Delegation => {
    const found = delegations.organisation(written);
    if (found === null) {
      warn(
        'organisation_code',
        'unknown-organisation',
        `${quote(written)} is not on the list; it counts as an organisation.`,
      );
      return { code: '', name: written, framework: 'IO', bloc: 'organisation' };
    }
    if (!found.exact) {
      warn('organisation_code', 'organisation-mapped', `${quote(written)} was read as ${found.delegation.code}.`);
    }
    return found.delegation;
  };

  const readDelegation = (): Delegation => {
    const nation = plain('nation_code');
    const organisation = plain('organisation_code');
    if (nation === '' && organisation === '') {
      throw new Refused('nation_code', 'no-delegation', 'A nation_code or an organisation_code is needed.');
    }
    if (nation === '') return readOrganisation(organisation);
    const found = delegations.nation(nation);
    if (found === null) {
      throw new Refused(
        'nation_code',
        'unknown-nation',
        `${quote(nation)} is no nation of the list; use its ISO code.`,
      );
    }
    if (!found.exact) warn('nation_code', 'nation-mapped', `${quote(nation)} was read as ${found.delegation.code}.`);
    if (organisation !== '') {
      warn(
        'organisation_code',
        'two-delegations',
        `The row names a nation and ${quote(organisation)}; the nation counts.`,
      );
    }
    return found.delegation;
  };

  /** The roster knows its own event better than a list of 2018: a framework it names goes before ours. */
  const withFramework = (delegation: Delegation): Delegation => {
    const written = plain('framework');
    if (written === '') return delegation;
    const named = blocOfFramework(written);
    if (named === null) {
      warn('framework', 'unknown-framework', `${quote(written)} is no framework; ${delegation.framework} was taken.`);
      return delegation;
    }
    if (named.bloc !== delegation.bloc && delegation.code !== '') {
      warn(
        'framework',
        'framework-differs',
        `The roster says ${named.framework}, the list of nations ${delegation.framework}; the roster counts.`,
      );
    }
    return { ...delegation, ...named };
  };

  /** A bloc that the roster names goes before what follows from nation and framework; it is always the symposium's. */
  const readBloc = (derived: BlocId): BlocId => {
    const written = plain('bloc');
    const wanted = written === '' ? derived : written;
    const known = findBloc(blocs, wanted);
    if (known !== null) return known;
    const list = blocs.map(({ id }) => id).join(', ');
    throw new Refused(
      'bloc',
      'unknown-bloc',
      written === ''
        ? `This symposium has no bloc ${quote(derived)}; say in the column bloc which of ${list} it is.`
        : `${quote(written)} is no bloc of this symposium; use one of ${list}.`,
    );
  };

  const readEmail = (): string => {
    const email = plain('email');
    if (email !== '' && !EMAIL.test(email))
      throw new Refused('email', 'bad-email', `${quote(email)} is no e-mail address.`);
    return email;
  };

  const readGroup = (): number | null => {
    const written = plain('breakout_group');
    if (written === '') return null;
    const number = /^\d{1,4}$/.test(written) ? Number(written) : 0;
    if (number >= 1 && number <= LIMITS.groupsPerRound) return number;
    warn('breakout_group', 'unknown-group', `There is no group ${quote(written)}; the row was kept without a group.`);
    return null;
  };

  const readSector = (): RosterEntry['sector'] => {
    const written = plain('civ_mil');
    const sector = written === '' ? '' : SECTORS[written.toLowerCase()];
    if (sector !== undefined) return sector;
    warn('civ_mil', 'unknown-sector', `${quote(written)} is neither civilian nor military; it was left out.`);
    return '';
  };

  const readAuthorised = (): Pick<RosterEntry, 'authorised'> => {
    const written = plain('authorised');
    if (written === '') return {};
    const authorised = YES_OR_NO[written.toLowerCase()];
    if (authorised !== undefined) return { authorised };
    warn('authorised', 'unknown-answer', `${quote(written)} is neither yes nor no; it was left out.`);
    return {};
  };

  const readPreferredLanguage = (): string => {
    const written = plain('preferred_language');
    if (written === '') return '';
    const language = readLanguage(written);
    if (language === null)
      warn('preferred_language', 'unknown-language', `${quote(written)} is no language tag; it was left out.`);
    return language ?? '';
  };

  try {
    for (const [column, limit] of Object.entries(COLUMNS)) {
      if (cell(column).length > limit) {
        throw new Refused(
          column,
          'cell-too-long',
          `The cell has ${cell(column).length} characters; ${limit} are the limit.`,
        );
      }
    }
    const participantId = plain('participant_id');
    if (!isVisible(participantId)) throw new Refused('participant_id', 'empty-id', 'The participant_id is empty.');
    const displayName = readName();
    const role = readRole();
    const { code, name, framework, bloc } = withFramework(readDelegation());
    const email = readEmail();
    return {
      entry: {
        participant_id: participantId,
        display_name: displayName,
        delegation_code: code,
        delegation: name,
        framework,
        bloc: readBloc(bloc),
        sector: readSector(),
        language: readPreferredLanguage(),
        email,
        roster_role: role,
        roster_group: readGroup(),
        ...readAuthorised(),
      },
      warnings,
    };
  } catch (refusal) {
    if (refusal instanceof Refused) return { refused: refusal.remark };
    throw refusal;
  }
};
