import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import { asMap, cardsOf } from '@rapport/board/layout';
import { LIMITS } from '@rapport/domain/limits';
import * as Y from 'yjs';
import { useT } from '../messages/use-t.ts';
import styles from './CardFields.module.css';
import { TextBinding } from './text-binding.ts';

// The editor of bodies weighs more than the whole board: it comes when somebody writes.
const BodyField = lazy(async () => ({ default: (await import('./BodyField.tsx')).BodyField }));

/** The texts of a card, ready to be bound; null when there is no such card or it is not whole. */
const textsOf = (doc: Y.Doc, id: string): { title: Y.Text; body: Y.XmlFragment } | null => {
  const map = asMap(cardsOf(doc).get(id));
  const title = map?.get('title');
  const body = map?.get('body');
  return title instanceof Y.Text && body instanceof Y.XmlFragment ? { title, body } : null;
};

/** Title and text of a card, bound to the document: what is typed is there for everybody who may see it. */
export const CardFields = ({
  doc,
  id,
  takesFocus = false,
  bodyLines = 4,
  onEnter,
}: {
  doc: Y.Doc;
  id: string;
  /** Puts the caret at the end of the title. */
  takesFocus?: boolean;
  bodyLines?: number;
  /** Ctrl or Cmd and Enter: done. */
  onEnter?: () => void;
}) => {
  const t = useT();
  const texts = textsOf(doc, id);
  const bodyName = useId();
  if (texts === null) return <p>{t('board.card.gone')}</p>;
  return (
    <div
      className={styles['fields']}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onEnter?.();
      }}
    >
      <TitleField key={`title ${id}`} text={texts.title} takesFocus={takesFocus} bodyName={bodyName} />
      <Suspense
        fallback={<div className={styles['bodyLoading']} style={{ minBlockSize: `${bodyLines * 1.5 + 3}rem` }} />}
      >
        <BodyField key={`body ${id}`} fragment={texts.body} name={bodyName} lines={bodyLines} />
      </Suspense>
    </div>
  );
};

const TitleField = ({ text, takesFocus, bodyName }: { text: Y.Text; takesFocus: boolean; bodyName: string }) => {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const binding = new TextBinding(element, text);
    const fit = (): void => {
      element.style.blockSize = 'auto';
      element.style.blockSize = `${element.scrollHeight + 2}px`;
    };
    fit();
    element.addEventListener('input', fit);
    element.addEventListener('remotetext', fit);
    return () => {
      binding.destroy();
      element.removeEventListener('input', fit);
      element.removeEventListener('remotetext', fit);
    };
  }, [text]);
  useEffect(() => {
    const element = field.current;
    if (!takesFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [takesFocus]);
  return (
    <label className={styles['field']}>
      <span className={styles['label']}>{t('board.card.titleLabel')}</span>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        className={styles['title']}
        placeholder={t('board.card.titlePlaceholder')}
        maxLength={LIMITS.cardTitle}
        enterKeyHint="next"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          // A title is one line: Enter goes on to the text.
          event.preventDefault();
          document.getElementById(bodyName)?.focus();
        }}
      />
    </label>
  );
};
