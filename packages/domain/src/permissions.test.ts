import { describe, expect, test } from 'vitest';
import { deny, readsReport, type Deed } from './permissions.ts';
import { CallerRole } from './roles.ts';

const OPEN = { status: 'open', boardLocked: false } as const;

/** Who may do what while the group is open, as a table of METHOD's roles. */
const ALLOWED: Record<Deed, CallerRole[]> = {
  'board.edit': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'board.lock': ['organiser', 'facilitator', 'cofacilitator'],
  'phase.move': ['organiser', 'facilitator', 'cofacilitator'],
  'timer.change': ['organiser', 'facilitator', 'cofacilitator'],
  'drafts.write': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'drafts.reveal': ['organiser', 'facilitator', 'cofacilitator'],
  'cards.import': ['organiser', 'facilitator', 'cofacilitator'],
  'cluster.suggest': ['organiser', 'facilitator', 'cofacilitator'],
  'ballot.open': ['organiser', 'facilitator', 'cofacilitator'],
  'ballot.cast': ['participant'],
  'ballot.enter': ['organiser', 'facilitator', 'cofacilitator'],
  'ballot.close': ['organiser', 'facilitator', 'cofacilitator'],
  'group.close': ['organiser', 'facilitator', 'cofacilitator'],
  'group.reopen': ['organiser', 'facilitator', 'cofacilitator'],
  'seat.done': ['facilitator', 'cofacilitator', 'rapporteur', 'participant', 'observer'],
  'seat.role': ['organiser', 'facilitator', 'cofacilitator'],
  'card.sign': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'group.attribution': ['organiser', 'facilitator', 'cofacilitator'],
  'announcement.send': ['organiser', 'facilitator', 'cofacilitator'],
  'spotlight.set': ['organiser', 'facilitator', 'cofacilitator'],
  'comment.write': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'help.ask': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'help.answer': ['organiser', 'facilitator', 'cofacilitator'],
  'report.edit': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'report.export': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'option.create': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'option.freeze': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'option.open': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'option.endorse': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'option.setAside': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'readback.ask': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'report.readback': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'option.forward': ['organiser', 'facilitator', 'cofacilitator', 'rapporteur'],
  'reservation.add': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
  'option.sponsor': ['facilitator', 'cofacilitator', 'rapporteur', 'participant', 'observer'],
  'option.interest': ['facilitator', 'cofacilitator', 'rapporteur', 'participant'],
};
const DEEDS = Object.keys(ALLOWED) as Deed[];
const mayDo = (group: Parameters<typeof deny>[2], deed: Deed): CallerRole[] =>
  CallerRole.options.filter((role) => deny(deed, role, group) === null);

describe('deny', () => {
  test.each(DEEDS)('%s in an open group', (deed) => {
    expect(mayDo(OPEN, deed)).toEqual(ALLOWED[deed]);
  });

  test.each(DEEDS)('%s in a closed group', (deed) => {
    const closed = { status: 'closed', boardLocked: false } as const;
    const stillAllowed = deed === 'group.reopen' || deed === 'report.export';
    expect(mayDo(closed, deed)).toEqual(stillAllowed ? ALLOWED[deed] : []);
    const observed = ALLOWED[deed].includes('observer');
    expect(deny(deed, 'observer', closed)).toBe(observed ? 'group-closed' : 'role-refused');
  });

  test('a locked board is for those who lead', () => {
    const locked = { status: 'open', boardLocked: true } as const;
    expect(mayDo(locked, 'board.edit')).toEqual(['organiser', 'facilitator', 'cofacilitator']);
    expect(deny('board.edit', 'participant', locked)).toBe('board-locked');
    expect(deny('board.edit', 'observer', locked)).toBe('role-refused');
    expect(mayDo(locked, 'option.create')).toEqual(['organiser', 'facilitator', 'cofacilitator']);
    expect(mayDo(locked, 'ballot.cast')).toEqual(['participant']);
  });
});

const readers = (phase: Parameters<typeof readsReport>[1]): CallerRole[] =>
  CallerRole.options.filter((role) => readsReport(role, phase));

test('a report is read by those who write it, and by all while it is read back', () => {
  expect(readers('discuss')).toEqual(['organiser', 'facilitator', 'cofacilitator', 'rapporteur']);
  expect(readers('readback')).toEqual(CallerRole.options);
});
