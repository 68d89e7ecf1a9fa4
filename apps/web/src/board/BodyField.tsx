import { Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type * as Y from 'yjs';
import { useT } from '../messages/use-t.ts';
import { LinkIcon } from '../ui/icons/LinkIcon.tsx';
import { NumberedListIcon } from '../ui/icons/NumberedListIcon.tsx';
import { OutlineIcon } from '../ui/icons/OutlineIcon.tsx';
import styles from './CardFields.module.css';

const PROTOCOLS = ['http', 'https', 'mailto'];

/** Refuses to type beyond what a card may hold; the server would cut it. What comes from others always passes. */
const limitLength = (onFull: () => void): Extension =>
  Extension.create({
    name: 'limitLength',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction, state) => {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true;
          const size = transaction.doc.textContent.length;
          if (size <= LIMITS.cardBody || size <= state.doc.textContent.length) return true;
          onFull();
          return false;
        },
      }),
    ],
  });

/** Bold, italic, lists and links: what the server lets a text hold. */
const kit = StarterKit.configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  dropcursor: false,
  gapcursor: false,
  heading: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  trailingNode: false,
  undoRedo: false,
  link: {
    protocols: PROTOCOLS,
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url, context) => context.defaultValidate(url) && /^(?:https?:\/\/|mailto:)/i.test(url),
    HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
  },
});

type Marks = { bold: boolean; italic: boolean; bulletList: boolean; orderedList: boolean; link: boolean };
const NO_MARKS: Marks = { bold: false, italic: false, bulletList: false, orderedList: false, link: false };

const marksOf = (editor: Editor): Marks => ({
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  bulletList: editor.isActive('bulletList'),
  orderedList: editor.isActive('orderedList'),
  link: editor.isActive('link'),
});

/** The text of a card, edited together with whoever else has it open. */
export const BodyField = ({ fragment, name, lines }: { fragment: Y.XmlFragment; name: string; lines: number }) => {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [marks, setMarks] = useState(NO_MARKS);
  const [full, setFull] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const label = t('board.card.bodyLabel');
  const placeholder = t('board.card.bodyPlaceholder');

  useEffect(() => {
    const one = new Editor({
      element: place.current,
      extensions: [kit, Collaboration.configure({ fragment }), limitLength(() => setFull(true))],
      editorProps: {
        attributes: {
          id: name,
          class: String(styles['body']),
          style: `min-block-size: ${lines * 1.45 + 1}em`,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-placeholder': placeholder,
          dir: 'auto',
        },
      },
      onTransaction: ({ editor: current, transaction }) => {
        setMarks((before) => {
          const next = marksOf(current);
          return (Object.keys(next) as (keyof Marks)[]).every((mark) => next[mark] === before[mark]) ? before : next;
        });
        if (transaction.docChanged && current.state.doc.textContent.length < LIMITS.cardBody) setFull(false);
      },
    });
    setEditor(one);
    return () => one.destroy();
  }, [fragment, name, lines, label, placeholder]);

  const mark = (kind: keyof Marks, glyph: ReactNode, act: () => void) => (
    <button
      type="button"
      className={styles['mark']}
      aria-pressed={marks[kind]}
      aria-label={t(`board.mark.${kind}`)}
      title={t(`board.mark.${kind}`)}
      disabled={editor === null}
      // The selection in the text must survive the press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <span aria-hidden="true" className={styles[`glyph-${kind}`]}>
        {glyph}
      </span>
    </button>
  );
  const saveLink = (): void => {
    if (editor === null || link === null) return;
    const href = link.trim();
    if (href === '') editor.chain().focus().extendMarkRange('link').unsetLink().run();
    else {
      const address = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`;
      editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run();
    }
    setLink(null);
  };
  return (
    <div className={styles['field']}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      <div className={styles['bodyBox']}>
        <div role="toolbar" aria-label={t('board.mark.tools')} className={styles['marks']}>
          {mark('bold', 'B', () => editor?.chain().focus().toggleBold().run())}
          {mark('italic', 'I', () => editor?.chain().focus().toggleItalic().run())}
          {mark('bulletList', <OutlineIcon />, () => editor?.chain().focus().toggleBulletList().run())}
          {mark('orderedList', <NumberedListIcon />, () => editor?.chain().focus().toggleOrderedList().run())}
          {mark('link', <LinkIcon />, () => setLink(String(editor?.getAttributes('link')['href'] ?? '')))}
        </div>
        {link !== null && (
          <div data-own-escape="" className={styles['linkBar']}>
            <input
              type="url"
              aria-label={t('board.mark.address')}
              placeholder="https://"
              value={link}
              onChange={(event) => setLink(event.target.value)}
              ref={(element) => element?.focus()}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  event.preventDefault();
                  saveLink();
                }
                if (event.key === 'Escape') {
                  event.stopPropagation();
                  setLink(null);
                  editor?.commands.focus();
                }
              }}
            />
            <button type="button" className={styles['mark']} onClick={saveLink}>
              {t('board.mark.setLink')}
            </button>
          </div>
        )}
        <div ref={place} data-placeholder={placeholder} />
        {full && (
          <p role="status" className={styles['limit']}>
            {t('board.card.full', { count: LIMITS.cardBody })}
          </p>
        )}
      </div>
    </div>
  );
};
