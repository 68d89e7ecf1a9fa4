import { ORGANISER_KEY, type Product } from './product.ts';

/** One call over HTTP, as an organiser's own script would make it. */
export const call = async <T>(
  product: Product,
  method: string,
  path: string,
  body: unknown = null,
  token = '',
): Promise<T> => {
  const answer = await fetch(product.url + path, {
    method,
    headers: {
      ...(body !== null && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    ...(body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return (isJson ? await answer.json() : await answer.text()) as T;
};

/** Somebody on a roster; `from` is a nation's code, or an organisation's where it is longer than two letters. */
export type Invited = {
  name: string;
  role: 'facilitator' | 'rapporteur' | 'participant';
  from: string;
  group?: number;
};

/** A symposium whose round has the roster's groups, with everybody's badge; all read English. */
export const prepareRound = async (
  product: Product,
  invited: readonly Invited[],
  { title = 'Prepared', question = 'What can both sides do together?' } = {},
) => {
  const { token } = await call<{ token: string }>(product, 'POST', '/api/sessions', { organiserKey: ORGANISER_KEY });
  const symposium = await call<{ id: string; slug: string }>(
    product,
    'POST',
    '/api/symposia',
    { title, startsOn: '2026-02-14' },
    token,
  );
  const roster = [
    'participant_id,display_name,role,nation_code,organisation_code,breakout_group,preferred_language',
    ...invited.map(({ name, role, from, group = 1 }, index) => {
      const [nation, organisation] = from.length === 2 ? [from, ''] : ['', from];
      return `P${index + 1},${name},${role},${nation},${organisation},${group},en`;
    }),
  ].join('\n');
  await call(product, 'PUT', `/api/symposia/${symposium.id}/roster`, roster, token);
  const round = await call<{ groups: { id: string; number: number }[] }>(
    product,
    'POST',
    `/api/symposia/${symposium.id}/rounds`,
    { title: 'Round 1', question, useRosterGroups: true },
    token,
  );
  const codes = await call<string>(product, 'GET', `/api/symposia/${symposium.id}/join-codes.csv`, null, token);
  const lineOf = (name: string): string => {
    const found = codes.split(/\r?\n/).find((line) => line.includes(name));
    if (found === undefined) throw new Error(`no badge for ${name}`);
    return found;
  };
  return {
    token,
    symposium,
    groups: round.groups.map(({ id }) => id),
    /** The link on somebody's badge. */
    linkOf: (name: string): string => /https?:\/\/[^\s",]+/.exec(lineOf(name))?.[0] ?? '',
    /** Signs somebody in as a program of theirs would; gives the token and the seat. */
    signIn: async (name: string) => {
      const badge = /\/j\/([A-Za-z0-9_-]+)/.exec(lineOf(name))?.[1] ?? '';
      const session = await call<{ token: string; seat: { id: string } }>(product, 'POST', '/api/sessions', {
        joinCode: badge,
      });
      return { token: session.token, seatId: session.seat.id };
    },
  };
};

export type PreparedRound = Awaited<ReturnType<typeof prepareRound>>;

/** Puts cards on a group's board, by no author. Gives their ids. */
export const putCards = async (
  product: Product,
  { token }: PreparedRound,
  group: string,
  titles: readonly string[],
): Promise<string[]> => {
  const cards = titles.map((title) => ({ title, body: '' }));
  return (await call<{ ids: string[] }>(product, 'POST', `/api/groups/${group}/cards`, cards, token)).ids;
};

/**
 * A group whose board holds these cards, with a facilitator and three participants who read English: for stories that
 * begin after a group has written. Gives the links of their badges.
 */
export const prepareGroup = async (
  product: Product,
  cards: readonly string[],
): Promise<{ facilitator: string; participants: [string, string, string] }> => {
  const round = await prepareRound(product, [
    { name: 'Carol Harrow', role: 'facilitator', from: 'NO' },
    { name: 'Alice Wren', role: 'participant', from: 'NO' },
    { name: 'Bob Marsh', role: 'participant', from: 'JO' },
    { name: 'Dana Field', role: 'participant', from: 'OSCE' },
  ]);
  await putCards(product, round, round.groups[0] ?? '', cards);
  return {
    facilitator: round.linkOf('Carol Harrow'),
    participants: [round.linkOf('Alice Wren'), round.linkOf('Bob Marsh'), round.linkOf('Dana Field')],
  };
};
