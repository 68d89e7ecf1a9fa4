import { memo, useRef, type ReactNode } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { useStore } from 'zustand';
import styles from './OutlineView.module.css';
import type { TabLine } from './tab-line.ts';
import { useNear } from './use-near.ts';

/** Lines that come and go together. */
const BLOCK = 32;
/** Height of a line nobody has seen yet, px. */
const GUESS = 66;

type Props = {
  cards: readonly CardId[];
  tabLine: TabLine;
  /** True where the list is likely to be in view at once. */
  isFirst: boolean;
  /** The same function until what a line shows has to be drawn anew. */
  renderLine: (card: CardId) => ReactNode;
};

/**
 * A list of cards of which only what is in view, near it, or holds the tab stop is on the page. Each line says which
 * of how many it is, so that the list is whole to whoever does not see it.
 */
export const OutlineLines = memo(({ cards, tabLine, isFirst, renderLine }: Props) => {
  const blocks = Array.from({ length: Math.ceil(cards.length / BLOCK) }, (_, index) => index * BLOCK);
  if (blocks.length === 0) return null;
  return (
    <div role="list">
      {blocks.map((start) => (
        <Block
          key={start}
          cards={cards}
          start={start}
          tabLine={tabLine}
          isFirst={isFirst && start === 0}
          renderLine={renderLine}
        />
      ))}
    </div>
  );
});
OutlineLines.displayName = 'OutlineLines';

const Block = ({ cards, start, tabLine, isFirst, renderLine }: Props & { start: number }) => {
  const box = useRef<HTMLDivElement>(null);
  const zone = useRef<HTMLDivElement>(null);
  const { near, height } = useNear(zone, box, isFirst);
  const mine = cards.slice(start, start + BLOCK);
  const holdsTab = useStore(tabLine, ({ line }) => line !== null && mine.includes(line as CardId));
  const isShown = near || holdsTab;
  return (
    <div
      ref={box}
      role="presentation"
      className={styles['block']}
      style={isShown ? undefined : { blockSize: height ?? mine.length * GUESS }}
    >
      <div ref={zone} aria-hidden="true" className={styles['zone']} />
      {isShown &&
        mine.map((card, index) => (
          <div
            key={card}
            role="listitem"
            aria-posinset={start + index + 1}
            aria-setsize={cards.length}
            data-line={card}
            className={styles['card']}
          >
            {renderLine(card)}
          </div>
        ))}
    </div>
  );
};
