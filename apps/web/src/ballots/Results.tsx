import { useId } from 'react';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BlocId } from '@rapport/domain/blocs';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { useBlocs } from '../ui/blocs-context.ts';
import { hiddenBlocs } from './bloc-words.ts';
import { LeadStrip } from './LeadStrip.tsx';
import { baseText } from './result-base.ts';
import { agreementNote, concordanceText, linesOf, type Bar, type ResultLine, type ResultPart } from './result-lines.ts';
import { tablesOf } from './result-table.ts';
import styles from './Results.module.css';
import { ResultTableView } from './ResultTableView.tsx';
import { Scatter } from './Scatter.tsx';

const BarRow = ({ bar }: { bar: Bar }) => (
  <div className={styles['row']}>
    <span>{bar.bloc === null ? bar.name : <BlocTag bloc={bar.bloc} />}</span>
    {bar.isHeld === true ? (
      <span className={styles['held']}>{bar.figure}</span>
    ) : (
      <>
        <span className={styles['bar']} aria-hidden="true">
          {bar.pieces.map(({ share, tone, rough }) => (
            <i
              key={rough ? 'rough' : 'sure'}
              className={`${styles[tone]} ${rough ? styles['rough'] : ''}`}
              style={{ inlineSize: `${share * 100}%` }}
            />
          ))}
        </span>
        <span className={styles['figure']}>{bar.figure}</span>
      </>
    )}
  </div>
);

const Part = ({ part }: { part: ResultPart }) => (
  <div className={styles['part']}>
    {part.title !== null && (
      <h4 className={styles['axis']} dir="auto">
        {part.title}
      </h4>
    )}
    <p className={styles['say']}>
      {part.tags.map((tag) => (
        <span key={tag.text} className={`${styles['tag']} ${styles[`tag-${tag.tone}`]}`}>
          {tag.text}
        </span>
      ))}
      {part.say}
    </p>
    {part.bars.length > 0 && (
      <div className={styles['bars']}>
        {part.bars.map((bar) => (
          <BarRow key={bar.key} bar={bar} />
        ))}
      </div>
    )}
    {part.lead !== null && <LeadStrip lead={part.lead} />}
    {part.note !== null && <p className={styles['note']}>{part.note}</p>}
  </div>
);

const Line = ({ line }: { line: ResultLine }) => {
  const t = useT();
  return (
    <li className={`${styles['option']} ${line.mark === null ? styles['unranked'] : ''}`}>
      {line.mark !== null && (
        <span className={styles['rank']} aria-hidden="true">
          {line.mark}
        </span>
      )}
      <div className={styles['text']}>
        <h3 className={styles['title']} dir="auto">
          {line.title}
        </h3>
        {(line.isTied || line.say !== null) && (
          <p className={styles['say']}>
            {line.isTied && <span className={`${styles['tag']} ${styles['tag-warn']}`}>{t('results.tie')}</span>}
            {line.say}
          </p>
        )}
        {line.parts.map((part) => (
          <Part key={part.key} part={part} />
        ))}
        {line.reasons.length > 0 && (
          <details className={styles['reasons']}>
            <summary>{t('results.reasons', { count: line.reasons.length })}</summary>
            <ul>
              {line.reasons.map(({ level, text }, index) => (
                // The same words may stand twice; the list never changes.
                <li key={index}>
                  <strong>{level}</strong> <span dir="auto">{text}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
};

const HiddenBlocs = ({ label, blocs }: { label: string; blocs: readonly BlocId[] }) =>
  blocs.length > 0 && (
    <p className={styles['hiddenTitle']}>
      {label}{' '}
      {blocs.map((bloc) => (
        <BlocTag key={bloc} bloc={bloc} />
      ))}
    </p>
  );

/** What a ballot said: a sentence for each option first, then bars; the table holds the same figures. */
export const Results = ({
  results,
  number,
  view,
  place = 'group',
}: {
  results: BallotResults;
  /** Whose ballot it was. */
  place?: 'group' | 'plenary';
  /** The ballot's number there. */
  number: number;
  view: 'chart' | 'table';
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const titleId = useId();
  const words = { t, locale, blocs: useBlocs() };
  const { everywhere, somewhere } = hiddenBlocs(results);
  const title = t(place === 'group' ? 'results.title' : 'plenary.results', { number });
  const concordance = concordanceText(words, results);
  const silent = agreementNote(words, results);
  return (
    <section className={styles['results']} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId} className={styles['heading']}>
          {title}
        </h2>
        <p className={styles['sub']}>{baseText(t, results)}</p>
      </div>
      {concordance !== null && <p className={styles['whole']}>{concordance}</p>}
      <div className={`${styles['body']} ${results.kind === 'rating' && view === 'chart' ? styles['beside'] : ''}`}>
        {view === 'chart' ? (
          <ol className={styles['options']}>
            {linesOf(words, results).map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
        ) : (
          <div className={styles['tables']}>
            {tablesOf(words, results).map((table) => (
              <ResultTableView key={table.caption ?? ''} table={table} caption={title} />
            ))}
          </div>
        )}
        <div className={styles['side']}>
          {results.kind === 'rating' && view === 'chart' && <Scatter results={results} />}
          {(silent !== null || everywhere.length + somewhere.length > 0) && (
            <aside className={styles['hidden']} aria-label={t('results.hidden.label')}>
              {silent !== null && <p className={styles['hiddenTitle']}>{silent}</p>}
              <HiddenBlocs label={t('results.hidden.title')} blocs={everywhere} />
              <HiddenBlocs label={t('results.hidden.somewhere')} blocs={somewhere} />
              {everywhere.length + somewhere.length > 0 && <p>{t('results.hidden.why')}</p>}
            </aside>
          )}
        </div>
      </div>
    </section>
  );
};
