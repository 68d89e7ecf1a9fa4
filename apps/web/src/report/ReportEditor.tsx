import type { ReactNode } from 'react';
import type { PlacedSentence, ReportContent } from '@rapport/board/read-report';
import { HEADLINES, headlineOf } from '@rapport/board/report-layout';
import { LIMITS } from '@rapport/domain/limits';
import { countWords } from '@rapport/domain/options';
import type * as Y from 'yjs';
import { useT } from '../messages/use-t.ts';
import { InfoIcon } from '../ui/icons/InfoIcon.tsx';
import { WarningIcon } from '../ui/icons/WarningIcon.tsx';
import type { Carets } from './carets.ts';
import { LineField } from './LineField.tsx';
import styles from './Report.module.css';
import { SentenceList } from './SentenceList.tsx';

/** The parts of a report in the order in which they are printed: what is written here between what is shown. */
export const ReportEditor = ({
  doc,
  content,
  fitting,
  carets,
  options,
  ideas,
  sentenceTools,
}: {
  doc: Y.Doc;
  content: ReportContent;
  /** Ids of sentences that follow from the results as they are; null while that is not known. */
  fitting: ReadonlySet<string> | null;
  /** Null where nothing may be written. */
  carets: Carets | null;
  options: ReactNode;
  ideas: ReactNode;
  /** What there is to do about the product's sentences. */
  sentenceTools: ReactNode;
}) => {
  const t = useT();
  return (
    <div className={styles['editor']}>
      <section id="part-headlines" tabIndex={-1} className={styles['part']} aria-labelledby="part-headlines-title">
        <h2 id="part-headlines-title">{t('report.headlines')}</h2>
        {carets !== null && (
          <p className={styles['hint']}>{t('report.headlines.hint', { most: LIMITS.headlineWords })}</p>
        )}
        <ol className={styles['headlines']}>
          {HEADLINES.map((headline, index) => {
            const value = content.headlines[index] ?? '';
            return (
              <li key={headline}>
                {carets === null ? (
                  <p dir="auto" className={styles['read']}>
                    {value.trim() === '' ? <span className={styles['soft']}>{t('report.empty')}</span> : value}
                  </p>
                ) : (
                  <>
                    <LineField
                      field={headline}
                      text={headlineOf(doc, headline)}
                      value={value}
                      label={t('report.headlines.line', { place: index + 1 })}
                      describedBy={`words-${headline}`}
                      carets={carets}
                    />
                    <Words id={`words-${headline}`} words={countWords(value)} />
                  </>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      {options}
      <section id="part-agreement" tabIndex={-1} className={styles['part']} aria-labelledby="part-agreement-title">
        <h2 id="part-agreement-title">{t('report.agreement')}</h2>
        <p className={styles['hint']}>{t('report.agreement.hint')}</p>
        {sentenceTools}
        {content.agreement.length === 0 && <p className={styles['soft']}>{t('report.agreement.none')}</p>}
        <SentenceList
          doc={doc}
          list="agreement"
          sentences={content.agreement}
          carets={carets}
          renderNote={(sentence) => <Origin sentence={sentence} fits={fitting?.has(sentence.id) ?? true} />}
        />
      </section>
      {ideas}
      <section id="part-questions" tabIndex={-1} className={styles['part']} aria-labelledby="part-questions-title">
        <h2 id="part-questions-title">{t('report.questions')}</h2>
        {carets !== null && <p className={styles['hint']}>{t('report.questions.hint')}</p>}
        {content.questions.length === 0 && carets === null && <p className={styles['soft']}>{t('report.empty')}</p>}
        <SentenceList doc={doc} list="questions" sentences={content.questions} carets={carets} />
      </section>
    </div>
  );
};

/** Whose words a sentence is, and whether what it says still follows from the results. */
const Origin = ({ sentence: { origin }, fits }: { sentence: PlacedSentence; fits: boolean }) => {
  const t = useT();
  return (
    <>
      <span className={styles['chip']}>{t(`report.origin.${origin}`)}</span>
      {origin !== 'own' && !fits && (
        <span className={`${styles['chip']} ${styles['look']}`}>
          <WarningIcon />
          {t('report.origin.outdated')}
        </span>
      )}
    </>
  );
};

/** How long a headline is, against how long it may be. */
const Words = ({ id, words }: { id: string; words: number }) => {
  const t = useT();
  const most = LIMITS.headlineWords;
  const over = words > most;
  return (
    <p id={id} className={`${styles['words']} ${over ? styles['over'] : ''}`}>
      {over ? <WarningIcon /> : <InfoIcon />}
      {over ? t('report.words.over', { words, most, over: words - most }) : t('report.words', { words, most })}
    </p>
  );
};
