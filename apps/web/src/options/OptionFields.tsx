import { useEffect, useId, useRef, type ReactNode } from 'react';
import { optionMap } from '@rapport/board/layout';
import type { OptionId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { OPTION_FIELDS, OPTION_LIMITS, type OptionField } from '@rapport/domain/options';
import * as Y from 'yjs';
import { TextBinding } from '../board/text-binding.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import styles from './Options.module.css';

/** The six fields of an option, bound to the document: everybody writes in them together. */
export const OptionFields = ({
  doc,
  id,
  words,
  takesFocus,
}: {
  doc: Y.Doc;
  id: OptionId;
  /** Words of the text as it stands. */
  words: number;
  /** Puts the caret at the end of the title. */
  takesFocus: boolean;
}) => {
  const map = optionMap(doc, id);
  return (
    <div className={styles['fields']}>
      {OPTION_FIELDS.map((field) => {
        const text = map?.get(field);
        return (
          text instanceof Y.Text && (
            <Field key={`${id} ${field}`} field={field} text={text} takesFocus={takesFocus && field === 'title'}>
              {field === 'text' && <WordMeter words={words} />}
            </Field>
          )
        );
      })}
    </div>
  );
};

const LINES: Partial<Record<OptionField, number>> = { text: 5, rationale: 2 };

const Field = ({
  field,
  text,
  takesFocus,
  children,
}: {
  field: OptionField;
  text: Y.Text;
  takesFocus: boolean;
  children: ReactNode;
}) => {
  const t = useT();
  const name = useId();
  const hint = useId();
  const more = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element === null) return undefined;
    const binding = new TextBinding(element, text, field === 'title' ? 'one' : 'many');
    const fit = (): void => {
      element.style.blockSize = 'auto';
      element.style.blockSize = `${element.scrollHeight + 2}px`;
    };
    // Its width changes with the panel, and the number of its lines with that.
    const sizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width !== width) fit();
      width = entry?.contentRect.width ?? width;
    });
    let width = 0;
    fit();
    sizes.observe(element);
    element.addEventListener('input', fit);
    element.addEventListener('remotetext', fit);
    return () => {
      binding.destroy();
      sizes.disconnect();
      element.removeEventListener('input', fit);
      element.removeEventListener('remotetext', fit);
    };
  }, [text, field]);
  useEffect(() => {
    const element = input.current;
    if (!takesFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [takesFocus]);
  return (
    <div className={styles['field']}>
      <label htmlFor={name} className={styles['label']}>
        {t(`options.field.${field}`)}
      </label>
      <p id={hint} className={styles['hint']}>
        {t(`options.field.${field}.hint`, { most: LIMITS.optionWords })}
      </p>
      <textarea
        ref={input}
        id={name}
        rows={LINES[field] ?? 1}
        dir="auto"
        className={`${styles['input']} ${field === 'title' ? styles['title'] : ''}`}
        aria-describedby={`${hint} ${more}`}
        maxLength={OPTION_LIMITS[field]}
        onKeyDown={(event) => {
          // A title is one line.
          if (field === 'title' && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <div id={more}>{children}</div>
    </div>
  );
};

/** How long the text is, against how long it may be when it is frozen. Crossing the limit is said aloud. */
const WordMeter = ({ words }: { words: number }) => {
  const t = useT();
  const most = LIMITS.optionWords;
  const over = words > most;
  const said = useRef(over);
  useEffect(() => {
    if (over && !said.current) announce(t('options.words.said', { most }));
    said.current = over;
  }, [over, most, t]);
  return (
    <div className={`${styles['meter']} ${over ? styles['over'] : ''}`}>
      <span className={styles['bar']} aria-hidden="true">
        <span className={styles['fill']} style={{ inlineSize: `${Math.min(100, (100 * words) / most)}%` }} />
      </span>
      <span>{t('options.words.of', { words, most })}</span>
      {over && <span>{t('options.words.over', { over: words - most })}</span>}
    </div>
  );
};
