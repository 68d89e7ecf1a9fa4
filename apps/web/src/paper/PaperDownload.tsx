import { useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import type { Failure } from '@rapport/protocol/failures';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LANGUAGES } from '../ui/LanguageSwitch.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import styles from './Paper.module.css';

/** For people first, for programs last; `register` is the register alone, an option a line. */
const FORMATS = ['docx', 'pdf', 'pptx', 'md', 'csv', 'register', 'json'] as const;
type Format = (typeof FORMATS)[number];

const addressOf = (symposiumId: SymposiumId, format: Format, language: Locale): string =>
  format === 'register'
    ? `/api/symposia/${symposiumId}/register?format=csv`
    : `/api/symposia/${symposiumId}/paper?format=${format}&lang=${language}`;

/** The options paper as a file: what the symposium takes home. */
export const PaperDownload = ({ symposiumId }: { symposiumId: SymposiumId }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [format, setFormat] = useState<Format>('docx');
  const [language, setLanguage] = useState<Locale>(locale);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    setPending(true);
    const outcome = await api.file(addressOf(symposiumId, format, language));
    setPending(false);
    setFailure(outcome.ok ? null : outcome.failure);
    setSaved(outcome.ok ? outcome.value.fileName : null);
    if (outcome.ok) saveFile(outcome.value);
  };
  return (
    <div className={styles['stack']}>
      <RadioGroup
        label={t('paper.format')}
        value={format}
        onChange={setFormat}
        options={FORMATS.map((one) => ({
          value: one,
          label: t(`paper.format.${one}`),
          hint: t(`paper.format.${one}.hint`),
        }))}
      />
      <Select label={t('paper.language')} value={language} onChange={setLanguage} options={LANGUAGES} />
      <div>
        <Button variant="primary" isPending={pending} onPress={() => void download()}>
          {t('paper.download')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void download()} />}
      {saved !== null && (
        <Callout tone="ok" live>
          {t('paper.saved', { file: saved })}
        </Callout>
      )}
      {/* Pages in another language are other pages. */}
      <PaperPreview key={language} symposiumId={symposiumId} language={language} calls={api} />
    </div>
  );
};
