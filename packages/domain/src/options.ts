import { z } from 'zod';
import type { BlocId } from './blocs.ts';
import { CardId, ClusterId, type OptionId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** What a policy option says (docs/method.md §9.3); each field is edited live and frozen with the others. */
export const OptionText = z.object({
  title: z.string().max(LIMITS.optionTitle),
  /** At most 120 words when it is frozen. Paragraphs are separated by one line feed. */
  text: z.string().max(LIMITS.optionText),
  rationale: z.string().max(LIMITS.optionField),
  /** Who would act. */
  actors: z.string().max(LIMITS.optionField),
  resources: z.string().max(LIMITS.optionField),
  /** By when. */
  horizon: z.string().max(LIMITS.optionField),
});
export type OptionText = z.infer<typeof OptionText>;
export type OptionField = keyof OptionText;

/** In the order in which they are written and read. */
export const OPTION_FIELDS = [
  'title',
  'text',
  'rationale',
  'actors',
  'resources',
  'horizon',
] as const satisfies readonly OptionField[];

/** Characters of each field. */
export const OPTION_LIMITS: Readonly<Record<OptionField, number>> = {
  title: LIMITS.optionTitle,
  text: LIMITS.optionText,
  rationale: LIMITS.optionField,
  actors: LIMITS.optionField,
  resources: LIMITS.optionField,
  horizon: LIMITS.optionField,
};

/** Why a text cannot be frozen; null when it can. */
export const refuseFreeze = (text: OptionText): 'title-missing' | 'too-many-words' | null => {
  if (text.title.trim() === '') return 'title-missing';
  return countWords(text.text) > LIMITS.optionWords ? 'too-many-words' : null;
};

/** The same text always as the same characters, to be hashed and compared: JSON without spaces, keys in order. */
export const canonicalOption = (text: OptionText): string =>
  JSON.stringify(Object.fromEntries(OPTION_FIELDS.toSorted().map((field) => [field, text[field]])));

/**
 * Where an option stands in the register (docs/method.md §8). `merged`: it lives on in another option that names it as
 * its parent. `set-aside`: not pursued, kept.
 */
export const OptionState = z.enum(['draft', 'endorsed', 'forwarded', 'merged', 'plenary', 'paper', 'set-aside']);
export type OptionState = z.infer<typeof OptionState>;

/** States in which an option stands in the register: handed over by its group, or made by the plenary. */
export const REGISTERED = ['forwarded', 'merged', 'plenary', 'paper'] as const satisfies readonly OptionState[];

export const isRegistered = (state: OptionState): boolean => (REGISTERED as readonly OptionState[]).includes(state);

/** What an option grew out of; cards and clusters with the title they had then. */
export const OptionSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), id: CardId }),
  z.object({ kind: z.literal('cluster'), id: ClusterId }),
]);
export type OptionSource = z.infer<typeof OptionSource>;

/** `minority`: a text of those who see it otherwise, printed beside the option. */
export const ReservationKind = z.enum(['reservation', 'minority']);
export type ReservationKind = z.infer<typeof ReservationKind>;

/** Words as a reader counts them: runs of letters or digits, in any script. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

/** The stable public id: `R1-G07-O3`; of the plenary, whose options have no group, `PL-O3`. */
export const optionCode = (place: { round: number; group: number } | null, number: number): string =>
  place === null ? `PL-O${number}` : `R${place.round}-G${String(place.group).padStart(2, '0')}-O${number}`;

/** An option as files and screens that leave the room show it. Nobody's name but those of sponsors, who sign on record. */
export type OptionRecord = {
  /** Finds its results in ballots; in files the code stands for it. */
  id: OptionId;
  code: string;
  state: OptionState;
  /** The newest frozen version; null while only the live text exists. */
  version: { number: number; hash: string } | null;
  /** Of `version` where there is one, else as it stands. */
  text: OptionText;
  /** Titles as they were when the option was made. */
  lineage: { cards: number; clusters: string[]; parents: string[] };
  /** In how many groups it was proposed independently, of how many in the symposium. */
  convergence: { groups: number; of: number };
  reservations: { kind: ReservationKind; text: string }[];
  /** Null until it was read back. `reasons` of objections are in an order that says nothing about people. */
  readback: { accepted: number; objected: number; reasons: string[] } | null;
  sponsors: { delegation: string; bloc: BlocId; suspended: boolean }[];
  /** A sponsor from at least two blocs. */
  crossBloc: boolean;
  /** Seats that show interest, without obligation. */
  interest: number;
  /** Earlier frozen versions and this one, the first first. */
  versions: { number: number; hash: string; text: OptionText }[];
};

/** A sentence of the report: written by the product and untouched, written by it and changed, or people's own. */
export const ReportSentence = z.object({ text: z.string(), origin: z.enum(['generated', 'edited', 'own']) });
export type ReportSentence = z.infer<typeof ReportSentence>;

/** What rapporteurs write around the board (docs/method.md §9.2, 9.4, 9.6). */
export type ReportTexts = { headlines: string[]; agreement: ReportSentence[]; questions: string[] };
