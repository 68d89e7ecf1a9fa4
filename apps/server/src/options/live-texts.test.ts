import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { optionMap, optionsOf } from '@rapport/board/layout';
import { readOption } from '@rapport/board/read-options';
import { addOption } from '@rapport/board/set-option-text';
import { boardDocument } from '@rapport/domain/document-id';
import type { OptionId } from '@rapport/domain/ids';
import type { OptionField, OptionText } from '@rapport/domain/options';
import type { Symposium } from '@rapport/protocol/http';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';
import type { SyncClient } from '../testing/sync-client.ts';

const fieldOf = (doc: Y.Doc, id: OptionId, field: OptionField): Y.Text => optionMap(doc, id)?.get(field) as Y.Text;
const has = (id: OptionId) => (doc: Y.Doc) => optionMap(doc, id) !== null;
const reads = (id: OptionId, text: Partial<OptionText>) => (doc: Y.Doc) => {
  const option = readOption(optionsOf(doc).get(id), id);
  return option !== null && Object.entries(text).every(([field, written]) => option[field as OptionField] === written);
};

/** alice's option on the board of a running group, as alice, bob and rita have it before them. */
const stage = async (server: TestServer) => {
  const group = await seedGroup(server);
  const { groupId, rita } = group;
  const [alice, bob] = group.voters as [Person, Person];
  const live = {
    alice: await server.live(alice.token),
    bob: await server.live(bob.token),
    rita: await server.live(rita.token),
  };
  for (const one of Object.values(live)) await one.command('group.watch', { groupId });
  const { optionId } = await live.alice.command('option.create', { groupId });
  const board = async (person: Person): Promise<SyncClient> => {
    const client = server.sync(person.token, boardDocument(groupId));
    await client.until(has(optionId));
    return client;
  };
  return { ...group, live, optionId, hers: await board(alice), his: await board(bob), ritas: await board(rita) };
};

