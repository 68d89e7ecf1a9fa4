import type { OptionId } from '@rapport/domain/ids';
import { create } from 'zustand';
import { requestPanel } from '../group/panel-request.ts';

/** Which option is open in the panel, and which one was just made here. */
export const useOptionsView = create<{ open: OptionId | null; fresh: OptionId | null }>(() => ({
  open: null,
  fresh: null,
}));

/** Opens an option that was just made, and the panel itself wherever it is. */
export const openFresh = (id: OptionId): void => {
  useOptionsView.setState({ open: id, fresh: id });
  requestPanel('options');
};

export const chooseOption = (open: OptionId | null): void => useOptionsView.setState({ open, fresh: null });
