import { parse } from 'csv-parse/sync';
import { Server } from '../votes/server.ts';

/** A board of a server of its own, and the people of its group. */
export type SeededBoard = AsyncDisposable & {
  url: string;
  groupId: string;
  /** Badge links, the first one for whoever looks. */
  links: string[];
  /** Tokens of as many people as were asked for; they have not signed in with their links. */
  tokens: string[];
  addCards(count: number): Promise<void>;
};

/** What one import takes. */
const AT_ONCE = 1_000;

const WORDS = 'joint training early warning shared border water relief river customs medical radio language'.split(' ');

/** The text of the card at this place in an import. */
export const cardOf = (index: number): { title: string; body: string } => ({
  title: `${index + 1}. ${Array.from({ length: 5 }, (_, n) => WORDS[(index * 7 + n * 3) % WORDS.length]).join(' ')}`,
  body: `Both sides send ${(index % 7) + 2} people for ${(index % 5) + 1} weeks, and say afterwards what it was good for.`,
});

/** Starts the product, makes one group in a phase in which the board is open, and imports `cards` cards. */
export const seedBoard = async ({ cards, people }: { cards: number; people: number }): Promise<SeededBoard> => {
  const server = await Server.start();
  const call = async (method: string, path: string, token: string | null, body?: object | string): Promise<string> => {
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  const post = async <T>(path: string, token: string | null, body: object): Promise<T> =>
    JSON.parse(await call('POST', path, token, body)) as T;

  const { token } = await post<{ token: string }>('/api/sessions', null, { organiserKey: server.organiserKey });
  const symposium = await post<{ id: string }>('/api/symposia', token, { title: 'Frames', startsOn: '2026-02-14' });
  const seats = Array.from({ length: people + 1 }, (_, n) => `F${n},Person ${n},participant,NO,1`);
  const roster = ['participant_id,display_name,role,nation_code,breakout_group', ...seats].join('\n');
  await call('PUT', `/api/symposia/${symposium.id}/roster`, token, roster);
  const round = await post<{ groups: { id: string }[] }>(`/api/symposia/${symposium.id}/rounds`, token, {
    title: 'Round',
    question: 'How smooth is it?',
    useRosterGroups: true,
    template: [{ kind: 'cluster', minutes: 60 }],
  });
  const groupId = round.groups[0]?.id ?? '';
  const codes: { join_code: string; link: string }[] = parse(
    await call('GET', `/api/symposia/${symposium.id}/join-codes.csv`, token),
    { columns: true, bom: true },
  );
  let made = 0;
  const addCards = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= AT_ONCE) {
      const some = Array.from({ length: Math.min(left, AT_ONCE) }, () => cardOf(made++));
      await call('POST', `/api/groups/${groupId}/cards`, token, some);
    }
  };
  await addCards(cards);
  const tokens: string[] = [];
  for (const { join_code: joinCode } of codes.slice(1)) {
    tokens.push((await post<{ token: string }>('/api/sessions', null, { joinCode })).token);
  }
  return {
    url: server.url,
    groupId,
    links: codes.map(({ link }) => `${server.url}${new URL(link).pathname}`),
    tokens,
    addCards,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
};
