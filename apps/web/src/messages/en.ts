import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { group } from './en/group.ts';
import { history } from './en/history.ts';
import { leading } from './en/leading.ts';
import { options } from './en/options.ts';
import { organise } from './en/organise.ts';
import { shell } from './en/shell.ts';

/** The English catalogue; its keys are the keys there are. */
export const en = { ...common, ...shell, ...options, ...organise, ...board, ...group, ...leading, ...history };
