import type { group as en } from '../en/group.ts';

export const group: Record<keyof typeof en, string> = {};
