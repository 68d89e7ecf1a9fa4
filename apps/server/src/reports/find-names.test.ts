import { describe, expect, test } from 'vitest';
import { Delegations } from '../symposia/roster/delegations.ts';
import { NameFinder, type RosterName } from './find-names.ts';

const delegations = Delegations.load();
const person = (displayName: string, delegation: string, delegationCode: string): RosterName => ({
  displayName,
  delegation,
  delegationCode,
});

const finder = new NameFinder(
  [
    person('Luce D’Arcobaleno', 'Norway', 'NO'),
    person('Sasza Źdźbło', 'Poland', 'PL'),
    person('Anna Rose', 'United States', 'US'),
    person('Max von und zu Gänseblümchen', 'Germany', 'DE'),
    person('نسيم البحر', 'Jordan', 'JO'),
    person('شب‌نم آبی', 'France', 'FR'),
    person('花吹雪', 'Japan', 'JP'),
    person('Bo Li', 'New Zealand', 'NZ'),
    person('Joss Grünspecht', 'NATO International Staff', 'NATO'),
    person('Uma Fernbrook', 'Organization for Security and Co-operation in Europe', 'OSCE'),
  ],
  (code) => delegations.namesOf(code),
);

describe('names that are found', () => {
  test.each<[string, string[]]>([
    ['As Luce D’Arcobaleno said', ['Luce D Arcobaleno']],
    ['luce d’arcobaleno wants it', ['luce d arcobaleno']],
    ['Ms Arcobaleno wants it', ['Arcobaleno']],
    ['ZDZBLO and Zdzblo', ['ZDZBLO', 'Zdzblo']],
    ['the view of von und zu Gänseblümchen', ['Gänseblümchen']],
    ['von Herrn Max von und zu Gänseblümchen', ['Max von und zu Gänseblümchen']],
    ['Norway’s ports and the norwegians', ['Norway', 'norwegians']],
    ['la délégation NORVÉGIENNE et la Norvege', ['NORVÉGIENNE', 'Norvege']],
    ['a Polish proposal', ['Polish']],
    ['The US and the United States', ['US', 'United States']],
    ['les Allemands', ['Allemands']],
    ['قال نسيم البحر إن الأردن مستعد', ['نسيم البحر', 'الأردن']],
    ['والأردن وفرنسا معًا', ['والأردن', 'وفرنسا']],
    ['الاقتراح الفرنسي والأردنية', ['الفرنسي', 'والأردنية']],
    ['花吹雪さんの案', ['花吹雪']],
    ['New Zealand leads', ['New Zealand']],
    ['The OSCE should host it', ['OSCE']],
    ['somebody of the NATO International Staff', ['NATO International Staff']],
  ])('%s', (text, expected) => expect(finder.find(text)).toEqual(expected));
});

describe('words that are none', () => {
  test.each([
    'We polish the text until all of us rose to it',
    'A new zeal for the sea, and no way back',
    'Li is short, it is for us, no norm',
    'NATO should train with partners',
    'in polishing, unamericanised words, Norwayland',
    'United we stand, States differ',
    'تدريب مشترك في البحر',
    'A card about الماء',
    '',
  ])('%s', (text) => expect(finder.find(text)).toEqual([]));
});
