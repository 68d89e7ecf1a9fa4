import { useState } from 'react';
import { LOCALE_NAMES, type Locale } from '@rapport/domain/languages';
import type { Failure } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { notify } from '../ui/toast-store.ts';
import type { Sentences } from './use-report-state.ts';

/** Offers the sentences of new results, and the product's own sentences in the language chosen for the report. */
export const SentenceTools = ({ sentences, language }: { sentences: Sentences; language: Locale }) => {
  const t = useT();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { state } = sentences;
  if (state === null || state.language === null) return null;
  const { language: written, fresh } = state;
  const bringIn = async (wanted: Locale): Promise<void> => {
    setPending(true);
    const refused = await sentences.bringIn(wanted);
    setPending(false);
    setFailure(refused);
    if (refused === null) notify({ tone: 'ok', text: t('report.sentences.done') });
  };
  return (
    <>
      {fresh > 0 && (
        <Callout
          action={
            <Button size="small" isPending={isPending} onPress={() => void bringIn(written)}>
              {t('report.sentences.bringIn', { count: fresh })}
            </Button>
          }
        >
          <p>{t('report.sentences.fresh', { count: fresh })}</p>
        </Callout>
      )}
      {written !== language && state.fitting.length > 0 && (
        <Callout
          action={
            <Button size="small" isPending={isPending} onPress={() => void bringIn(language)}>
              {t('report.sentences.say', { language: LOCALE_NAMES[language] })}
            </Button>
          }
        >
          <p>{t('report.sentences.language', { language: LOCALE_NAMES[written] })}</p>
        </Callout>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
};
