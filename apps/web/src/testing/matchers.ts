import type { TestingLibraryMatchers } from '@testing-library/jest-dom/matchers';

// @NOTE jest-dom 7 describes its matchers for the `Assertion<T>` of earlier vitests, which vitest 5 no longer has.
// Leave this out when jest-dom's own `vitest` entry fits again.
declare module 'vitest' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends TestingLibraryMatchers<T, R> {}
}
