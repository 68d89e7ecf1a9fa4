/** For `lib0/logging`, of which Yjs uses three warnings: its own brings a console for pages and a library of schemas. */
const text = (parts: readonly unknown[]): string => parts.filter((part) => typeof part !== 'symbol').join('');

/* oxlint-disable no-console -- where the package's own would say it */
export const print = (...parts: unknown[]): void => console.log(text(parts));
export const warn = (...parts: unknown[]): void => console.warn(text(parts));

/** Looks of what follows; a plain console has none. */
export const [BOLD, UNBOLD, ORANGE, RED] = [Symbol('bold'), Symbol('unbold'), Symbol('orange'), Symbol('red')];
