import { linkCards } from '@rapport/board/link-cards';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { notify } from '../ui/toast-store.ts';
import { clusterTitle, isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';

/** Says that cards matter to a cluster besides their own, or no longer; one step to undo. */
export const link = (
  session: BoardSession,
  rights: BoardRights,
  cards: readonly CardId[],
  cluster: ClusterId,
  linked: boolean,
): void => {
  if (isDenied(rights.edit)) return;
  // To its own cluster a card matters anyway.
  const others = cards.filter((id) => !linked || session.records.card(id)?.cluster !== cluster);
  const done = session.perform((doc, origin) => linkCards(doc, { cards: others, cluster, linked }, origin));
  const title = clusterTitle(session, cluster);
  if (done) announce(translateNow(linked ? 'links.said.linked' : 'links.said.unlinked', { cluster: title }));
  else if (linked) notify({ text: translateNow('links.full', { count: LIMITS.linksPerCard }), tone: 'warn' });
};
