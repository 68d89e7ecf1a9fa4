import { readFileSync } from 'node:fs';
import type { BlocId } from '@rapport/domain/blocs';
import { z } from 'zod';

const Names = z.record(z.string(), z.string());
const Facts = z.object({
  nations: z.array(
    z.object({
      code: z.string(),
      alpha3: z.string(),
      names: Names,
      names2018: Names.optional(),
      category: z.enum(['ally', 'partner']),
      frameworks: z.array(z.string()),
    }),
  ),
  organisations: z.array(z.object({ code: z.string(), names: Names })),
});

export type Delegation = { code: string; name: string; framework: string; bloc: BlocId };

/** Usual names and codes that stand in no official list. */
const USUAL: Record<string, readonly string[]> = {
  GB: ['UK', 'Great Britain', 'Britain', 'Grande-Bretagne', 'United Kingdom of Great Britain and Northern Ireland'],
  GR: ['EL', 'Hellas', 'Hellenic Republic'],
  US: ['USA', 'United States of America', "États-Unis d'Amérique", 'Etats Unis'],
  NL: ['Holland', 'The Netherlands', 'Hollande'],
  CZ: ['Czech Republic', 'République tchèque'],
  SK: ['Slovak Republic', 'République slovaque'],
  TR: ['Turkey', 'Turkiye'],
  MK: ['FYROM', 'Macedonia', 'the former Yugoslav Republic of Macedonia', 'Macédoine'],
  BA: ['Bosnia', 'Bosnie'],
  BY: ['Bélarus', 'Byelorussia'],
  MD: ['Republic of Moldova'],
  RU: ['Russian Federation'],
  KR: ['Republic of Korea', 'Korea', 'Corée', 'ROK'],
  AE: ['UAE', 'EAU', 'Emirates'],
  KG: ['Kirgizstan', 'Kyrgyz Republic'],
  DE: ['Federal Republic of Germany', 'République fédérale d’Allemagne'],
};

/** Names as people write them: no case, accents, articles or punctuation. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(the|les?|la|l) /, '')
    .trim();

const BLOC_OF: Record<string, BlocId> = {
  Ally: 'allied',
  PfP: 'partner',
  MD: 'partner',
  ICI: 'partner',
  PatG: 'partner',
  IO: 'organisation',
  NATO: 'allied',
};

/** The bloc that goes with a framework as rosters name it; null for an unknown one. */
export const blocOfFramework = (text: string): { framework: string; bloc: BlocId } | null => {
  const framework = Object.keys(BLOC_OF).find((name) => name.toLowerCase() === text.toLowerCase());
  const bloc = framework === undefined ? undefined : BLOC_OF[framework];
  return framework === undefined || bloc === undefined ? null : { framework, bloc };
};

/** Nations and organisations as of February 2018, found by code or by name. */
export class Delegations {
  readonly #nations = new Map<string, Delegation>();
  readonly #nationAliases = new Map<string, Delegation>();
  readonly #organisations = new Map<string, Delegation>();
  readonly #organisationAliases = new Map<string, Delegation>();
  readonly #names = new Map<string, readonly string[]>();

  /** @param json text of `nations.json` */
  constructor(json: string) {
    const facts = Facts.parse(JSON.parse(json));
    for (const nation of facts.nations) {
      const framework = nation.category === 'ally' ? 'Ally' : (nation.frameworks[0] ?? 'PfP');
      const delegation: Delegation = {
        code: nation.code,
        name: nation.names['en'] ?? nation.code,
        framework,
        bloc: nation.category === 'ally' ? 'allied' : 'partner',
      };
      this.#nations.set(nation.code, delegation);
      const written = [...Object.values(nation.names), ...Object.values(nation.names2018 ?? {})];
      const names = [...written, ...(USUAL[nation.code] ?? [])];
      this.#names.set(nation.code, names);
      for (const name of [nation.alpha3, ...names]) this.#nationAliases.set(fold(name), delegation);
    }
    for (const organisation of facts.organisations) {
      const hosts = organisation.code === 'NATO';
      const delegation: Delegation = {
        code: organisation.code,
        name: hosts ? 'NATO' : (organisation.names['en'] ?? organisation.code),
        framework: hosts ? 'NATO' : 'IO',
        bloc: hosts ? 'allied' : 'organisation',
      };
      this.#organisations.set(organisation.code, delegation);
      this.#names.set(organisation.code, [organisation.code, ...Object.values(organisation.names)]);
      for (const name of Object.values(organisation.names)) this.#organisationAliases.set(fold(name), delegation);
    }
  }

  /** Reads the facts that come with the server. */
  static load(): Delegations {
    return new Delegations(readFileSync(new URL('../../../data/nations.json', import.meta.url), 'utf8'));
  }

  /** A nation by ISO code, alias or name; `exact` when it was the code. */
  nation(text: string): { delegation: Delegation; exact: boolean } | null {
    const code = text.toUpperCase();
    const byCode = this.#nations.get(code);
    if (byCode !== undefined) return { delegation: byCode, exact: true };
    const byName = this.#nationAliases.get(fold(text));
    return byName === undefined ? null : { delegation: byName, exact: false };
  }

  /** An organisation by code or name. */
  organisation(text: string): { delegation: Delegation; exact: boolean } | null {
    const code = text.toUpperCase();
    const byCode = this.#organisations.get(code);
    if (byCode !== undefined) return { delegation: byCode, exact: true };
    const byName = this.#organisationAliases.get(fold(text));
    return byName === undefined ? null : { delegation: byName, exact: false };
  }

  /** What a nation or organisation is called, in all languages; nothing for an unknown code. */
  namesOf(code: string): readonly string[] {
    return this.#names.get(code) ?? [];
  }

  /** Whatever a walk-in wrote. */
  find(text: string): Delegation | null {
    return (this.nation(text) ?? this.organisation(text))?.delegation ?? null;
  }
}
