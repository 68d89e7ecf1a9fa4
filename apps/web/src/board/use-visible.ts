import { startTransition, useEffect, useState } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardContent, BoardSession } from './board-session.ts';
import { overlaps, type Rect } from './geometry.ts';
import { placeCard } from './place-card.ts';
import { partToMount, stillFits } from './mounted-part.ts';
import { ZOOM } from './viewport.ts';

export type Visible = { cards: readonly CardId[]; clusters: readonly ClusterId[]; overview: boolean };

const NOTHING: Visible = { cards: [], clusters: [], overview: false };

/** What has to be mounted: what is in view or near it, and what is focused, edited or under way wherever it lies. */
const visibleOf = (session: BoardSession, part: Rect): Visible => {
  const { camera, index, ui } = session;
  const overview = camera.view.zoom < ZOOM.overview;
  const { focused, editing, moving, dragging } = ui.getState();
  const cards = new Set<string>(overview ? [] : index.cards.query(part));
  for (const id of [focused ?? index.inOrder()[0], editing?.card, ...(moving?.cards ?? []), ...dragging]) {
    if (id !== undefined && index.cards.rectOf(id) !== undefined) cards.add(id);
  }
  const clusters = [...index.allRegions()].filter(
    ([id, region]) => id === focused || (!overview && overlaps(region, part)),
  );
  return {
    cards: [...cards].toSorted() as CardId[],
    clusters: clusters.map(([id]) => id).toSorted(),
    overview,
  };
};

const same = (a: Visible, b: Visible): boolean =>
  a.overview === b.overview && sameList(a.cards, b.cards) && sameList(a.clusters, b.clusters);

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, n) => id === b[n]);

/** Follows the camera, the document and the focus; changes only when the set of mounted things does. */
export const useVisible = (session: BoardSession, content: BoardContent): Visible => {
  const [visible, setVisible] = useState<Visible>(NOTHING);
  useEffect(() => {
    let mounted: Rect | null = null;
    let overview: boolean | null = null;
    let shown = false;
    const look = (): void => {
      const { camera } = session;
      mounted = partToMount(camera.seen, camera.view.zoom);
      const now = visibleOf(session, mounted);
      const show = (): void => setVisible((before) => (same(before, now) ? before : now));
      // The first cards come in slices: nobody has seen the board yet, and much else comes at the same time.
      if (shown) show();
      else startTransition(show);
      shown ||= now.cards.length > 0;
    };
    const stops = [
      session.camera.onFrame(() => {
        const far = session.camera.view.zoom < ZOOM.overview;
        // Far out nothing is mounted for being in view.
        if (far === overview && (far || (mounted !== null && stillFits(mounted, session.camera.seen)))) return;
        overview = far;
        look();
      }),
      content.index.onChange(({ touched }) => {
        for (const id of touched) placeCard(session, id);
        look();
      }),
      session.ui.subscribe((ui, before) => {
        if (
          ui.focused !== before.focused ||
          ui.editing !== before.editing ||
          ui.moving !== before.moving ||
          ui.dragging !== before.dragging
        ) {
          look();
        }
      }),
    ];
    // Another document after a refusal has the same cards elsewhere.
    for (const id of session.elements.keys()) placeCard(session, id);
    look();
    return () => stops.forEach((stop) => stop());
  }, [session, content]);
  return visible;
};
