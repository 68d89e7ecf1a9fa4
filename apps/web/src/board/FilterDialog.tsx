import type { ReactNode } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clusterTitle } from './board-commands.ts';
import { countFilters, NO_FILTER, type BoardFilter } from './board-filter.ts';
import type { BoardSession } from './board-session.ts';
import styles from './Choices.module.css';
import { matchingCards } from './keep-filter.ts';
import { tagsOf } from './tag-commands.ts';
import { useBoardCards, useBoardClusters, useBoardUi } from './use-board.ts';

/** Sets what the board shows; it is seen at once behind the dialog. */
export const FilterDialog = ({ session, onClose }: { session: BoardSession; onClose: () => void }) => {
  const t = useT();
  const filter = useBoardUi(session, (ui) => ui.filter) ?? NO_FILTER;
  const all = useBoardCards();
  const clusters = useBoardClusters();
  const tags = tagsOf(session);
  const set = (change: Partial<BoardFilter>): void => {
    const next = { ...filter, ...change };
    const asks = countFilters(next) > 0;
    session.ui.setState({ filter: asks ? next : null, shown: asks ? matchingCards(session, next) : null });
  };
  const count = matchingCards(session, filter).size;
  const loose = all.filter((card) => card.cluster === null).length;
  return (
    <Dialog
      title={t('filter.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" isDisabled={countFilters(filter) === 0} onPress={() => set(NO_FILTER)}>
            {t('filter.clear')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('filter.done', { count })}
          </Button>
        </>
      }
    >
      <TextField
        label={t('filter.text')}
        value={filter.text}
        onChange={(text) => set({ text })}
        type="search"
        dir="auto"
        autoFocus
      />
      {tags.length > 0 && (
        <Choices
          legend={t('filter.tags')}
          items={tags.map(({ tag, cards }) => ({ id: tag, label: tag, cards }))}
          chosen={filter.tags}
          onChange={(chosen) => set({ tags: chosen })}
        />
      )}
      {clusters.length > 0 && (
        <Choices
          legend={t('filter.clusters')}
          items={[
            ...clusters.map(({ id, cards }) => ({
              id: id as BoardFilter['clusters'][number],
              label: clusterTitle(session, id),
              cards,
            })),
            { id: 'loose' as const, label: t('outline.loose'), cards: loose },
          ]}
          chosen={filter.clusters}
          onChange={(chosen) => set({ clusters: chosen })}
        />
      )}
      <fieldset className={styles['choices']}>
        <legend>{t('filter.more')}</legend>
        <Checkbox
          isSelected={filter.untouched}
          onChange={(untouched) => set({ untouched })}
          hint={t('filter.untouched.hint')}
        >
          {t('filter.untouched')}
        </Checkbox>
        <Checkbox isSelected={filter.late} onChange={(late) => set({ late })}>
          {t('filter.late')}
        </Checkbox>
        <Checkbox isSelected={filter.commented} onChange={(commented) => set({ commented })}>
          {t('filter.commented')}
        </Checkbox>
      </fieldset>
      <p role="status" className="visually-hidden">
        {t('filter.shown', { count, all: all.length })}
      </p>
    </Dialog>
  );
};

/** Any of several; how many cards each stands for is said beside it. */
const Choices = <Id extends string>({
  legend,
  items,
  chosen,
  onChange,
}: {
  legend: ReactNode;
  items: readonly { id: Id; label: string; cards: number }[];
  chosen: readonly Id[];
  onChange: (chosen: Id[]) => void;
}) => {
  const t = useT();
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {items.map(({ id, label, cards }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          <span dir="auto">{label}</span>{' '}
          <span className={styles['count']}>{t('board.cluster.count', { count: cards })}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
};
