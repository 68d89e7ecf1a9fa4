import { readFile } from 'node:fs/promises';
import { parseSync, transformWithOxc, type Plugin } from 'vite';

/** The ground floor's modules in which rules and constants stand beside zod schemas. */
const GROUND = /\/packages\/(domain|protocol)\/src\/[^/?]+\.ts$/;
const SCHEMAS = '?schemas';
const VALUES = '?values';

/** What is read of a syntax tree. */
type Node = { type: string; start: number; end: number; [field: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Every name that occurs below a node, be it a variable or a property: too many is on the safe side. */
const namesIn = (node: Node, found = new Set<string>()): Set<string> => {
  if (node.type === 'Identifier') found.add(String(node['name']));
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) namesIn(child, found);
  }
  return found;
};

type Part = { names: string[]; mentions: Set<string>; code: string; exported: boolean };

/** A top-level declaration; null for anything else. */
const partOf = (node: Node, source: string): Part | null => {
  const exported = node.type === 'ExportNamedDeclaration';
  const declaration = exported ? node['declaration'] : node;
  if (!isNode(declaration)) return null;
  const declared =
    declaration.type === 'VariableDeclaration'
      ? (declaration['declarations'] as Node[]).map((one) => one['id'])
      : declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
        ? [declaration['id']]
        : [];
  const names = declared
    .filter((id) => isNode(id) && id.type === 'Identifier')
    .map((id) => String((id as Node)['name']));
  if (names.length === 0 || names.length !== declared.length) return null;
  return { names, mentions: namesIn(declaration), code: source.slice(declaration.start, declaration.end), exported };
};

/** A schema nobody uses is left out, but only if making it is known to change nothing. */
const pure = (code: string): string => {
  const [, head, init] = /^(const \w+ = )([^]*?);?$/.exec(code) ?? [];
  return head === undefined || init === undefined ? code : `${head}/* @__PURE__ */ (() => (${init}))();`;
};

const namesOf = (some: readonly Part[]): string => some.flatMap(({ names }) => names).join(', ');

type Halves = { facade: string; values: string; schemas: string };

/** Divides a module's source, types stripped; null where there is nothing to divide or it is not plain enough. */
export const divide = (source: string, path: string): Halves | null => {
  const body = (parseSync('module.js', source).program as unknown as { body: Node[] }).body;
  const imports = body.filter((node) => node.type === 'ImportDeclaration');
  const imported = imports
    .flatMap((node) => node['specifiers'] as Node[])
    .map((one) => String((one['local'] as Node)['name']));
  const parts = body
    .filter(
      (node) => node.type !== 'ImportDeclaration' && !/^export \{\s*\};?$/.test(source.slice(node.start, node.end)),
    )
    .map((node) => partOf(node, source));
  if (!parts.every((part) => part !== null)) return null;
  // Whatever speaks of zod is a schema, and so is whatever speaks of one; schemas of other modules go by their names.
  const schemaNames = new Set(imported.filter((name) => name === 'z' || /^[A-Z][A-Za-z]*[a-z]/.test(name)));
  const isSchema = ({ mentions }: Part): boolean => [...mentions].some((name) => schemaNames.has(name));
  for (let before = 0; before !== schemaNames.size;) {
    before = schemaNames.size;
    for (const part of parts) if (isSchema(part)) for (const name of part.names) schemaNames.add(name);
  }
  const schemas = parts.filter(isSchema);
  const values = parts.filter((part) => !isSchema(part));
  if (schemas.length === 0) return null;
  const head = imports.map((node) => source.slice(node.start, node.end)).join('\n');
  return {
    facade: [
      `export { ${namesOf(values.filter(({ exported }) => exported))} } from ${JSON.stringify(path + VALUES)};`,
      `export { ${namesOf(schemas.filter(({ exported }) => exported))} } from ${JSON.stringify(path + SCHEMAS)};`,
    ].join('\n'),
    values: [head, ...values.map(({ code }) => code), `export { ${namesOf(values)} };`].join('\n'),
    schemas: [
      head,
      `import { ${namesOf(values)} } from ${JSON.stringify(path + VALUES)};`,
      ...schemas.map(({ code }) => pure(code)),
      `export { ${namesOf(schemas.filter(({ exported }) => exported))} };`,
    ].join('\n'),
  };
};

const NO_EFFECTS = { moduleSideEffects: false, moduleType: 'js' } as const;

/** True for the half of a divided module that holds its schemas. */
export const isSchemaHalf = (id: string): boolean => id.endsWith(SCHEMAS);

/**
 * Divides the ground floor's modules into rules and schemas. A bundler moves modules whole: a page that uses one
 * constant beside a schema would load all of zod before its first card stands on the board.
 */
export const schemasApart = (): Plugin => ({
  name: 'schemas-apart',
  apply: 'build',
  enforce: 'pre',
  resolveId(source) {
    return GROUND.test(source.replace(/\?(schemas|values)$/, '')) && /\?(schemas|values)$/.test(source) ? source : null;
  },
  async load(id) {
    const path = id.replace(/\?(schemas|values)$/, '');
    if (!GROUND.test(path)) return null;
    const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { sourcemap: false });
    const halves = divide(code, path);
    if (halves === null) return { code, ...NO_EFFECTS };
    const half = id.endsWith(SCHEMAS) ? halves.schemas : id.endsWith(VALUES) ? halves.values : halves.facade;
    return { code: half, ...NO_EFFECTS };
  },
});