describe('the live text of an option', () => {
  it('is written by several at once and frozen as everybody has it', async () => {
    await using server = await bootServer();
    const { live, optionId, hers, his, ritas } = await stage(server);
    fieldOf(hers.doc, optionId, 'title').insert(0, 'Joint exercise');
    fieldOf(his.doc, optionId, 'text').insert(0, 'Every spring.');
    await ritas.until(reads(optionId, { title: 'Joint exercise', text: 'Every spring.' }));
    const changed = live.bob.nextEvent('options.changed', ({ options }) => options[0]?.frozen === true);
    expect(await live.rita.command('option.freeze', { optionId })).toMatchObject({ version: 1 });
    expect((await changed).options).toMatchObject([{ id: optionId, version: 1, state: 'draft' }]);
    const { versions } = await live.bob.command('option.versions', { optionId });
    expect(versions).toMatchObject([{ number: 1, text: { title: 'Joint exercise', text: 'Every spring.' } }]);
  });

  it('that is frozen is set back in every field, and what was typed is kept for who typed it', async () => {
    await using server = await bootServer();
    const { live, optionId, hers, his } = await stage(server);
    fieldOf(hers.doc, optionId, 'title').insert(0, 'Joint exercise');
    await his.until(reads(optionId, { title: 'Joint exercise' }));
    await live.rita.command('option.freeze', { optionId });
    const rescued = live.bob.nextEvent('text.rescued');
    fieldOf(his.doc, optionId, 'horizon').insert(0, 'By 2027');
    expect(await rescued).toMatchObject({ cardId: optionId, title: 'Joint exercise', body: 'By 2027' });
    await his.until(reads(optionId, { title: 'Joint exercise', horizon: '' }));
    await live.rita.command('option.open', { optionId });
    fieldOf(his.doc, optionId, 'horizon').insert(0, 'By 2028');
    await hers.until(reads(optionId, { horizon: 'By 2028' }));
    expect(live.alice.events.some(({ type }) => type === 'text.rescued')).toBe(false);
  });

  it('frozen while somebody types says on every screen what its version says', async () => {
    await using server = await bootServer();
    const { live, optionId, hers, his, ritas } = await stage(server);
    fieldOf(hers.doc, optionId, 'title').insert(0, 'Joint exercise');
    await ritas.until(reads(optionId, { title: 'Joint exercise' }));
    const rescued = live.bob.nextEvent('text.rescued');
    const freeze = live.rita.command('option.freeze', { optionId });
    // Some of it arrives before the freeze and some after it.
    const ended = new AbortController();
    const typed = (async () => {
      while (!ended.signal.aborted) {
        fieldOf(his.doc, optionId, 'text').insert(0, 'word ');
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    })();
    await rescued;
    ended.abort();
    await typed;
    const { version } = await freeze;
    expect(version).toBe(1);
    const { versions } = await live.rita.command('option.versions', { optionId });
    const frozen = versions[0]?.text ?? {};
    for (const client of [hers, his, ritas]) await client.until(reads(optionId, frozen));
  });

  it('under an open ballot keeps what is voted on; other fields can be written', async () => {
    await using server = await bootServer();
    const { groupId, live, optionId, hers, his, carol } = await stage(server);
    fieldOf(hers.doc, optionId, 'title').insert(0, 'Joint exercise');
    await his.until(reads(optionId, { title: 'Joint exercise' }));
    const leader = await server.live(carol.token);
    await leader.command('ballot.open', { groupId, kind: 'endorsement', options: [{ kind: 'option', id: optionId }] });
    const rescued = live.bob.nextEvent('text.rescued');
    his.doc.transact(() => {
      fieldOf(his.doc, optionId, 'text').insert(0, 'Not voted on');
      fieldOf(his.doc, optionId, 'actors').insert(0, 'Two navies');
    });
    expect(await rescued).toMatchObject({ cardId: optionId, body: 'Not voted on' });
    await hers.until(reads(optionId, { title: 'Joint exercise', text: '', actors: 'Two navies' }));
  });

  it('cannot be added, removed or replaced by a member', async () => {
    await using server = await bootServer();
    const { optionId, hers, his } = await stage(server);
    fieldOf(hers.doc, optionId, 'title').insert(0, 'Joint exercise');
    await his.until(reads(optionId, { title: 'Joint exercise' }));
    const own = 'option-of-bob' as OptionId;
    addOption(his.doc, own, { title: 'Mine' }, 'test');
    optionsOf(his.doc).delete(optionId);
    await his.until((doc) => !has(own)(doc) && reads(optionId, { title: 'Joint exercise' })(doc));
    expect([...optionsOf(hers.doc).keys()]).toEqual([optionId]);
  });

  it('of another group cannot be reached by any command', async () => {
    await using server = await bootServer();
    const { optionId, mallory } = await stage(server);
    const stranger = await server.live(mallory.token);
    for (const name of [
      'option.freeze',
      'option.open',
      'option.endorse',
      'option.versions',
      'option.interest',
    ] as const) {
      expect(await stranger.send(name, { optionId })).toMatchObject({ failure: { code: 'not-found' } });
    }
  });
});

describe('what organisers set', () => {
  it('how many options a group forwards, and which seats sign', async () => {
    await using server = await bootServer();
    const { groupId, symposium, organiser } = { ...(await seedGroup(server)), organiser: server.organiser };
    expect(symposium.forwardLimit).toBe(3);
    const patch = { forwardLimit: 5 };
    expect(await must(organiser.patch<Symposium>(`/api/symposia/${symposium.id}`, patch))).toMatchObject(patch);
    const live = await server.live(organiser.token ?? '');
    expect(await live.command('group.watch', { groupId })).toMatchObject({
      symposium: { forwardLimit: 5, sides: ['allied', 'partner'], blocs: [{ id: 'allied' }, {}, {}] },
      options: [],
      me: { options: [] },
    });
    const roster = async () =>
      must(organiser.get<{ id: string; authorised: boolean }[]>(`/api/symposia/${symposium.id}/roster`));
    const [seat] = await roster();
    const header = 'participant_id,display_name,role,nation_code,authorised';
    const take = (authorised: string) =>
      must(
        organiser.put(`/api/symposia/${symposium.id}/roster`, `${header}\nP-new,New Seat,participant,NO,${authorised}`),
      );
    await take('Yes');
    const signs = async () => (await roster()).filter((one) => one.authorised).map(({ id }) => id);
    const [added] = await signs();
    expect(added).toBeDefined();
    // A row that says nothing leaves it; `no` takes it away.
    await take('');
    expect(await signs()).toEqual([added]);
    await take('no');
    expect(await signs()).toEqual([]);
    await live.command('seat.authorise', { symposiumId: symposium.id, seatId: seat?.id ?? '' });
    expect(await signs()).toEqual([seat?.id]);
  });
});
