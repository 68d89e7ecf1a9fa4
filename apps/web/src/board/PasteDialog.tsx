import { useMemo, useState } from 'react';
import { useGroup } from '../connection/group-store.ts';
import { AttributionLine } from '../group/AttributionLine.tsx';
import { useT } from '../messages/use-t.ts';
import { useSession } from '../session/session-store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { pasteCards, pasteDrafts, roomFor } from './paste-cards.ts';
import { cardsOf, clipboardData, firstColumns, readPasted, withoutRepeats, type Pasted } from './pasted-cards.ts';
import styles from './PasteDialog.module.css';
import { useBoardCards } from './use-board.ts';

/** Listed at once: what comes of the first ones tells what comes of all. */
const MOST = 50;

/** What was pasted as the cards it would make, before it makes them. */
export const PasteDialog = ({
  session,
  rights,
  pasted: given,
  onClose,
}: {
  session: BoardSession;
  rights: BoardRights;
  /** Null where nothing is on hand yet: then one pastes or types here. */
  pasted: Pasted | null;
  onClose: () => void;
}) => {
  const t = useT();
  const group = useGroup((store) => store.state);
  const seatId = useSession(({ me }) => me?.seat?.id ?? null);
  const known = useBoardCards();
  const [typed, setTyped] = useState('');
  const [pasted, setPasted] = useState(given);
  const [columns, setColumns] = useState(given?.kind === 'table' ? firstColumns(given.rows) : null);
  const [mergesRepeats, setMergesRepeats] = useState(true);
  const what = pasted ?? readPasted({ cards: '', html: '', text: typed });
  const isTable = what.kind === 'table';
  const chosen = isTable ? (columns ?? firstColumns(what.rows)) : null;
  const all = cardsOf(what, chosen);
  const different = useMemo(() => withoutRepeats(all, known), [all, known]);
  const wanted = mergesRepeats ? different : all;
  const room = roomFor(session);
  const cards = wanted.slice(0, room);
  const repeats = all.length - different.length;
  const isPrivate = rights.writesPrivately && seatId !== null;

  const add = (): void => {
    onClose();
    if (isPrivate) void pasteDrafts(session, seatId, cards);
    else pasteCards(session, rights, cards);
  };
  return (
    <Dialog
      title={t('paste.title')}
      isOpen
      width="wide"
      holdsInput
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={cards.length === 0} onPress={add}>
            {t(isPrivate ? 'paste.addMine' : 'paste.add', { count: cards.length })}
          </Button>
        </>
      }
    >
      {pasted === null && (
        <div
          onPaste={(event) => {
            const now = readPasted(clipboardData(event.clipboardData));
            if (now.kind === 'lines') return;
            event.preventDefault();
            setPasted(now);
            setColumns(null);
          }}
        >
          <TextField
            label={t('paste.type')}
            hint={t('paste.type.hint')}
            value={typed}
            onChange={setTyped}
            lines={6}
            dir="auto"
            autoFocus
          />
        </div>
      )}
      {isTable && chosen !== null && <ColumnFields rows={what.rows} columns={chosen} onChange={setColumns} />}
      {repeats > 0 && (
        <Checkbox isSelected={mergesRepeats} onChange={setMergesRepeats}>
          {t('paste.repeats', { count: repeats })}
        </Checkbox>
      )}
      <p role="status" className={styles['count']}>
        {t('paste.count', { count: cards.length })}
        {wanted.length > cards.length && ` ${t('paste.tooMany', { room, left: wanted.length - cards.length })}`}
      </p>
      {cards.length > 0 && (
        <ol className={styles['cards']} aria-label={t('paste.preview')}>
          {cards.slice(0, MOST).map((card, index) => (
            // Nothing but its place tells one card to be from another.
            <li key={index} className={styles['card']}>
              <strong dir="auto">{card.title}</strong>
              {card.body !== '' && (
                <span dir="auto" className={styles['body']}>
                  {card.body}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {cards.length > MOST && <p className={styles['soft']}>{t('paste.more', { count: cards.length - MOST })}</p>}
      <p className={styles['soft']}>{t(isPrivate ? 'paste.private' : 'paste.together')}</p>
      {group !== null && (
        <AttributionLine attribution={group.attribution} chathamHouse={group.symposium.chathamHouse} />
      )}
    </Dialog>
  );
};
