import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import { Bloc, BlocId, Sides } from '@rapport/domain/blocs';
import { CardText } from '@rapport/domain/card';
import { CardId, GroupId, RoundId, SeatId, SymposiumId } from '@rapport/domain/ids';
import { Locale, LocalisedText } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import { PhaseTemplate } from '@rapport/domain/phases';
import { CallerRole, GroupRole } from '@rapport/domain/roles';

/** `POST /api/sessions`: an organiser's key, a personal code, a projector's, or a group's code for a walk-in. */
export const SignIn = z.union([
  z.object({ organiserKey: z.string().min(1).max(200) }),
  z.object({ joinCode: z.string().trim().min(1).max(64) }),
  z.object({ screenCode: z.string().trim().min(1).max(64) }),
  z.object({
    groupCode: z.string().trim().min(1).max(64),
    displayName: z.string().trim().min(1).max(LIMITS.displayName),
    delegation: z.string().trim().max(LIMITS.delegation).optional(),
  }),
]);
export type SignIn = z.infer<typeof SignIn>;

const MyGroup = z.object({ id: GroupId, number: z.number().int(), name: z.string(), role: CallerRole });

/** Who am I: the caller's own name and seat, nobody else's. */
export const Me = z.object({
  /** `screen`: a projector of `symposium`; it has no seat and may only watch the plenary. */
  role: z.enum([...CallerRole.options, 'screen']),
  seat: z.object({ id: SeatId, displayName: z.string(), delegation: z.string(), bloc: BlocId }).nullable(),
  symposium: z
    .object({
      id: SymposiumId,
      slug: z.string(),
      title: z.string(),
      marking: LocalisedText,
      chathamHouse: z.boolean(),
      blocs: z.array(Bloc),
    })
    .nullable(),
  groups: z.array(MyGroup),
  /** Language of the seat on the roster (BCP 47), a first guess for the interface. */
  language: z.string().nullable(),
  /** Attribution of the symposium, for the notice before going in. */
  attribution: Attribution.nullable(),
});
export type Me = z.infer<typeof Me>;

/** `tab` names the cookie of this session: the tab sends it as header `rapport-tab` and query parameter `tab`. */
export const SignedIn = Me.extend({ token: z.string(), tab: z.string() });
export type SignedIn = z.infer<typeof SignedIn>;

const marking = z.union([
  z
    .string()
    .max(LIMITS.marking)
    .transform((text) => ({ en: text })),
  LocalisedText,
]);
const blocs = z.array(Bloc).min(2).max(LIMITS.blocs);
const startsOn = z.iso.date('must be a date like 2026-02-14');

export const NewSymposium = z.object({
  title: z.string().trim().min(1).max(LIMITS.symposiumTitle),
  startsOn,
  attribution: Attribution.default('non-attributed'),
  chathamHouse: z.boolean().default(true),
  marking: marking.optional(),
  languages: z.array(z.string().min(2).max(35)).min(1).max(20).default(['en']),
  /** The sides a seat can belong to, and the two of them whose agreement is measured; absent: the default ones. */
  blocs: blocs.optional(),
  sides: Sides.optional(),
});
export type NewSymposium = z.input<typeof NewSymposium>;

export const SymposiumPatch = z
  .object({
    title: z.string().trim().min(1).max(LIMITS.symposiumTitle),
    startsOn,
    attribution: Attribution,
    chathamHouse: z.boolean(),
    marking,
    languages: z.array(z.string().min(2).max(35)).min(1).max(20),
    walkIns: z.boolean(),
    /** A bloc that has seats stays; once a ballot was opened none goes and the sides are what they are. */
    blocs,
    sides: Sides,
    /** Options each group may forward. */
    forwardLimit: z.number().int().min(1).max(LIMITS.forwardedOptionsMost),
    status: z.enum(['open', 'closed']),
  })
  .partial()
  .strict();
export type SymposiumPatch = z.input<typeof SymposiumPatch>;

const GroupSummary = z.object({
  id: GroupId,
  number: z.number().int(),
  name: z.string(),
  /** For walk-ins. */
  code: z.string(),
  seats: z.array(z.object({ id: SeatId, role: GroupRole })),
});

