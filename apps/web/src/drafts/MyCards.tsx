import { finishDraft } from '@rapport/board/finish-draft';
import type { DraftCard } from '@rapport/board/read-board';
import { removeCards } from '@rapport/board/remove-cards';
import { useState } from 'react';
import type * as Y from 'yjs';
import { cardTitle } from '../board/card-title.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Menu } from '../ui/Menu.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import styles from './DraftsPanel.module.css';

const ORIGIN = 'draft';

/** The cards that are in the next reveal's set. */
export const MyCards = ({ doc, cards, mayWrite }: { doc: Y.Doc; cards: readonly DraftCard[]; mayWrite: boolean }) => {
  const t = useT();
  const [deleting, setDeleting] = useState<DraftCard | null>(null);
  return (
    <div className={styles['mine']}>
      <h3 className={styles['heading']}>{t('drafts.mine', { count: cards.length })}</h3>
      {cards.length === 0 ? (
        <p className={styles['hint']}>{t('drafts.mineEmpty')}</p>
      ) : (
        <ul className={styles['cards']} aria-label={t('drafts.label')}>
          {cards.map((card) => {
            const title = cardTitle(t, card);
            return (
              <li key={card.id} className={styles['card']}>
                <div className={styles['text']}>
                  <span dir="auto" className={styles['name']}>
                    {title}
                  </span>
                  {card.body !== '' && (
                    <span dir="auto" className={styles['body']}>
                      {card.body}
                    </span>
                  )}
                </div>
                {mayWrite && (
                  <Menu
                    label={t('drafts.cardMenu', { title })}
                    icon={<MoreIcon />}
                    items={[
                      { id: 'edit', label: t('drafts.edit') },
                      { id: 'delete', label: t('drafts.delete'), tone: 'danger' },
                    ]}
                    onAction={(command) => {
                      if (command === 'delete') return setDeleting(card);
                      finishDraft(doc, card.id, false, ORIGIN);
                      announce(t('drafts.takenBack'));
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ConfirmDialog
        title={t('drafts.deleteTitle')}
        body={<p dir="auto">{deleting !== null && t('drafts.deleteBody', { title: cardTitle(t, deleting) })}</p>}
        confirm={t('drafts.delete')}
        variant="danger"
        isOpen={deleting !== null}
        onClose={() => setDeleting(null)}
        onConfirm={() => {
          if (deleting !== null) removeCards(doc, [deleting.id], ORIGIN);
        }}
      />
    </div>
  );
};
