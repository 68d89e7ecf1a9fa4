import type { Catalogue } from './catalogue.ts';
import { board } from './fr/board.ts';
import { common } from './fr/common.ts';
import { group } from './fr/group.ts';
import { history } from './fr/history.ts';
import { leading } from './fr/leading.ts';
import { options } from './fr/options.ts';
import { organise } from './fr/organise.ts';
import { shell } from './fr/shell.ts';

export const fr: Catalogue = { ...common, ...shell, ...options, ...organise, ...board, ...group, ...leading, ...history };
