import type { board as en } from '../en/board.ts';

export const board: Record<keyof typeof en, string> = {};
