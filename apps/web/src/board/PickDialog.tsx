import { useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { foldText } from '@rapport/domain/fold-text';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
import styles from './PickDialog.module.css';

export type Pick = { id: string; name: string; detail?: string };

/** Something that has been picked before and can be taken away again. */
export type Picked = { id: string; name: string; detail?: string; remove: string; more?: ReactNode };

/** The line that makes something new of what was typed. */
const NEW = 'new';

/** Shown at once: more would only be scrolled past, and typing narrows them down. */
const MOST = 100;

/** The things whose name or detail holds every word of what was typed, whatever its case, accents or letter forms. */
export const matching = (items: readonly Pick[], typed: string): readonly Pick[] => {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter(({ name, detail }) => {
    const text = foldText(`${name} ${detail ?? ''}`);
    return words.every((word) => text.includes(word));
  });
};

/** Picks one of many by typing: arrows and Enter, or a press. */
export const PickDialog = ({
  title,
  label,
  items,
  empty,
  create,
  picked,
  note,
  onPick,
  onRemove,
  onClose,
}: {
  title: string;
  label: string;
  items: readonly Pick[];
  empty: string;
  /** Makes something new of what was typed. */
  create?: {
    label: (typed: string) => string;
    onCreate: (typed: string) => void;
    /** It stands in the list, before what is there already: Enter takes what was typed. */
    inList?: boolean;
  };
  /** What is picked already; the dialog then stays open until it is closed. */
  picked?: readonly Picked[];
  note?: ReactNode;
  onPick: (id: string) => void;
  onRemove?: (id: string) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [picks, setPicks] = useState(0);
  const found = useMemo(() => matching(items, typed), [items, typed]);
  const wanted = typed.trim();
  const isKnown = [...items, ...(picked ?? [])].some(({ name }) => foldText(name) === foldText(wanted));
  const offersNew = create?.inList === true && wanted !== '' && !isKnown;
  const pick = (id: string): void => {
    if (id === NEW) create?.onCreate(wanted);
    else onPick(id);
    if (picked === undefined) return;
    setTyped('');
    setPicks(picks + 1);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      {...(picked !== undefined && {
        actions: (
          <Button variant="primary" onPress={onClose}>
            {t('common.done')}
          </Button>
        ),
      })}
    >
      {picked !== undefined && picked.length > 0 && (
        <ul className={styles['picked']}>
          {picked.map(({ id, name, detail, remove, more }) => (
            <li key={id}>
              <span dir="auto">{name}</span>
              {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
              {more}
              <IconButton label={remove} icon={<CloseIcon />} onPress={() => onRemove?.(id)} />
            </li>
          ))}
        </ul>
      )}
      {note}
      {/* Anew after each pick: it would go on pointing at the line that was picked, which has gone. */}
      <Autocomplete key={picks} inputValue={typed} onInputChange={setTyped}>
        <SearchField autoFocus className={String(styles['field'])}>
          <Label className={styles['label']}>{label}</Label>
          <Input className={String(styles['input'])} dir="auto" />
        </SearchField>
        <ListBox
          aria-label={title}
          className={String(styles['list'])}
          selectionMode="none"
          onAction={(key) => pick(String(key))}
          renderEmptyState={() => <p className={styles['empty']}>{empty}</p>}
        >
          {offersNew && (
            <ListBoxItem id={NEW} textValue={wanted} className={String(styles['item'])}>
              <span className={styles['name']}>{create.label(wanted)}</span>
            </ListBoxItem>
          )}
          {found.slice(0, MOST).map(({ id, name, detail }) => (
            <ListBoxItem key={id} id={id} textValue={name} className={String(styles['item'])}>
              <span className={styles['name']} dir="auto">
                {name}
              </span>{' '}
              {detail !== undefined && detail !== '' && (
                <span className={styles['detail']} dir="auto">
                  {detail}
                </span>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
      <p role="status" className="visually-hidden">
        {t('board.pick.found', { count: found.length })}
      </p>
      {create !== undefined && create.inList !== true && (
        <Button onPress={() => create.onCreate(typed.trim())}>{create.label(typed.trim())}</Button>
      )}
    </Dialog>
  );
};
