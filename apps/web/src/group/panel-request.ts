import { useState } from 'react';
import { create } from 'zustand';
import type { PanelId } from './panels.ts';

/** The panel somebody asked for from elsewhere, and the how many-th time that was. */
export const usePanelRequests = create<{ panel: PanelId | null; count: number }>(() => ({ panel: null, count: 0 }));

/** Brings a panel to the front, wherever it is: somebody made or chose something that is shown there. */
export const requestPanel = (panel: PanelId): void =>
  usePanelRequests.setState(({ count }) => ({ panel, count: count + 1 }));

/** Opens what is asked for from now on, while the component renders. */
export const usePanelRequest = (open: (panel: PanelId) => void): void => {
  const { panel, count } = usePanelRequests();
  const [answered, setAnswered] = useState(count);
  if (count === answered || panel === null) return;
  setAnswered(count);
  open(panel);
};
