import { finishDraft } from '@rapport/board/finish-draft';
import type { DraftCard } from '@rapport/board/read-board';
import { useState } from 'react';
import type { CardId } from '@rapport/domain/ids';
import type * as Y from 'yjs';
import { cardTitle } from '../board/card-title.ts';
import { useSecondsLeft } from '../group/use-seconds-left.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import styles from './DraftsPanel.module.css';

/** While a reveal waits (P4): what shall become of the cards that are not added yet? No answer keeps them private. */
export const RevealQuestion = ({ doc, open, endsAt }: { doc: Y.Doc; open: readonly DraftCard[]; endsAt: string }) => {
  const t = useT();
  const seconds = useSecondsLeft(endsAt);
  const [kept, setKept] = useState<ReadonlySet<CardId>>(new Set());
  const asked = open.filter((draft) => draft.title.trim() !== '' || draft.body.trim() !== '');
  return (
    <Callout tone="warn" title={t('drafts.reveal.title', { seconds })}>
      <p role="alert">{t(asked.length === 0 ? 'drafts.reveal.nothing' : 'drafts.reveal.ask')}</p>
      <ul className={styles['asked']}>
        {asked.map((draft) => {
          const title = cardTitle(t, draft);
          return (
            <li key={draft.id}>
              <span dir="auto" className={styles['name']}>
                {title}
              </span>
              {kept.has(draft.id) ? (
                <span>{t('drafts.reveal.kept')}</span>
              ) : (
                <span className={styles['actions']}>
                  <Button
                    size="small"
                    variant="primary"
                    aria-label={`${t('drafts.reveal.include')}: ${title}`}
                    isDisabled={seconds === 0}
                    onPress={() => finishDraft(doc, draft.id, true, 'draft')}
                  >
                    {t('drafts.reveal.include')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${t('drafts.reveal.keep')}: ${title}`}
                    onPress={() => setKept(new Set([...kept, draft.id]))}
                  >
                    {t('drafts.reveal.keep')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Callout>
  );
};
