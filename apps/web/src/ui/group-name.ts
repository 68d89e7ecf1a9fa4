import type { Translate } from '../messages/use-t.ts';

/** A group's name. One that was never given a name of its own is called by its number, in the reader's language. */
export const groupName = (t: Translate, group: { name: string; number: number }): string =>
  group.name === `Group ${group.number}` ? t('common.group', { number: group.number }) : group.name;
