// Checks the message catalogues: every message is used, every locale has every message with the same arguments
// and the plural forms its language needs, and everything parses. A key that does not exist is the compiler's to
// refuse: keys are typed by the English catalogue. Needs the product's Node: catalogues are TypeScript.
import { IntlMessageFormat } from 'intl-messageformat';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

/** @typedef {Record<string, string>} Catalogue */
/** @typedef {{ type: number, value: string, pluralType: Intl.PluralRuleType, options?: Record<string, { value: Element[] }>, children?: Element[] }} Element */

/** A catalogue's folder, and where its keys may be used. */
const places = [
  { messages: 'apps/web/src/messages', sources: ['apps/web/src'] },
  { messages: 'packages/report/src/messages', sources: ['packages/report/src'] },
];

const LOCALE_FILE = /^([a-z]{2})\.ts$/;
/** A catalogue or a part of one: its keys are not uses. */
const LOCALE_SOURCE = /^[a-z]{2}(\.ts$|\/)/;

/** @param {string} folder @returns {string[]} */
const sourcesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Which keys occur in a source: as a literal, or as a template whose fixed parts they fit (`phase.${kind}.title`).
 * @param {readonly string[]} texts @param {readonly string[]} keys @returns {Set<string>}
 */
export const usedKeys = (texts, keys) => {
  /** @type {Set<string>} */
  const literals = new Set();
  /** @type {RegExp[]} */
  const patterns = [];
  for (const text of texts) {
    for (const [, literal = ''] of text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) literals.add(literal);
    // Only a template that starts with the key's own first word counts, or any would claim everything.
    for (const [, template = ''] of text.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^{}`]*\})*)`/g)) {
      if (!template.includes('${')) continue;
      const parts = template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      patterns.push(new RegExp(`^${parts.join('[\\w.-]+')}$`));
    }
  }
  return new Set(keys.filter((key) => literals.has(key) || patterns.some((pattern) => pattern.test(key))));
};

/** @param {string} locale @param {Intl.PluralRuleType} type @returns {string[]} the forms that counts up to 1,000 call for */
export const pluralForms = (locale, type) => {
  const rules = new Intl.PluralRules(locale, { type });
  return [...new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))].toSorted();
};

// Numbers of the parser's element types: stable, but exported only as an enum of a package we do not depend on.
const KINDS = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'];

/**
 * The arguments of a parsed message with their kinds, and what is wrong with its plural forms.
 * @param {readonly Element[]} elements @param {string} locale
 * @param {{ arguments: Map<string, string>, problems: string[] }} [found]
 */
export const readElements = (elements, locale, found = { arguments: new Map(), problems: [] }) => {
  for (const element of elements) {
    const kind = KINDS[element.type] ?? 'unknown';
    if (kind === 'literal' || kind === 'pound') continue;
    if (kind === 'select') {
      const choices = Object.keys(element.options ?? {}).toSorted();
      found.arguments.set(element.value, `select ${choices.join('|')}`);
    } else {
      found.arguments.set(element.value, kind === 'plural' ? element.pluralType : kind);
    }
    if (kind === 'plural') {
      const written = Object.keys(element.options ?? {}).filter((form) => !form.startsWith('='));
      const needed = pluralForms(locale, element.pluralType);
      const known = new Intl.PluralRules(locale, { type: element.pluralType }).resolvedOptions().pluralCategories;
      for (const form of needed) {
        if (!written.includes(form)) found.problems.push(`{${element.value}} lacks the plural form "${form}"`);
      }
      for (const form of written) {
        if (!known.includes(/** @type {Intl.LDMLPluralRule} */ (form)))
          found.problems.push(`{${element.value}} has the plural form "${form}", which ${locale} does not know`);
      }
    }
    for (const option of Object.values(element.options ?? {})) readElements(option.value, locale, found);
    if (kind === 'tag') readElements(element.children ?? [], locale, found);
  }
  return found;
};

// A line may end there and the next begin with the sign; `::` begins the form of a number.
const BREAKABLE_IN_FRENCH = /« | [»;?!]| :(?!:)/u;

/** @param {Map<string, string>} args */
const describe = (args) =>
  args.size === 0
    ? 'no arguments'
    : [...args]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, kind]) => `{${name}: ${kind}}`)
        .join(' ');

/**
 * What is wrong with a set of catalogues; English is the measure of the others.
 * @param {Record<string, Catalogue>} catalogues by locale @param {readonly string[]} texts of the sources
 * @returns {string[]}
 */
export const checkCatalogues = (catalogues, texts) => {
  const problems = [];
  const english = catalogues['en'] ?? {};
  const keys = Object.keys(english);
  const used = usedKeys(texts, keys);
  for (const key of keys) if (!used.has(key)) problems.push(`en '${key}' is not used`);
  /** @type {Map<string, string>} */
  const shapes = new Map();
  for (const [locale, catalogue] of Object.entries(catalogues).toSorted(([a]) => (a === 'en' ? -1 : 1))) {
    for (const key of keys) if (catalogue[key] === undefined) problems.push(`${locale} '${key}' is missing`);
    for (const [key, message] of Object.entries(catalogue)) {
      if (english[key] === undefined) problems.push(`${locale} '${key}' is not in the English catalogue`);
      if (message.trim() === '') problems.push(`${locale} '${key}' is empty`);
      if (locale === 'fr' && BREAKABLE_IN_FRENCH.test(message)) {
        problems.push(`fr '${key}' may break at a sign: U+00A0 belongs before » ; : ? ! and after «`);
      }
      try {
        const ast = new IntlMessageFormat(message, locale).getAst();
        const found = readElements(/** @type {Element[]} */ (/** @type {unknown} */ (ast)), locale);
        for (const problem of found.problems) problems.push(`${locale} '${key}' ${problem}`);
        const shape = describe(found.arguments);
        if (locale === 'en') shapes.set(key, shape);
        else if (shapes.has(key) && shapes.get(key) !== shape) {
          problems.push(`${locale} '${key}' takes ${shape}; en takes ${shapes.get(key)}`);
        }
      } catch (error) {
        problems.push(`${locale} '${key}' does not parse: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return problems;
};

/** Reads the project's own catalogues and prints what is wrong; the exit code says whether anything is. */
const main = async () => {
  const problems = [];
  let count = 0;
  for (const { messages, sources } of places) {
    const folder = join(root, messages);
    if (!existsSync(join(folder, 'en.ts'))) {
      problems.push(`${messages}/en.ts is missing`);
      continue;
    }
    /** @type {Record<string, Catalogue>} */
    const catalogues = {};
    for (const file of readdirSync(folder)) {
      const locale = LOCALE_FILE.exec(file)?.[1];
      if (locale === undefined) continue;
      catalogues[locale] = (await import(pathToFileURL(join(folder, file)).href))[locale];
      if (catalogues[locale] === undefined) problems.push(`${messages}/${file} does not export "${locale}"`);
    }
    const files = sources.flatMap((source) => sourcesBelow(join(root, source)));
    const texts = files
      .filter((file) => !(file.startsWith(folder) && LOCALE_SOURCE.test(file.slice(folder.length + 1))))
      .map((file) => readFileSync(file, 'utf8'));
    problems.push(...checkCatalogues(catalogues, texts).map((problem) => `${messages}: ${problem}`));
    count += Object.keys(catalogues['en'] ?? {}).length * Object.keys(catalogues).length;
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${count} messages`);
};

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
