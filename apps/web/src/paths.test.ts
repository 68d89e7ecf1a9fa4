import { expect, test } from 'vitest';
import { paths } from './paths.ts';

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
  }).toEqual({
    home: '/',
    badge: '/j/a%2Fb',
    organise: '/organise',
    lobby: '/s/partners',
    symposium: '/s/partners/organise',
    plenary: '/s/partners/plenary',
    screen: '/screen/K7Q4MZ',
    group: '/g/g_1-x',
  });
});
