import { useRef, useState, type ReactNode } from 'react';
import { addSentence, moveSentence, removeSentence } from '@rapport/board/place-sentence';
import type { PlacedSentence } from '@rapport/board/read-report';
import { sentenceText, type SentenceList as ListName } from '@rapport/board/report-layout';
import { newId, type SentenceId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type * as Y from 'yjs';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ArrowDownIcon } from '../ui/icons/ArrowDownIcon.tsx';
import { ArrowUpIcon } from '../ui/icons/ArrowUpIcon.tsx';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { notify } from '../ui/toast-store.ts';
import type { Carets } from './carets.ts';
import { LineField, type LineKey } from './LineField.tsx';
import styles from './Report.module.css';

/** Origin of what is done to a list in this page. */
const HERE = 'report-page';

const newSentence = (): SentenceId => newId((length) => crypto.getRandomValues(new Uint8Array(length))) as SentenceId;

/**
 * Sentences one below the other: Enter begins the next one, Backspace in an empty one takes it away, Alt with an arrow
 * moves it; the same can be done with buttons.
 */
export const SentenceList = ({
  doc,
  list,
  sentences,
  carets,
  renderNote,
}: {
  doc: Y.Doc;
  list: ListName;
  sentences: readonly PlacedSentence[];
  /** Null where nothing may be written. */
  carets: Carets | null;
  /** What is said below a sentence. */
  renderNote?: (sentence: PlacedSentence) => ReactNode;
}) => {
  const t = useT();
  const [focused, setFocused] = useState<{ id: SentenceId; count: number } | null>(null);
  const add = useRef<HTMLDivElement>(null);
  /** Also a second time in a row. */
  const focus = (id: SentenceId): void => setFocused((before) => ({ id, count: (before?.count ?? 0) + 1 }));
  const isFull = sentences.length >= LIMITS.reportSentences;

  const begin = (after: SentenceId | null): void => {
    if (isFull) return;
    const id = newSentence();
    addSentence(doc, list, { id, after }, HERE);
    focus(id);
  };
  const remove = (sentence: PlacedSentence, index: number): void => {
    const undo = removeSentence(doc, list, sentence.id, HERE);
    const next = sentences[index - 1] ?? sentences[index + 1];
    if (next === undefined) add.current?.querySelector('button')?.focus();
    else focus(next.id);
    if (sentence.text.trim() === '' || undo === null) return;
    notify({
      text: t('report.sentence.removed'),
      action: { label: t('report.sentence.undo'), onAction: () => undo(HERE) },
    });
  };
  const move = (id: SentenceId, step: -1 | 1, index: number): void => {
    if (moveSentence(doc, list, id, step, HERE)) announce(t('report.sentence.moved', { place: index + 1 + step }));
  };
  const onKey =
    (sentence: PlacedSentence, index: number) =>
    ({ event, isEmpty }: LineKey): void => {
      if (event.key === 'Enter') begin(sentence.id);
      else if (event.key === 'Backspace' && isEmpty) {
        event.preventDefault();
        remove(sentence, index);
      } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        move(sentence.id, event.key === 'ArrowUp' ? -1 : 1, index);
      }
    };

  return (
    <>
      {sentences.length > 0 && (
        <ol className={styles['sentences']}>
          {sentences.map((sentence, index) => {
            const text = sentenceText(doc, list, sentence.id);
            const label = t(`report.${list}.line`, { place: index + 1, count: sentences.length });
            const noteId = `note-${sentence.id}`;
            const below = renderNote?.(sentence) ?? null;
            return (
              <li key={sentence.id} className={styles['sentence']}>
                {carets === null || text === null ? (
                  <p dir="auto" className={styles['read']}>
                    {sentence.text}
                  </p>
                ) : (
                  <div className={styles['row']}>
                    <LineField
                      field={sentence.id}
                      text={text}
                      value={sentence.text}
                      label={label}
                      describedBy={below === null ? undefined : noteId}
                      carets={carets}
                      focus={focused?.id === sentence.id ? focused.count : 0}
                      onKey={onKey(sentence, index)}
                    />
                    <div role="group" aria-label={label} className={styles['tools']}>
                      <IconButton
                        label={t('report.sentence.up')}
                        icon={<ArrowUpIcon />}
                        isDisabled={index === 0}
                        onPress={() => move(sentence.id, -1, index)}
                      />
                      <IconButton
                        label={t('report.sentence.down')}
                        icon={<ArrowDownIcon />}
                        isDisabled={index === sentences.length - 1}
                        onPress={() => move(sentence.id, 1, index)}
                      />
                      <IconButton
                        label={t('report.sentence.remove')}
                        icon={<CloseIcon />}
                        onPress={() => remove(sentence, index)}
                      />
                    </div>
                  </div>
                )}
                {below !== null && (
                  <div id={noteId} className={styles['notes']}>
                    {below}
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {carets !== null && (
        <div ref={add} className={styles['add']}>
          <Button size="small" isDisabled={isFull} onPress={() => begin(sentences.at(-1)?.id ?? null)}>
            {t(`report.${list}.add`)}
          </Button>
          {sentences.length > 0 && <span className={styles['keys']}>{t('report.keys')}</span>}
        </div>
      )}
    </>
  );
};
