import { useId, type ReactNode } from 'react';
import type { BlocCell, DotResultLine, DotResults } from '@rapport/domain/ballot-results';
import { useT, type Translate } from '../messages/use-t.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { sentenceOf, shareOf } from './result-sentence.ts';
import styles from './Results.module.css';

type ShownCell = Extract<BlocCell, { shown: true }>;

const blocText = (t: Translate, cell: ShownCell): string => {
  const share = shareOf(cell);
  switch (share.kind) {
    case 'counted':
      return t('results.of', { voters: share.voters, papers: share.papers });
    case 'at-least':
      return t('results.atLeast', { papers: share.papers });
    case 'at-most':
      return t('results.atMost', { papers: share.papers });
  }
};

const Row = ({ name, share, tone, children }: { name: ReactNode; share: number; tone: string; children: string }) => (
  <div className={styles['row']}>
    <span>{name}</span>
    <span className={styles['bar']} aria-hidden="true">
      <i className={styles[tone]} style={{ inlineSize: `${share * 100}%` }} />
    </span>
    <span className={styles['figure']}>{children}</span>
  </div>
);

const Option = ({ line, results }: { line: DotResultLine; results: DotResults }) => {
  const t = useT();
  const { valid } = results.base;
  const sentence = sentenceOf(line, results.base);
  return (
    <li className={styles['option']}>
      <span className={styles['rank']} aria-hidden="true">
        {line.rank}
      </span>
      <h3 className={styles['title']} dir="auto">
        {line.title}
      </h3>
      <p className={styles['say']}>
        {line.tied && line.dots > 0 && <span className={styles['tie']}>{t('results.tie')}</span>}
        {t(sentence.key, sentence.values)}
      </p>
      {line.dots > 0 && (
        <div className={styles['bars']}>
          <Row name={t('results.all')} share={valid === 0 ? 0 : line.voters / valid} tone="all">
            {t('results.of', { voters: line.voters, papers: valid })}
          </Row>
          {line.blocs.map(
            (cell, index) =>
              cell.shown && (
                <Row
                  key={cell.bloc}
                  name={<BlocTag bloc={cell.bloc} />}
                  share={shareOf(cell).share}
                  tone={`bloc${(index % 3) + 1}`}
                >
                  {blocText(t, cell)}
                </Row>
              ),
          )}
        </div>
      )}
    </li>
  );
};

const Table = ({ results, caption }: { results: DotResults; caption: string }) => {
  const t = useT();
  const { valid } = results.base;
  // A bloc is hidden for all options or for none; the note below says which are.
  const blocs = results.options[0]?.blocs.filter((cell) => cell.shown).map(({ bloc }) => bloc) ?? [];
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results.column.rank')}</th>
          <th scope="col">{t('results.column.option')}</th>
          <th scope="col">{t('results.column.dots')}</th>
          <th scope="col">{t('results.column.voters')}</th>
          <th scope="col">{t('results.column.share', { valid })}</th>
          {blocs.map((bloc) => (
            <th key={bloc} scope="col">
              <BlocTag bloc={bloc} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.options.map((line) => (
          <tr key={line.id}>
            <td className={styles['place']}>{line.tied ? t('results.rankTied', { rank: line.rank }) : line.rank}</td>
            <th scope="row" dir="auto">
              {line.title}
            </th>
            <td>{line.dots}</td>
            <td>{line.voters}</td>
            <td>{valid === 0 ? '–' : t('results.percent', { share: line.voters / valid })}</td>
            {line.blocs.map((cell) => cell.shown && <td key={cell.bloc}>{blocText(t, cell)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What a dot ballot said: a sentence for each option first, then bars; the table holds the same figures. */
export const Results = ({
  results,
  number,
  view,
}: {
  results: DotResults;
  /** The ballot's number in the group. */
  number: number;
  view: 'chart' | 'table';
}) => {
  const t = useT();
  const titleId = useId();
  const { base } = results;
  const hidden = results.options[0]?.blocs.filter((cell) => !cell.shown) ?? [];
  const title = t('results.title', { number });
  return (
    <section className={styles['results']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['heading']}>
        {title}
      </h2>
      <p className={styles['sub']}>
        {t('results.base', { options: results.options.length, valid: base.valid, entitled: base.entitled })}{' '}
        {t('results.rules', { budget: results.budget, cap: results.cap })}
        {base.proxies > 0 && ` ${t('results.proxies', { proxies: base.proxies })}`}
      </p>
      {view === 'chart' ? (
        <ol className={styles['options']}>
          {results.options.map((line) => (
            <Option key={line.id} line={line} results={results} />
          ))}
        </ol>
      ) : (
        <Table results={results} caption={title} />
      )}
      {hidden.length > 0 && (
        <aside className={styles['hidden']} aria-label={t('results.hidden.title')}>
          <p className={styles['hiddenTitle']}>
            {t('results.hidden.title')}{' '}
            {hidden.map(({ bloc }) => (
              <BlocTag key={bloc} bloc={bloc} />
            ))}
          </p>
          <p>{t('results.hidden.why')}</p>
        </aside>
      )}
    </section>
  );
};
