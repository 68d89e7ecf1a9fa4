import type { en } from './en.ts';

export type MessageKey = keyof typeof en;
/** One language's messages in ICU syntax. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
