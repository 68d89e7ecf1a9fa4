import { useState } from 'react';
import type { Card } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { useT, type Translate } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PencilIcon } from '../ui/icons/PencilIcon.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clusterTitle } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { cardTitle } from './card-title.ts';
import { link } from './link-commands.ts';
import { PickDialog } from './PickDialog.tsx';
import { renameTagEverywhere, tag, tagsOf, untag } from './tag-commands.ts';
import { useBoardCards, useBoardClusters } from './use-board.ts';

type Props = { session: BoardSession; rights: BoardRights; cards: readonly CardId[]; onClose: () => void };

/** How many of the cards have each mark. */
const countMarks = <T,>(marks: readonly (readonly T[])[]): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const one of marks.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** The title when it is about one card. */
const onlyTitle = (t: Translate, [first, second]: readonly Card[]): string | undefined =>
  first === undefined || second !== undefined ? undefined : cardTitle(t, first);

/** Tags of one card or of several: what they have, and more by typing. */
export const TagDialog = ({ session, rights, cards, onClose }: Props) => {
  const t = useT();
  const live = useBoardCards().filter(({ id }) => cards.includes(id));
  const counts = countMarks(live.map(({ tags }) => tags));
  const only = onlyTitle(t, live);
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <PickDialog
      title={only === undefined ? t('tags.title', { count: live.length }) : t('tags.titleOne', { card: only })}
      label={t('tags.type')}
      items={tagsOf(session)
        .filter((one) => counts.get(one.tag) !== live.length)
        .map((one) => ({ id: one.tag, name: one.tag, detail: t('board.cluster.count', { count: one.cards }) }))}
      empty={t('tags.none')}
      picked={[...counts].map(([word, having]) => ({
        id: word,
        name: word,
        ...(live.length > 1 && { detail: t('marks.onSome', { having, all: live.length }) }),
        remove: t('tags.remove', { tag: word }),
        more: (
          <IconButton
            label={t('tags.rename', { tag: word })}
            icon={<PencilIcon />}
            onPress={() => setRenaming(renaming === word ? null : word)}
          />
        ),
      }))}
      note={
        renaming !== null && counts.has(renaming) ? (
          <RenameTag
            key={renaming}
            tag={renaming}
            onDone={(to) => {
              if (to !== null) renameTagEverywhere(session, rights, renaming, to);
              setRenaming(null);
            }}
          />
        ) : (
          <p>{t('tags.hint', { length: LIMITS.tag, count: LIMITS.tagsPerCard })}</p>
        )
      }
      create={{
        inList: true,
        label: (typed) => t('tags.new', { tag: typed.slice(0, LIMITS.tag) }),
        onCreate: (typed) => tag(session, rights, cards, typed.slice(0, LIMITS.tag)),
      }}
      onPick={(word) => tag(session, rights, cards, word)}
      onRemove={(word) => untag(session, rights, cards, word)}
      onClose={onClose}
    />
  );
};

/** Another word for a tag, on every card that has it. */
const RenameTag = ({ tag: word, onDone }: { tag: string; onDone: (to: string | null) => void }) => {
  const t = useT();
  const [to, setTo] = useState(word);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(to.trim() === '' ? null : to);
      }}
    >
      <TextField
        label={t('tags.rename', { tag: word })}
        value={to}
        onChange={setTo}
        maxLength={LIMITS.tag}
        dir="auto"
        autoFocus
      />
      <Button type="submit">{t('tags.rename.confirm')}</Button>
    </form>
  );
};

/** To which clusters cards matter besides their own. */
export const LinkDialog = ({ session, rights, cards, onClose }: Props) => {
  const t = useT();
  const clusters = useBoardClusters();
  const live = useBoardCards().filter(({ id }) => cards.includes(id));
  const counts = countMarks(live.map(({ alsoIn }) => alsoIn.filter((id) => session.records.cluster(id) !== null)));
  const only = onlyTitle(t, live);
  // To its own cluster a card matters anyway.
  const open = clusters.filter(({ id }) => counts.get(id) !== live.length && live.some((card) => card.cluster !== id));
  return (
    <PickDialog
      title={only === undefined ? t('links.title', { count: live.length }) : t('links.titleOne', { card: only })}
      label={t('board.pick.cluster')}
      items={open.map(({ id, cards: count }) => ({
        id,
        name: clusterTitle(session, id),
        detail: t('board.cluster.count', { count }),
      }))}
      empty={t('links.none')}
      picked={[...counts].map(([id, having]) => ({
        id,
        name: clusterTitle(session, id),
        ...(live.length > 1 && { detail: t('marks.onSome', { having, all: live.length }) }),
        remove: t('links.remove', { cluster: clusterTitle(session, id) }),
      }))}
      note={<p>{t('links.hint')}</p>}
      onPick={(id) => link(session, rights, cards, id as ClusterId, true)}
      onRemove={(id) => link(session, rights, cards, id as ClusterId, false)}
      onClose={onClose}
    />
  );
};
