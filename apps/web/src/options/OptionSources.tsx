import { useSyncExternalStore } from 'react';
import type { GroupOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardContent } from '../board/use-board.ts';
import { useT } from '../messages/use-t.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './Options.module.css';

/** So many stand there at once. */
const UNFOLDED = 4;

/** What an option grew out of, under the titles of then; a press brings it into view on the board. */
export const OptionSources = ({
  session,
  sources,
  onGoTo,
}: {
  session: BoardSession;
  sources: GroupOption['sources'];
  onGoTo: (id: string) => void;
}) => {
  const t = useT();
  const { records } = useBoardContent(session);
  const isThere = (source: GroupOption['sources'][number]): boolean =>
    source.kind === 'cluster' ? records.cluster(source.id) !== null : records.card(source.id)?.binned === false;
  const there = useSyncExternalStore(
    (listener) => records.subscribe('ids', listener),
    () => sources.map((source) => (isThere(source) ? '1' : '0')).join(''),
  );
  const line = (source: GroupOption['sources'][number], index: number) => {
    const content = (
      <>
        <span className={styles['kind']}>{t(`options.sources.${source.kind}`)}</span>
        <span dir="auto">{source.title.trim() === '' ? t('board.cluster.untitled') : source.title}</span>
      </>
    );
    return (
      <li key={`${source.kind} ${source.id}`}>
        {there[index] === '1' ? (
          <button
            type="button"
            className={styles['source']}
            title={t('options.sources.show', { title: source.title })}
            onClick={() => onGoTo(source.id)}
          >
            {content}
          </button>
        ) : (
          <span className={styles['source']}>
            {content}
            <span />
            <span className={styles['soft']}>{t('options.sources.gone')}</span>
          </span>
        )}
      </li>
    );
  };
  const lines = sources.map(line);
  const shown = sources.length > UNFOLDED + 1 ? UNFOLDED : sources.length;
  return (
    <>
      <ul className={styles['sources']}>{lines.slice(0, shown)}</ul>
      {shown < sources.length && (
        <Disclosure title={t('options.sources.more', { count: sources.length - shown })}>
          <ul className={styles['sources']}>{lines.slice(shown)}</ul>
        </Disclosure>
      )}
    </>
  );
};
