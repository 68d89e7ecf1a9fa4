import { describe, expect, it } from 'vitest';
import { headlineOf } from '@rapport/board/report-layout';
import { reportDocument } from '@rapport/domain/document-id';
import type { ReportHistory } from '@rapport/protocol/report';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup } from '../testing/seed-group.ts';

/** A group whose rapporteur writes. */
const open = async (server: TestServer, chathamHouse: boolean) => {
  const { groupId, rita, carol } = await seedGroup(server, { symposium: { chathamHouse } });
  const path = `/api/groups/${groupId}/report`;
  const report = server.sync(rita.token, reportDocument(groupId));
  await report.synced();
  const write = async (text: string): Promise<void> => {
    headlineOf(report.doc, 'headline1').insert(0, text);
    const printed = async (): Promise<void> => {
      if (!(await must(rita.http.get<string>(`${path}?format=md`))).includes(text.trim())) await printed();
    };
    await printed();
  };
  const list = async () => (await must(rita.http.get<ReportHistory>(`${path}/history`))).checkpoints;
  const leader = await server.live(carol.token);
  const { phases } = await leader.command('group.watch', { groupId });
  const move = (index: number) => leader.command('phase.move', { groupId, phaseId: phases[index]?.id ?? '' });
  return { write, list, move };
};

describe('earlier reports', () => {
  it('are kept after some minutes of work, not while nothing is written, and not twice', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { write, list, move } = await open(server, true);
    await move(1);
    expect(await list()).toEqual([]);
    await write('Train together');
    // A minute at a time: the report changes when the next tick is due, and is kept five minutes after that.
    const work = async (minutes: number): Promise<number> => {
      clock.advance(60_000);
      return (await list()).length > 0 ? minutes : work(minutes + 1);
    };
    expect(await work(1)).toBeGreaterThanOrEqual(5);
    const kept = await list();
    expect(kept).toMatchObject([{ number: 1, reason: 'activity', phase: { index: 1 }, at: null, words: 2 }]);
    // The same report at the next step is not worth a second line; another one is, and comes after it.
    await move(2);
    await write('Never again: ');
    await move(3);
    const later = async (): ReturnType<typeof list> => {
      const now = await list();
      return now.length > kept.length ? now : later();
    };
    expect((await later()).map(({ number, reason, words }) => [number, reason, words])).toEqual([
      [2, 'phase', 4],
      [1, 'activity', 2],
    ]);
  });

  it('carry their time where the Rule is off', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { write, list } = await open(server, false);
    await write('Train together');
    const work = async (): Promise<string | null> => {
      clock.advance(60_000);
      const [first] = await list();
      return first === undefined ? work() : first.at;
    };
    expect(Date.parse((await work()) ?? '')).not.toBeNaN();
  });
});
