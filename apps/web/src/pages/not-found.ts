import { onArrival } from './on-arrival.tsx';

/** Says that there is nothing at an address; hardly anybody ever needs it. */
export const notFound = onArrival(async () => (await import('./NotFoundPage.tsx')).NotFoundPage);
