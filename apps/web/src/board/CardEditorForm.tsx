import { useState } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { useCardAuthor } from '../connection/authors-store.ts';
import { useGroup } from '../connection/group-store.ts';
import { AttributionLine } from '../group/AttributionLine.tsx';
import { useT } from '../messages/use-t.ts';
import { makeOption } from '../options/make-option.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Menu } from '../ui/Menu.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { AuthorMark } from './AuthorMark.tsx';
import { bin, closeEditor, restore, withdraw } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './CardEditor.module.css';
import { CardFields } from './CardFields.tsx';
import { useBoardContent, useCard } from './use-board.ts';
import { useIsOwnCard } from './use-own-cards.ts';

/** The fields of a card with what else can be done to it. */
export const CardEditorForm = ({
  session,
  rights,
  card,
  onDone,
}: {
  session: BoardSession;
  rights: BoardRights;
  card: CardId;
  onDone: () => void;
}) => {
  const t = useT();
  const content = useBoardContent(session);
  const record = useCard(content, card);
  const group = useGroup((store) => store.state);
  const isOwn = useIsOwnCard(session.groupId, card);
  const shown = useCardAuthor(card);
  const [withdrawing, setWithdrawing] = useState(false);
  // Somebody else may have taken the card away while it was open.
  if (record === null || record.binned) {
    return (
      <div className={styles['form']}>
        <p>{t(record === null ? 'board.card.gone' : 'board.card.binned')}</p>
        <div className={styles['actions']}>
          <Button onPress={onDone}>{t('common.close')}</Button>
          {record !== null && (
            <Button
              variant="primary"
              isDisabled={rights.edit !== null}
              onPress={() => restore(session, rights, [card])}
            >
              {t('board.card.putBack')}
            </Button>
          )}
        </div>
      </div>
    );
  }
  const items = [
    { id: 'cluster', label: t('board.selection.moveToCluster'), isDisabled: rights.cluster !== null },
    ...(record.cluster === null
      ? []
      : [{ id: 'out', label: t('board.card.takeOut'), isDisabled: rights.cluster !== null }]),
    { id: 'tags', label: t('tags.open'), isDisabled: rights.edit !== null },
    { id: 'links', label: t('links.open'), isDisabled: rights.edit !== null },
    ...(rights.leads ? [{ id: 'texts', label: t('history.card.open') }] : []),
    { id: 'option', label: t('options.fromThis'), isDisabled: rights.edit !== null },
    { id: 'bin', label: t('board.selection.bin'), isDisabled: rights.edit !== null },
    ...(isOwn
      ? [
          ...(shown?.author === undefined ? [{ id: 'sign', label: t('board.sign'), hint: t('board.sign.hint') }] : []),
          {
            id: 'withdraw',
            label: t('board.card.withdraw'),
            hint: t('board.card.withdrawHint'),
            tone: 'danger' as const,
          },
        ]
      : []),
  ];
  const act = (id: string): void => {
    if (id === 'withdraw') return setWithdrawing(true);
    onDone();
    if (id === 'sign') session.ui.setState({ dialog: { kind: 'sign', card } });
    else if (id === 'option') void makeOption(session.groupId, [{ kind: 'card', id: card }]);
    else if (id === 'texts') session.ui.setState({ dialog: { kind: 'card-texts', card } });
    else if (id === 'tags' || id === 'links') session.ui.setState({ dialog: { kind: id, cards: [card] } });
    else if (id === 'bin') bin(session, rights, [card]);
    else session.ui.setState({ dialog: { kind: 'move-to-cluster', cards: [card] } });
  };
  return (
    <div className={styles['form']}>
      {shown !== null && (
        <p className={styles['author']}>
          <AuthorMark shown={shown} />
        </p>
      )}
      {(record.late || record.proxy) && (
        <p className={styles['marks']}>
          {record.late && <span>{t('board.card.late')}</span>}
          {record.proxy && <span>{t('board.card.proxy')}</span>}
        </p>
      )}
      <CardFields doc={content.doc} id={card} takesFocus onEnter={onDone} />
      {group !== null && (
        <AttributionLine attribution={group.attribution} chathamHouse={group.symposium.chathamHouse} />
      )}
      <div className={styles['actions']}>
        <Menu label={t('board.card.more')} icon={<MoreIcon />} items={items} onAction={act} />
        <Button variant="primary" onPress={onDone}>
          {t('board.card.done')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('board.card.withdraw')}
        body={<p>{t('board.card.withdrawBody')}</p>}
        confirm={t('board.card.withdrawConfirm')}
        variant="danger"
        isOpen={withdrawing}
        onClose={() => setWithdrawing(false)}
        onConfirm={async () => {
          closeEditor(session);
          await withdraw(session, card);
        }}
      />
    </div>
  );
};
