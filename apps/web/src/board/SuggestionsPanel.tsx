import { useEffect, useId, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { useStore } from 'zustand';
import { LIMITS } from '@rapport/domain/limits';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { cardTitle } from './card-title.ts';
import {
  closeSuggestions,
  leaveAllSuggestions,
  leaveSuggestion,
  lookAtSuggestion,
  revertible,
  revertSuggestions,
  showSuggestion,
  standingCards,
  takeSuggestion,
} from './suggest-clusters.ts';
import type { Suggestion } from './suggestion-store.ts';
import styles from './Suggestions.module.css';
import { useBoardCards } from './use-board.ts';

/** Titles one sees at once; the others are one tap away. */
const SEEN = 4;

const Titles = ({ titles }: { titles: readonly { id: string; title: string }[] }) => (
  <ul className={styles['cards']}>
    {titles.map(({ id, title }) => (
      <li key={id} dir="auto">
        {title}
      </li>
    ))}
  </ul>
);

const Item = ({
  session,
  rights,
  suggestion,
  onDone,
}: {
  session: BoardSession;
  rights: BoardRights;
  suggestion: Suggestion;
  onDone: () => void;
}) => {
  const t = useT();
  const [title, setTitle] = useState(suggestion.title);
  const titles = standingCards(session, suggestion).flatMap((id) => {
    const card = session.records.card(id);
    return card === null ? [] : [{ id, title: cardTitle(t, card) }];
  });
  const { number } = suggestion;
  return (
    <li>
      <Group
        className={String(styles['item'])}
        aria-label={t('board.suggest.name', { number })}
        onFocus={() => lookAtSuggestion(session, number)}
        onHoverStart={() => lookAtSuggestion(session, number)}
      >
        <div className={styles['name']}>
          <span className={styles['number']} aria-hidden="true">
            {number}
          </span>
          <TextField
            label={t('board.suggest.title', { number })}
            maxLength={LIMITS.clusterTitle}
            dir="auto"
            value={title}
            onChange={setTitle}
          />
        </div>
        <Titles titles={titles.slice(0, SEEN)} />
        {titles.length > SEEN && (
          <details className={styles['more']}>
            <summary>{t('board.suggest.more', { count: titles.length - SEEN })}</summary>
            <Titles titles={titles.slice(SEEN)} />
          </details>
        )}
        <div className={styles['deeds']}>
          <Button
            size="small"

            data-take=""
            aria-label={t('board.suggest.takeName', { title: title.trim() || suggestion.title, count: titles.length })}
            isDisabled={rights.cluster !== null}
            onPress={() => {
              takeSuggestion(session, rights, suggestion, title);
              onDone();
            }}
          >
            {t('board.suggest.take')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={t('board.suggest.leaveName', { title: suggestion.title })}
            onPress={() => {
              leaveSuggestion(session, suggestion);
              onDone();
            }}
          >
            {t('board.suggest.leave')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={t('board.suggest.showName', { title: suggestion.title })}
            onPress={() => showSuggestion(session, suggestion)}
          >
            {t('board.suggest.show')}
          </Button>
        </div>
      </Group>
    </li>
  );
};

/** The list of proposed clusters beside their outlines: each is taken or left by itself, and all taken go back at once. */
export const SuggestionsPanel = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  const t = useT();
  const id = useId();
  const suggestions = useStore(session.suggestions);
  const undo = useStore(session.undoStack.store, (stacks) => stacks.undo);
  useBoardCards();
  const panel = useRef<HTMLElement>(null);
  // Where the focus goes once the item one has pressed in is gone: to the one that took its place.
  const goTo = useRef<number | null>(null);
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    const at = goTo.current;
    goTo.current = null;
    if (at === null || panel.current === null) return;
    const takes = panel.current.querySelectorAll<HTMLElement>('[data-take]');
    (takes[Math.min(at, takes.length - 1)] ?? panel.current).focus();
  });
  if (suggestions === null) return null;
  const { open, left } = suggestions;
  const taken = revertible(suggestions, undo).length;
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby={id} className={styles['panel']}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['heading']}>
          {t('board.suggest.heading')}
        </h2>
        <IconButton label={t('board.suggest.close')} icon={<CloseIcon />} onPress={() => closeSuggestions(session)} />
      </div>
      <p className={styles['soft']}>
        {open.length > 0 ? t('board.suggest.intro', { count: open.length, left }) : t('board.suggest.through')}
      </p>
      <ol className={styles['list']}>
        {open.map((suggestion, index) => (
          <Item
            key={suggestion.number}
            session={session}
            rights={rights}
            suggestion={suggestion}
            onDone={() => (goTo.current = index)}
          />
        ))}
      </ol>
      <div className={styles['foot']}>
        {taken > 0 && (
          <Button
            size="small"
            onPress={() => {
              goTo.current = 0;
              revertSuggestions(session, rights);
            }}
          >
            {t('board.suggest.revert', { count: taken })}
          </Button>
        )}
        {open.length > 0 && (
          <Button size="small" variant="quiet" onPress={() => leaveAllSuggestions(session)}>
            {t('board.suggest.leaveAll')}
          </Button>
        )}
        {open.length === 0 && (
          <Button size="small" variant="primary" onPress={() => closeSuggestions(session)}>
            {t('board.suggest.done')}
          </Button>
        )}
      </div>
    </section>
  );
};
