/** Where somebody last was in a part of the page; F6 brings them back there. */
const lastIn = new WeakMap<Element, HTMLElement>();

const STOPS = 'button, a[href], input, select, textarea, [tabindex]';

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0;

/** The parts of the page between which F6 goes, in the order in which they stand. */
const regions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0 && firstStop(region) !== null,
  );

const firstStop = (region: HTMLElement): HTMLElement | null =>
  [...region.querySelectorAll<HTMLElement>(STOPS)].find(isStop) ?? (isStop(region) ? region : null);

/** Goes to the next part of the page, or the one before; false where there is nothing to go to, as in a dialog. */
export const goToRegion = (step: 1 | -1): boolean => {
  const here = document.activeElement;
  if (here !== null && here.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null) return false;
  const all = regions();
  if (all.length === 0) return false;
  const at = all.findIndex((region) => region.contains(here));
  if (at >= 0 && here instanceof HTMLElement) lastIn.set(all[at] as HTMLElement, here);
  const from = at === -1 && step === -1 ? 0 : at;
  const next = all[(from + step + all.length) % all.length] as HTMLElement;
  const last = lastIn.get(next);
  const target = last !== undefined && next.contains(last) && isStop(last) ? last : firstStop(next);
  target?.focus({ preventScroll: next.matches('[role=listbox]') });
  return true;
};
