import type { Catalogue } from './catalogue.ts';
import { board } from './ar/board.ts';
import { common } from './ar/common.ts';
import { group } from './ar/group.ts';
import { history } from './ar/history.ts';
import { leading } from './ar/leading.ts';
import { options } from './ar/options.ts';
import { organise } from './ar/organise.ts';
import { shell } from './ar/shell.ts';

export const ar: Catalogue = { ...common, ...shell, ...options, ...organise, ...board, ...group, ...leading, ...history };
