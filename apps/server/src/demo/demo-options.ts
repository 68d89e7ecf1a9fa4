import type { OptionText } from '@rapport/domain/options';

/** What group 3 of the demo makes of the cards it has voted on, by their place in `VOTED`; all of it invented. */
export const OPTIONS: readonly { from: readonly number[]; text: OptionText }[] = [
  {
    from: [7, 13],
    text: {
      title: 'One directory of who picks up the phone and what can be lent',
      text: 'Allies and partners keep one directory of national points of contact for civil emergencies, with what each nation can lend and within how many days.\nIt is tested by an unannounced call every quarter; the result is shared with all who take part. Entries are no promise: they are a list one can plan with.',
      rationale:
        'In the last three crises the first day was lost on finding the right desk. A directory costs little and helps on the first evening.',
      actors: 'National crisis centres; a small secretariat that rotates each year.',
      resources: 'Two people and one shared register; no new building.',
      horizon: 'First entries within six months, first test call within nine.',
    },
  },
  {
    from: [0, 8],
    text: {
      title: 'A regional stock of field hospitals and medicines',
      text: 'Two depots, one on each shore, hold field hospitals and the medicines that stress tests show to be short. They are loaded within twelve hours of a request.',
      rationale: 'Supply breaks first where only one road leads in.',
      actors: 'Ministries of health with the armed forces’ medical services.',
      resources: '',
      horizon: '',
    },
  },
  {
    from: [11],
    text: {
      title: 'Small joint teams that advise before a crisis',
      text: '',
      rationale: '',
      actors: '',
      resources: '',
      horizon: '',
    },
  },
];

/** Seats of group 3 that have answered the read-back of its first option; who gives a reason objects. */
export const ANSWERS: readonly { seat: number; reason: string }[] = [
  { seat: 1, reason: '' },
  { seat: 2, reason: '' },
  { seat: 3, reason: '' },
  { seat: 5, reason: '' },
  { seat: 7, reason: '' },
  { seat: 8, reason: '' },
  { seat: 6, reason: 'A call that is not announced will be taken for an exercise too many. Announce the week.' },
];

export const RESERVATION = 'We can name a desk, not a person: ours changes every month.';

/** Seats of group 3 that may sign for their delegation, and have signed its first option. */
export const SIGNERS: readonly number[] = [3, 8];
