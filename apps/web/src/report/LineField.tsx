import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type * as Y from 'yjs';
import { TextBinding } from '../board/text-binding.ts';
import { useT } from '../messages/use-t.ts';
import type { Carets } from './carets.ts';
import styles from './Report.module.css';

/** A keydown in a field, with what decides whether a key does something to the line rather than in it. */
export type LineKey = { event: KeyboardEvent<HTMLTextAreaElement>; isEmpty: boolean };

/**
 * One line of a report, written by several at once: a text field bound to the document, with the others' carets drawn
 * over it. It holds plain text, which is all that any format prints, so what is pasted comes in as its words.
 */
export const LineField = ({
  field,
  text,
  value,
  label,
  describedBy,
  carets,
  focus = 0,
  onKey,
}: {
  /** Its name among the fields of the report. */
  field: string;
  text: Y.Text;
  /** What the text says, for those who draw over it. */
  value: string;
  label: string;
  describedBy?: string | undefined;
  carets: Carets;
  /** Another number than before, and not 0, takes the focus. */
  focus?: number;
  onKey?: (key: LineKey) => void;
}) => {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element === null) return undefined;
    const binding = new TextBinding(element, text);
    const fit = (): void => {
      element.style.blockSize = 'auto';
      element.style.blockSize = `${element.scrollHeight + 2}px`;
    };
    let width = 0;
    // Its width changes with the window, and the number of its lines with that.
    const sizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width !== width) fit();
      width = entry?.contentRect.width ?? width;
    });
    const tell = (): void => {
      if (element.ownerDocument.activeElement !== element) return;
      carets.place({ field, anchor: element.selectionStart, head: element.selectionEnd });
    };
    const leave = (): void => carets.leave(field);
    fit();
    sizes.observe(element);
    element.addEventListener('input', fit);
    element.addEventListener('remotetext', fit);
    element.addEventListener('remotetext', tell);
    element.addEventListener('focus', tell);
    element.addEventListener('blur', leave);
    document.addEventListener('selectionchange', tell);
    return () => {
      binding.destroy();
      sizes.disconnect();
      leave();
      element.removeEventListener('input', fit);
      element.removeEventListener('remotetext', fit);
      element.removeEventListener('remotetext', tell);
      element.removeEventListener('focus', tell);
      element.removeEventListener('blur', leave);
      document.removeEventListener('selectionchange', tell);
    };
  }, [text, field, carets]);
  useEffect(() => {
    const element = input.current;
    if (focus === 0 || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [focus]);
  return (
    <div className={styles['line']}>
      <textarea
        ref={input}
        id={`line-${field}`}
        rows={1}
        dir="auto"
        className={styles['input']}
        aria-label={label}
        aria-describedby={describedBy}
        maxLength={LIMITS.reportSentence}
        onKeyDown={(event) => {
          // What an input method is composing is its own.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') event.preventDefault();
          onKey?.({ event, isEmpty: event.currentTarget.value === '' });
        }}
      />
      <OtherCarets field={field} value={value} carets={carets} />
    </div>
  );
};

/** The same text once more, unseen, with the carets of others where they stand in it. */
const OtherCarets = ({ field, value, carets }: { field: string; value: string; carets: Carets }) => {
  const t = useT();
  const others = useSyncExternalStore(carets.subscribe, () => carets.in(field));
  if (others.length === 0) return null;
  return (
    <>
      <div dir="auto" className={styles['mirror']} aria-hidden="true">
        {others.map(({ id, at, name, alias, colour }, index) => (
          <span key={id}>
            {value.slice(others[index - 1]?.at ?? 0, at)}
            {/* A caret that moves says anew whose it is. */}
            <span key={at} className={`${styles['caret']} ${styles[`colour${colour}`]}`}>
              <span dir="auto">{name ?? t(`presence.alias.${alias}`)}</span>
            </span>
          </span>
        ))}
        {value.slice(others.at(-1)?.at ?? 0)}
        {'\u200B'}
      </div>
      <p className="visually-hidden">
        {t('report.carets', {
          names: others.map(({ name, alias }) => name ?? t(`presence.alias.${alias}`)).join(', '),
        })}
      </p>
    </>
  );
};
