import * as Y from 'yjs';
import { changeBetween, mapPosition, type TextDelta } from './text-change.ts';

/** The part of an input that a binding needs. */
export type TextFieldElement = HTMLTextAreaElement | HTMLInputElement;

/**
 * Keeps a text field and a shared text the same. While an input method composes, the field is left alone: what others
 * type waits, and what was composed is put where it belongs in the text as it is by then.
 */
export class TextBinding {
  private readonly field: TextFieldElement;
  private readonly text: Y.Text;
  /** The shared text as the field last showed it. */
  private shown: string;
  private composing = false;
  /** Changes of others since composing began. */
  private missed: TextDelta[] = [];
  private readonly undo: Y.UndoManager;
  private readonly lines: 'one' | 'many';

  /** A text of one line takes what is pasted over several as one; one of many keeps the line feeds. */
  constructor(field: TextFieldElement, text: Y.Text, lines: 'one' | 'many' = 'one') {
    this.field = field;
    this.text = text;
    this.lines = lines;
    this.shown = text.toJSON();
    field.value = this.shown;
    this.undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]), captureTimeout: 600 });
    text.observe(this.onText);
    field.addEventListener('input', this.onInput);
    field.addEventListener('compositionstart', this.onCompositionStart);
    field.addEventListener('compositionend', this.onCompositionEnd);
    field.addEventListener('keydown', this.onKeyDown);
  }

  destroy(): void {
    this.text.unobserve(this.onText);
    this.undo.destroy();
    this.field.removeEventListener('input', this.onInput);
    this.field.removeEventListener('compositionstart', this.onCompositionStart);
    this.field.removeEventListener('compositionend', this.onCompositionEnd);
    this.field.removeEventListener('keydown', this.onKeyDown);
  }

  private readonly onInput = (): void => {
    if (!this.composing) this.write();
  };

  private readonly onCompositionStart = (): void => {
    this.composing = true;
    this.missed = [];
  };

  private readonly onCompositionEnd = (): void => {
    this.composing = false;
    this.write();
    this.missed = [];
    this.show(this.field.selectionStart ?? this.field.value.length);
  };

  /** Undo of text is the page's own: only what was typed here, never what others typed. */
  private readonly onKeyDown = (event: Event): void => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey || this.composing) return;
    const letter = key.toLowerCase();
    const redo = letter === 'y' || (letter === 'z' && shiftKey);
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    if (redo) this.undo.redo();
    else this.undo.undo();
  };

  private write(): void {
    const value = this.field.value.replace(/\r?\n/g, this.lines === 'one' ? ' ' : '\n');
    const change = changeBetween(this.shown, value, this.field.selectionStart ?? value.length);
    if (change !== null) {
      const place = (position: number): number => this.missed.reduce((at, delta) => mapPosition(at, delta), position);
      const at = Math.min(place(change.at), this.text.length);
      const end = Math.min(Math.max(at, place(change.at + change.remove)), this.text.length);
      this.text.doc?.transact(() => {
        if (end > at) this.text.delete(at, end - at);
        if (change.insert.length > 0) this.text.insert(at, change.insert);
      }, this);
    }
    this.shown = this.text.toJSON();
    if (this.field.value !== this.shown) this.show(this.field.selectionStart ?? this.shown.length);
  }

  private readonly onText = (event: Y.YTextEvent): void => {
    if (event.transaction.origin === this) return;
    if (this.composing) {
      this.missed.push(event.delta);
      return;
    }
    const caret = mapPosition(this.field.selectionStart ?? 0, event.delta);
    const end = mapPosition(this.field.selectionEnd ?? 0, event.delta);
    this.show(caret, end);
  };

  private show(start: number, end = start): void {
    this.shown = this.text.toJSON();
    if (this.field.value === this.shown) return;
    this.field.value = this.shown;
    // Setting a selection would take the focus in some browsers.
    if (this.field.ownerDocument.activeElement === this.field) this.field.setSelectionRange(start, end);
    this.field.dispatchEvent(new CustomEvent('remotetext'));
  }
}
