/** For `use-sync-external-store/shim`, which makes up for versions of React that had none. */
export { useSyncExternalStore } from 'react';
