import { useSyncExternalStore, type ComponentType } from 'react';
import { PageSkeleton } from './PageSkeleton.tsx';

/** `arrive` fetches the page ahead of time; it never fails, the page does when it is shown. */
export type OnArrival<Props> = { Page: ComponentType<Props>; arrive: () => Promise<void> };

/**
 * A page whose code comes when somebody goes there, behind a skeleton, and shows as soon as it is here. React's `lazy`
 * keeps a skeleton up for 300 ms once it stands, a page within a page for twice that: more than such code takes to come.
 */
export const onArrival = <Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): OnArrival<Props> => {
  let arrived: ComponentType<Props> | null = null;
  let arriving: Promise<void> | null = null;
  const watchers = new Set<() => void>();
  const fetchOnce = async (): Promise<void> => {
    try {
      arrived = await fetchPage();
    } catch (fault) {
      // Ahead of time nobody needs to know: whoever goes there asks again.
      if (watchers.size === 0) arriving = null;
      // As any fault of a page: whatever stands around it says so.
      else {
        arrived = () => {
          throw fault;
        };
      }
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
    const Arrived = useSyncExternalStore(watch, () => arrived);
    return Arrived === null ? <PageSkeleton /> : <Arrived {...props} />;
  };
  return { Page, arrive };
};
