import { addCard } from '@rapport/board/add-card';
import { finishDraft } from '@rapport/board/finish-draft';
import type { DraftCard } from '@rapport/board/read-board';
import { removeCards } from '@rapport/board/remove-cards';
import { useEffect, useState } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { GroupState } from '@rapport/protocol/group-state';
import type * as Y from 'yjs';
import { cardTitle } from '../board/card-title.ts';
import { CardFields } from '../board/CardFields.tsx';
import { startUnlinked } from '../board/board-commands.ts';
import { newCardId } from '../board/board-session.ts';
import type { LiveDocument } from '../documents/live-document.ts';
import { AttributionLine } from '../group/AttributionLine.tsx';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { useDraftRequests } from './draft-request.ts';
import styles from './DraftsPanel.module.css';

const ORIGIN = 'draft';

const isBlank = (draft: Pick<DraftCard, 'title' | 'body'>): boolean =>
  draft.title.trim() === '' && draft.body.trim() === '';

/** Where a card is written: always one open, until it is added to one's cards. */
export const DraftComposer = ({
  live,
  doc,
  open,
  total,
  group,
}: {
  live: LiveDocument;
  doc: Y.Doc;
  /** Cards that are not added yet. */
  open: readonly DraftCard[];
  total: number;
  group: GroupState;
}) => {
  const t = useT();
  const [chosen, setChosen] = useState<CardId | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const [missing, setMissing] = useState(false);
  const requests = useDraftRequests((state) => state.count);
  const [answered, setAnswered] = useState(() => (requests > 0 ? requests - 1 : 0));
  const draft = open.find((one) => one.id === chosen) ?? open.find(isBlank) ?? open[0] ?? null;
  const isFull = total >= LIMITS.draftsPerSeat;

  useEffect(() => {
    if (draft !== null || isFull) return;
    startUnlinked(live);
    addCard(doc, { id: newCardId(), position: [0, 0] }, ORIGIN);
  }, [draft, isFull, live, doc]);

  // The board's "+ My card" leads here.
  if (requests !== answered) {
    setAnswered(requests);
    setTakesFocus(true);
  }

  if (draft === null) return isFull ? <p>{t('drafts.full')}</p> : null;
  const add = (): void => {
    if (draft.title.trim() === '') {
      setMissing(true);
      return;
    }
    setMissing(false);
    finishDraft(doc, draft.id, true, ORIGIN);
    announce(t('drafts.added'));
    setChosen(null);
    setTakesFocus(true);
  };
  const others = open.filter((one) => one.id !== draft.id && !isBlank(one));
  return (
    <div className={styles['composer']}>
      <h3 className={styles['heading']}>{t('drafts.write')}</h3>
      <p className={styles['promise']}>{t(group.revealed ? 'drafts.onlyYouLater' : 'drafts.onlyYou')}</p>
      <CardFields key={draft.id} doc={doc} id={draft.id} takesFocus={takesFocus} bodyLines={3} onEnter={add} />
      {missing && draft.title.trim() === '' && (
        <p role="alert" className={styles['missing']}>
          {t('drafts.needsTitle')}
        </p>
      )}
      <AttributionLine attribution={group.attribution} chathamHouse={group.symposium.chathamHouse} />
      <div className={styles['actions']}>
        <Button variant="primary" onPress={add}>
          {t('drafts.add')}
        </Button>
        {!isBlank(draft) && (
          <Button variant="quiet" onPress={() => removeCards(doc, [draft.id], ORIGIN)}>
            {t('drafts.delete')}
          </Button>
        )}
      </div>
      <p className={styles['hint']}>{t(group.revealed ? 'drafts.later.hint' : 'drafts.addHint')}</p>
      {others.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('drafts.open')}</h3>
          <ul className={styles['cards']}>
            {others.map((one) => (
              <li key={one.id} className={styles['card']}>
                <button
                  type="button"
                  className={styles['text']}
                  onClick={() => {
                    setChosen(one.id);
                    setTakesFocus(true);
                  }}
                >
                  <span dir="auto">{cardTitle(t, one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
