import { useMemo } from 'react';
import type { BoardSession } from '../board/board-session.ts';
import { cardTitle } from '../board/card-title.ts';
import { useBoardContent, useCardIds } from '../board/use-board.ts';
import { useDiscussion } from '../comments/discussion-store.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Coverage.module.css';
import { measureCoverage } from './measure-coverage.ts';

/** Listed at once; the next come when the group has been through these. */
const MOST = 100;

/** What the group has looked at and said something about, and every card that is still untouched, to go to. */
export const CoverageDialog = ({
  session,
  onGoTo,
  onClose,
}: {
  session: BoardSession;
  onGoTo: (id: string) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const content = useBoardContent(session);
  const ids = useCardIds(content);
  const talk = useDiscussion((store) => store.talk);
  const { cards, opened, discussed, untouched } = useMemo(() => measureCoverage(talk, ids), [talk, ids]);
  return (
    <Dialog title={t('coverage.title')} isOpen onClose={onClose}>
      <dl className={styles['figures']}>
        <Figure label={t('coverage.lookedAt')} count={opened} of={cards} />
        <Figure label={t('coverage.discussed')} count={discussed} of={cards} />
      </dl>
      <p className={styles['how']}>{t('coverage.how')}</p>
      {untouched.length === 0 ? (
        <p>{t('coverage.none')}</p>
      ) : (
        <section aria-labelledby="coverage-untouched" className={styles['untouched']}>
          <h3 id="coverage-untouched" className={styles['head']}>
            {t('coverage.untouched', { count: untouched.length })}
          </h3>
          <ul className={styles['list']}>
            {untouched.slice(0, MOST).map((id) => {
              const card = content.records.card(id);
              if (card === null) return null;
              return (
                <li key={id}>
                  <button
                    type="button"
                    className={styles['card']}
                    onClick={() => {
                      onClose();
                      onGoTo(id);
                    }}
                  >
                    <span dir="auto">{cardTitle(t, card)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </Dialog>
  );
};

const Figure = ({ label, count, of }: { label: string; count: number; of: number }) => {
  const t = useT();
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd>
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ inlineSize: `${of === 0 ? 0 : (100 * count) / of}%` }} />
        </span>
        {t('coverage.of', { count, of })}
      </dd>
    </div>
  );
};
