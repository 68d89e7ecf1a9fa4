import { useSyncExternalStore, type ComponentType } from 'react';
import { PageSkeleton } from './PageSkeleton.tsx';

/** `arrive` fetches the page ahead of time; it never fails, the page does when it is shown. */
export type OnArrival<Props> = { Page: ComponentType<Props>; arrive: () => Promise<void> };

/**
 * A page whose code comes when somebody goes there, behind a skeleton, and shows as soon as it is here. React's `lazy`
 * keeps a skeleton up for 300 ms once it stands, a page within a page for twice that: more than such code takes to come.
 */
export const onArrival = <Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): OnArrival<Props> => {
  let arrived: { Found: ComponentType<Props> } | { fault: unknown } | null = null;
  let arriving: Promise<void> | null = null;
  const watchers = new Set<() => void>();
  const fetchOnce = async (): Promise<void> => {
    try {
      arrived = { Found: await fetchPage() };
    } catch (fault) {
      arrived = { fault };
    }
    for (const watcher of watchers) watcher();
  };
  const arrive = (): Promise<void> => (arriving ??= fetchOnce());
  const watch = (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    void arrive();
    return () => void watchers.delete(watcher);
  };
  const Page = (props: Props) => {
    const now = useSyncExternalStore(watch, () => arrived);
    if (now === null) return <PageSkeleton />;
    // As any fault of a page: whatever stands around it says so.
    if ('fault' in now) throw now.fault;
    return <now.Found {...props} />;
  };
  return { Page, arrive };
};
