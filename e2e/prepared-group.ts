import { ORGANISER_KEY, type Product } from './product.ts';

/** One call over HTTP, as an organiser's own script would make it. */
const call = async (product: Product, method: string, path: string, body: unknown, token = ''): Promise<unknown> => {
  const answer = await fetch(product.url + path, {
    method,
    headers: {
      'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    ...(body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('content-type')?.includes('json') === true ? answer.json() : answer.text();
};

/**
 * A group whose board holds these cards, with a facilitator and three participants who read English: for stories that
 * begin after a group has written. Gives the links of their badges.
 */
export const prepareGroup = async (
  product: Product,
  cards: readonly string[],
): Promise<{ facilitator: string; participants: [string, string, string] }> => {
  const { token } = (await call(product, 'POST', '/api/sessions', { organiserKey: ORGANISER_KEY })) as {
    token: string;
  };
  const symposium = (await call(
    product,
    'POST',
    '/api/symposia',
    { title: 'Prepared', startsOn: '2026-02-14' },
    token,
  )) as {
    id: string;
  };
  const roster = [
    'participant_id,display_name,role,nation_code,organisation_code,breakout_group,preferred_language',
    'P1,Carol Harrow,facilitator,NO,,1,en',
    'P2,Alice Wren,participant,NO,,1,en',
    'P3,Bob Marsh,participant,JO,,1,en',
    'P4,Dana Field,participant,,OSCE,1,en',
  ].join('\n');
  await call(product, 'PUT', `/api/symposia/${symposium.id}/roster`, roster, token);
  const round = (await call(
    product,
    'POST',
    `/api/symposia/${symposium.id}/rounds`,
    { title: 'Round 1', question: 'What can both sides do together?', useRosterGroups: true },
    token,
  )) as { groups: { id: string }[] };
  const group = round.groups[0]?.id ?? '';
  await call(
    product,
    'POST',
    `/api/groups/${group}/cards`,
    cards.map((title) => ({ title, body: '' })),
    token,
  );
  const codes = (await call(product, 'GET', `/api/symposia/${symposium.id}/join-codes.csv`, null, token)) as string;
  const link = (participant: string): string => {
    const found = codes.split(/\r?\n/).find((line) => line.includes(participant));
    const address = found === undefined ? null : /https?:\/\/[^\s",]+/.exec(found);
    if (address === null) throw new Error(`no link for ${participant}`);
    return address[0];
  };
  return {
    facilitator: link('Carol Harrow'),
    participants: [link('Alice Wren'), link('Bob Marsh'), link('Dana Field')],
  };
};
