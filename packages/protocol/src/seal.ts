import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import { GroupId } from '@rapport/domain/ids';
import { LocalisedText } from '@rapport/domain/languages';
import { OptionState } from '@rapport/domain/options';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What was sealed: every file with its SHA-256, every version of every option's text, and what was destroyed. A copy of
 * a file can be checked against it without the product; `schema/seal-manifest.schema.json` is its published shape. A
 * change that breaks readers makes the next.
 */
export const SealManifest = z.object({
  schema: z.literal('rapport.seal/1'),
  product: z.object({ name: z.literal('Rapport'), version: z.string() }),
  symposium: z.object({ title: z.string(), startsOn: z.string(), chathamHouse: z.boolean(), marking: LocalisedText }),
  /** UTC. */
  sealedAt: z.iso.datetime(),
  groups: z.array(
    /** `code`: `R1-G07`; `version` is that of its report. */
    z.object({ code: z.string(), name: z.string(), attribution: Attribution, version: z.number().int() }),
  ),
  /** By path in the archive. */
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: hash })),
  /** Every option with a frozen text; `hash` is the SHA-256 of the text in its canonical form. */
  options: z.array(
    z.object({
      code: z.string(),
      state: OptionState,
      versions: z.array(z.object({ number: z.number().int(), hash })),
    }),
  ),
  /** What was destroyed when groups and plenary closed, without saying whose it was; the day alone, never the hour. */
  purges: z.array(
    z.object({
      /** Null for the plenary. */
      group: z.string().nullable(),
      what: z.enum(['authorship', 'drafts', 'answers']),
      count: z.number().int(),
      on: z.iso.date(),
    }),
  ),
});
export type SealManifest = z.infer<typeof SealManifest>;

/** What stands in the way of a seal. `closing`: what links cards to people is still being destroyed. */
export const SealObstacle = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group-open'), groupId: GroupId, code: z.string(), name: z.string() }),
  z.object({ kind: z.literal('group-closing'), groupId: GroupId, code: z.string(), name: z.string() }),
  z.object({ kind: z.literal('plenary-open') }),
  z.object({ kind: z.literal('nothing-to-seal') }),
]);
export type SealObstacle = z.infer<typeof SealObstacle>;

/** `GET /api/symposia/{id}/seal`: how far a symposium is from being sealed. */
export const SealState = z.object({
  /** `writing`: nothing changes any more, files are being written; it can still be given up. `sealed` is for good. */
  status: z.enum(['open', 'writing', 'sealed']),
  obstacles: z.array(SealObstacle),
  /** Options the plenary has placed in the paper; with none the paper shows all that live. */
  placed: z.number().int(),
  /** Files that are written, of all that will be. */
  written: z.number().int(),
  files: z.number().int(),
  /** True when the last attempt to write ended early; sealing again goes on where it stopped. */
  failed: z.boolean(),
  /** Of the manifest; null until it is written. */
  manifest: z.object({ sha256: hash, sealedAt: z.iso.datetime(), bytes: z.number().int() }).nullable(),
});
export type SealState = z.infer<typeof SealState>;

/** `GET /api/symposia/{id}/seal/file`: which of the files, by its path in the manifest. */
export const SealedFile = z.object({ path: z.string().min(1).max(300) });

/** `POST /api/symposia/{id}/seal`. `close`: groups and plenary that are open are closed first, where they can be. */
export const SealRequest = z.object({ close: z.boolean().default(false) });
