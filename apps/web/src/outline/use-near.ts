import { useEffect, useState, type RefObject } from 'react';

type Near = { near: boolean; height: number | null };

const watched = new WeakMap<Element, (near: boolean) => void>();

/** One for the page: asking a thousand times whether something is in view costs more than drawing it. */
const observer =
  typeof IntersectionObserver === 'undefined'
    ? null
    : new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
      });

/**
 * Whether `zone` is in view, and how high `box` was when it last was. Without an observer everything counts as near.
 * `first` is what is assumed until the first look.
 */
export const useNear = (
  zone: RefObject<HTMLElement | null>,
  box: RefObject<HTMLElement | null>,
  first: boolean,
): Near => {
  const [near, setNear] = useState<Near>({ near: first || observer === null, height: null });
  useEffect(() => {
    const element = zone.current;
    if (element === null || observer === null) return undefined;
    watched.set(element, (now) => {
      const height = box.current?.offsetHeight ?? 0;
      setNear((before) => (before.near === now ? before : { near: now, height: now ? before.height : height }));
    });
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      watched.delete(element);
    };
  }, [zone, box]);
  return near;
};