export const Allocation = z.object({
  /** `roster`: the groups named on the roster; `dealt`: dealt evenly by role, bloc and delegation from `seed`. */
  method: z.enum(['roster', 'dealt']),
  seed: z.number().int().nullable(),
  placed: z.number().int(),
  unplaced: z.number().int(),
  /** Groups in which a bloc is too small for splits, and which. */
  smallBlocs: z.array(z.object({ groupId: GroupId, number: z.number().int(), blocs: z.array(BlocId) })),
  /** Groups without exactly one facilitator and one rapporteur. */
  missingRoles: z.array(z.object({ groupId: GroupId, number: z.number().int(), missing: z.array(GroupRole) })),
});
export type Allocation = z.infer<typeof Allocation>;

export const Round = z.object({
  id: RoundId,
  title: z.string(),
  question: z.string(),
  groups: z.array(GroupSummary),
  allocation: Allocation,
});
export type Round = z.infer<typeof Round>;

export const Symposium = z.object({
  id: SymposiumId,
  slug: z.string(),
  title: z.string(),
  startsOn: z.string(),
  attribution: Attribution,
  chathamHouse: z.boolean(),
  marking: LocalisedText,
  languages: z.array(z.string()),
  walkIns: z.boolean(),
  forwardLimit: z.number().int(),
  status: z.enum(['open', 'closed']),
  /** For good, or about to be: see `GET …/seal`. */
  sealed: z.boolean().optional(),
  blocs: z.array(Bloc),
  sides: z.tuple([BlocId, BlocId]),
  seats: z.number().int(),
  rounds: z.array(z.object({ id: RoundId, title: z.string(), question: z.string(), groups: z.array(GroupSummary) })),
});
export type Symposium = z.infer<typeof Symposium>;

export const NewRound = z.object({
  title: z.string().trim().min(1).max(LIMITS.symposiumTitle),
  question: z.string().trim().min(1).max(LIMITS.question),
  groupSize: z.number().int().min(2).max(LIMITS.seatsPerGroup).optional(),
  groups: z.number().int().min(1).max(LIMITS.groupsPerRound).optional(),
  template: PhaseTemplate.optional(),
  seed: z.number().int().optional(),
  useRosterGroups: z.boolean().optional(),
});
export type NewRound = z.input<typeof NewRound>;

/** A remark about one row of a roster file; `line` and `column` are physical, counted from 1. */
export const RosterRemark = z.object({
  record: z.number().int(),
  line: z.number().int(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
});
export type RosterRemark = z.infer<typeof RosterRemark>;

/** `PUT /api/symposia/{id}/roster`: counts, and every row that was not taken. */
export const RosterReport = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(RosterRemark),
  warnings: z.array(RosterRemark),
  /** How the file was read. */
  format: z.object({
    encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252']),
    separator: z.enum([',', ';', '\t']),
    rows: z.number().int(),
  }),
  dryRun: z.boolean(),
});
export type RosterReport = z.infer<typeof RosterReport>;

export const RosterSeat = z.object({
  id: SeatId,
  participantId: z.string().nullable(),
  displayName: z.string(),
  delegation: z.string(),
  bloc: BlocId,
  rosterRole: z.string(),
  rosterGroup: z.number().int().nullable(),
  language: z.string(),
  /** May sign options for its delegation. */
  authorised: z.boolean(),
  /** Chairs the plenary. */
  chair: z.boolean(),
});
export type RosterSeat = z.infer<typeof RosterSeat>;

/**
 * `badges.pdf`: folded badges with everybody's code, or table tents without. `lang` is the file's; every badge speaks
 * its seat's. A network's password goes into a body, never into an address: addresses are written down on their way.
 */
export const BadgeOrder = z.object({
  form: z.enum(['badges', 'tents']).default('badges'),
  lang: Locale.default('en'),
  wifi: z
    .object({
      name: z.string().trim().min(1).max(LIMITS.wifiName),
      /** Empty for an open network. */
      password: z.string().max(LIMITS.wifiPassword),
    })
    .optional(),
});
export type BadgeOrder = z.output<typeof BadgeOrder>;

/** `papers.pdf` of a ballot: how many sheets, in which language, in large letters or not. */
export const PaperOrder = z.object({
  count: z.coerce.number().int().min(1).max(LIMITS.printedPapers).default(1),
  lang: Locale.default('en'),
  large: z
    .enum(['true', 'false'])
    .default('false')
    .transform((large) => large === 'true'),
});
export type PaperOrder = z.output<typeof PaperOrder>;

/** `POST /api/groups/{id}/cards`. */
export const CardImport = z.array(CardText).min(1).max(LIMITS.cardsPerImport);
export type CardImport = z.input<typeof CardImport>;
export const CardImported = z.object({ ids: z.array(CardId) });

export const ReportFormat = z.enum(['docx', 'pdf', 'pptx', 'md', 'csv', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;
