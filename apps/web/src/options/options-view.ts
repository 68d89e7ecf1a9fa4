import type { OptionId } from '@rapport/domain/ids';
import { create } from 'zustand';

/**
 * Which option is open in the panel, which one was just made here, and how often somebody asked for the panel: it then
 * comes to the front.
 */
export const useOptionsView = create<{ open: OptionId | null; fresh: OptionId | null; requests: number }>(() => ({
  open: null,
  fresh: null,
  requests: 0,
}));

/** Opens an option that was just made, and the panel itself wherever it is. */
export const openFresh = (id: OptionId): void =>
  useOptionsView.setState(({ requests }) => ({ open: id, fresh: id, requests: requests + 1 }));

export const chooseOption = (open: OptionId | null): void => useOptionsView.setState({ open, fresh: null });
