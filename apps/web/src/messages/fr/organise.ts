import type { organise as en } from '../en/organise.ts';

export const organise: Record<keyof typeof en, string> = {};
