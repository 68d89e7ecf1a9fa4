import { board } from './board.ts';
import { common } from './common.ts';
import { group } from './group.ts';
import { shell } from './shell.ts';

/** What a page says at first sight; everything else comes after it. */
export const first = { ...common, ...shell, ...board, ...group };
