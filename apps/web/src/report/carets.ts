import type { ShownCaret } from '@rapport/protocol/report-presence';
import type { Awareness } from 'y-protocols/awareness';

/** Where somebody else writes, in characters of a field. */
export type OtherCaret = { id: number; at: number; name: string | null; alias: ShownCaret['alias']; colour: number };

/** ms between two messages about one's own caret. */
const EVERY = 120;

/**
 * Tells the others where one writes and knows where they do. The server decides who is shown as what; without an alias a
 * state is not the server's.
 */
export class Carets {
  private readonly awareness: Awareness;
  private readonly listeners = new Set<() => void>();
  private byField = new Map<string, readonly OtherCaret[]>();
  private own: { field: string; anchor: number; head: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(awareness: Awareness) {
    this.awareness = awareness;
    awareness.on('change', this.read);
    this.read();
  }

  destroy(): void {
    this.awareness.off('change', this.read);
    if (this.timer !== null) clearTimeout(this.timer);
    this.awareness.setLocalState({ caret: null });
  }

  /** One writes here; null: nowhere. */
  place(own: { field: string; anchor: number; head: number } | null): void {
    this.own = own;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.awareness.setLocalState({ caret: this.own });
    }, EVERY);
  }

  /** Leaves a field, unless one has gone on to another already. */
  leave(field: string): void {
    if (this.own?.field === field) this.place(null);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The others in a field, in the order of the text; the same list until somebody there has moved. */
  in(field: string): readonly OtherCaret[] {
    return this.byField.get(field) ?? NOBODY;
  }

  private readonly read = (): void => {
    const next = new Map<string, OtherCaret[]>();
    for (const [id, raw] of this.awareness.getStates()) {
      if (id === this.awareness.clientID || typeof raw['alias'] !== 'string') continue;
      const { caret, name = null, alias, colour } = raw as ShownCaret;
      if (caret === undefined) continue;
      next.set(caret.field, [...(next.get(caret.field) ?? []), { id, at: caret.head, name, alias, colour }]);
    }
    for (const carets of next.values()) carets.sort((one, other) => one.at - other.at);
    const before = this.byField;
    this.byField = new Map(
      [...next].map(([field, carets]) => {
        const known = before.get(field);
        return [field, known !== undefined && JSON.stringify(known) === JSON.stringify(carets) ? known : carets];
      }),
    );
    for (const listener of this.listeners) listener();
  };
}

const NOBODY: readonly OtherCaret[] = [];
