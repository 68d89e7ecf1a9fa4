import { describe, expect, test } from 'vitest';
import { mayAssign, stepsDownTo } from './assign-role.ts';
import { GroupRole, type CallerRole } from './roles.ts';

const allowed = (by: CallerRole, self: boolean): string[] =>
  GroupRole.options.flatMap((from) =>
    GroupRole.options.filter((to) => from !== to && mayAssign(by, from, to, self)).map((to) => `${from} > ${to}`),
  );

describe('mayAssign', () => {
  test('an organiser gives every role', () => {
    expect(allowed('organiser', false)).toHaveLength(20);
  });

  test.each<[CallerRole, boolean, string[]]>([
    [
      'facilitator',
      false,
      ['cofacilitator > facilitator', 'cofacilitator > participant', 'participant > cofacilitator'],
    ],
    ['cofacilitator', false, ['participant > cofacilitator']],
    // Taking over, stepping down.
    [
      'cofacilitator',
      true,
      ['cofacilitator > facilitator', 'cofacilitator > participant', 'participant > cofacilitator'],
    ],
    ['rapporteur', true, []],
    ['participant', true, []],
    ['observer', true, []],
  ])('%s, own seat %s', (by, self, deeds) => {
    expect(allowed(by, self)).toEqual(deeds);
  });

  test('a group has one facilitator and one rapporteur: who was it steps down', () => {
    expect(GroupRole.options.map(stepsDownTo)).toEqual(['cofacilitator', null, 'participant', null, null]);
  });
});
