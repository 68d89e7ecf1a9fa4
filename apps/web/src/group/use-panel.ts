import { useState } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import { panelsFor, suggestPanel, type PanelId } from './panels.ts';

/** True while somebody writes: their field must not be taken away under their hands. */
const writing = (): boolean => {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches('input, textarea'))
  );
};

/**
 * Which panel is open. It follows what the group does until somebody chooses another one, and follows again at the next
 * turn of events. Somebody who is writing keeps their panel; `waiting` then names the one that would have opened.
 */
export const usePanel = (
  state: GroupState,
  narrow: boolean,
): { panels: PanelId[]; panel: PanelId; waiting: PanelId | null; reason: string; choose: (panel: PanelId) => void } => {
  const panels = panelsFor(state, narrow);
  const suggested = suggestPanel(state);
  const [shown, setShown] = useState({ panel: suggested.panel, reason: suggested.reason });
  const [waiting, setWaiting] = useState<PanelId | null>(null);
  if (shown.reason !== suggested.reason) {
    const stays = writing() && panels.includes(shown.panel) && shown.panel !== suggested.panel;
    setWaiting(stays ? suggested.panel : null);
    setShown({ panel: stays ? shown.panel : suggested.panel, reason: suggested.reason });
  }
  // What has no tab on a phone may still be opened there.
  const isThere = panels.includes(shown.panel) || panelsFor(state, false).includes(shown.panel);
  const panel = isThere ? shown.panel : (panels[0] ?? 'outline');
  return {
    panels,
    panel,
    reason: suggested.reason,
    waiting: waiting !== panel && waiting !== null && panels.includes(waiting) ? waiting : null,
    choose: (chosen) => {
      setWaiting(null);
      setShown({ panel: chosen, reason: suggested.reason });
    },
  };
};
