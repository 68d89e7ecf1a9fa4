import { create } from 'zustand';

/** Counts how often somebody asked for a new private card: the drafts take the focus then, once they are shown. */
export const useDraftRequests = create<{ count: number }>(() => ({ count: 0 }));

export const requestDraft = (): void => useDraftRequests.setState(({ count }) => ({ count: count + 1 }));
