import { z } from 'zod';
import { BlocId } from '@rapport/domain/blocs';
import { GroupId, OptionId, ReservationId, SeatId, SymposiumId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { OptionSource, OptionState, OptionText, ReservationKind } from '@rapport/domain/options';

/**
 * An option as its group sees it, without its text: that is live in the board's document under the root `options`
 * (one map for each option, a `Y.Text` for each field), and frozen in its versions.
 */
export const GroupOption = z.object({
  id: OptionId,
  /** `R1-G07-O3` */
  code: z.string(),
  number: z.number().int(),
  state: OptionState,
  /** Text cannot be edited until it is opened again; `version` is what it says. */
  frozen: z.boolean(),
  /** The newest frozen version, from 1; null when none was frozen yet. */
  version: z.number().int().nullable(),
  sources: z.array(z.intersection(OptionSource, z.object({ title: z.string() }))),
  reservations: z.array(z.object({ id: ReservationId, kind: ReservationKind, text: z.string() })),
  /** Asked for `version`; null: this version was not read back yet. Reasons stand in an order that says nothing. */
  readback: z
    .object({
      version: z.number().int(),
      accepted: z.number().int(),
      objected: z.number().int(),
      reasons: z.array(z.string()),
    })
    .nullable(),
  /** Delegations sign on the record, outside the Rule. */
  sponsors: z.array(z.object({ delegation: z.string(), bloc: BlocId, suspended: z.boolean() })),
  crossBloc: z.boolean(),
  interest: z.number().int(),
  /** Its title or text is another one than in the last closed ballot about it: a re-vote may be due. */
  changedSinceBallot: z.boolean(),
});
export type GroupOption = z.infer<typeof GroupOption>;

/** What the caller's own seat said of an option. */
export const MyOption = z.object({
  optionId: OptionId,
  /** To the version that is read back; null too once answers were counted for good at the close of the session. */
  answer: z.enum(['accept', 'object']).nullable(),
  interested: z.boolean(),
  /** The seat's delegation has signed the newest version; `null` when the seat may not sign. */
  sponsored: z.boolean().nullable(),
});
export type MyOption = z.infer<typeof MyOption>;

export const FrozenVersion = z.object({ number: z.number().int(), hash: z.string(), text: OptionText });
export type FrozenVersion = z.infer<typeof FrozenVersion>;

const onOption = z.object({ optionId: OptionId });

/** Commands on options of a group; part of `COMMANDS`. Who may do what: `deny` in domain. */
export const OPTION_COMMANDS = {
  /** A new option from cards and clusters, its title taken from the first; → `{optionId, code}`. */
  'option.create': z.object({ groupId: GroupId, sources: z.array(OptionSource).max(100).default([]) }),
  /** Freezes the text as the next version, refused when it has no title or more than 120 words; → `{version, hash}`. */
  'option.freeze': onOption,
  /** Opens a frozen text for a correction; what was frozen stays, sponsors are suspended at the next version. */
  'option.open': onOption,
  /** All frozen versions, the first first. */
  'option.versions': onOption,
  /** The group stands behind the newest version. */
  'option.endorse': onOption,
  /** Not pursued, or pursued again. */
  'option.setAside': onOption.extend({ aside: z.boolean().default(true) }),
  /** Leaders and rapporteur ask the group to accept or object to the frozen texts. */
  'readback.ask': z.object({ groupId: GroupId, optionIds: z.array(OptionId).min(1).max(LIMITS.optionsPerGroup) }),
  /** A seat accepts, or objects with a reason, to the version that is read back; may be changed until it is forwarded. */
  'report.readback': onOption.extend({
    version: z.number().int().min(1),
    answer: z.enum(['accept', 'object']),
    reason: z.string().trim().max(LIMITS.readbackReason).default(''),
  }),
  /** To the plenary, up to the symposium's number of options for each group; each must be frozen and read back. */
  'option.forward': z.object({
    groupId: GroupId,
    optionIds: z.array(OptionId).min(1).max(LIMITS.forwardedOptionsMost),
  }),
  /** Attached to the option and always printed; nobody stores who wrote it. */
  'reservation.add': onOption.extend({
    kind: ReservationKind.default('reservation'),
    text: z.string().trim().min(1).max(LIMITS.reservation),
  }),
  /**
   * An authorised seat signs the newest frozen version for its delegation, on the record, or takes it back. Of options of
   * its group; while the plenary is open, of every option of the register.
   */
  'option.sponsor': onOption.extend({ version: z.number().int().min(1), sponsored: z.boolean().default(true) }),
  /** Counts only; of the same options. */
  'option.interest': onOption.extend({ interested: z.boolean().default(true) }),
  /** Organisers: this seat may sign for its delegation, or may not any more; what it has signed stays. */
  'seat.authorise': z.object({ symposiumId: SymposiumId, seatId: SeatId, authorised: z.boolean().default(true) }),
} as const;

/** What their acks carry. */
export type OptionCommandValue = {
  'option.create': { optionId: OptionId; code: string };
  'option.freeze': { version: number; hash: string };
  'option.open': null;
  'option.versions': { versions: FrozenVersion[] };
  'option.endorse': null;
  'option.setAside': null;
  'readback.ask': { asked: number };
  'report.readback': null;
  'option.forward': { forwarded: number };
  'reservation.add': { reservationId: ReservationId };
  'option.sponsor': null;
  'option.interest': null;
  'seat.authorise': null;
};

/** Register entry: a group's option, or one of the plenary, with the text everybody may read. */
export const RegisterEntry = z.object({
  id: OptionId,
  code: z.string(),
  state: OptionState,
  /** Null for options of the plenary. */
  group: z.object({ id: GroupId, number: z.number().int(), name: z.string(), round: z.number().int() }).nullable(),
  version: z.number().int(),
  text: OptionText,
  parents: z.array(z.object({ id: OptionId, code: z.string() })),
  /** Groups that proposed it independently, of all. */
  convergence: z.object({ groups: z.number().int(), of: z.number().int() }),
  reservations: z.array(z.object({ kind: ReservationKind, text: z.string() })),
  /** Made on options it grew out of, whose codes they carry: they are always printed. */
  carried: z.array(z.object({ code: z.string(), kind: ReservationKind, text: z.string() })),
  /** Who signed an option it grew out of stands here suspended until it signs this text. */
  sponsors: z.array(z.object({ delegation: z.string(), bloc: BlocId, suspended: z.boolean() })),
  crossBloc: z.boolean(),
  /** In this option, not in those it grew out of. */
  interest: z.number().int(),
  /** Class of the newest result on this text, see `Verdict`; null when there is none or it may not be shown. */
  verdict: z.enum(['shared-support', 'shared-rejection', 'led', 'split', 'open']).nullable(),
  /** By which side it is led; null for every other class. */
  ledBy: BlocId.nullable(),
  /** Whose result that is: the plenary's where there is one, else its own group's. */
  judgedBy: z.enum(['group', 'plenary']).nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** The whole register of a symposium; forwarded options and what the plenary made of them. */
export const Register = z.object({ symposiumId: SymposiumId, entries: z.array(RegisterEntry) });
export type Register = z.infer<typeof Register>;
