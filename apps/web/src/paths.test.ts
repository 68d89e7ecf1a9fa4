import { expect, test } from 'vitest';
import { paths, placeOf } from './paths.ts';

test('every address', () => {
  expect({
    home: paths.home(),
    badge: paths.badge('a/b'),
    organise: paths.organise(),
    lobby: paths.lobby('partners'),
    symposium: paths.symposium('partners'),
    plenary: paths.plenary('partners'),
    screen: paths.screen('K7Q4MZ'),
    group: paths.group('g_1-x'),
    report: paths.report('g_1-x'),
  }).toEqual({
    home: '/',
    badge: '/j/a%2Fb',
    organise: '/organise',
    lobby: '/s/partners',
    symposium: '/s/partners/organise',
    plenary: '/s/partners/plenary',
    screen: '/screen/K7Q4MZ',
    group: '/g/g_1-x',
    report: '/g/g_1-x/report',
  });
});

test.each([
  ['/', 'home', ''],
  ['/j/a%2Fb', 'badge', 'a/b'],
  ['/organise', 'organise', ''],
  ['/organise/', 'organise', ''],
  ['/s/partners', 'lobby', 'partners'],
  ['/s/partners/organise', 'symposium', 'partners'],
  ['/s/partners/plenary', 'plenary', 'partners'],
  ['/s/partners/elsewhere', 'nowhere', ''],
  ['/screen/K7Q4MZ', 'screen', 'K7Q4MZ'],
  ['/g/g_1-x', 'group', 'g_1-x'],
  ['/g/g_1-x/report', 'report', 'g_1-x'],
  ['/g/', 'nowhere', ''],
  ['/g/%', 'nowhere', ''],
  ['/elsewhere', 'nowhere', ''],
])('at %s is %s', (path, page, name) => {
  expect(placeOf(path)).toEqual({ page, name });
});
