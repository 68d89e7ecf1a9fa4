import { useState, type ReactNode } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import type { ReportFormat } from '@rapport/protocol/http';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import type { Download } from '../session/http.ts';
import { saveFile, sizeText } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LANGUAGES } from '../ui/LanguageSwitch.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ExportMenu.module.css';

/** For people first, for programs last. */
const FORMATS = ['docx', 'pdf', 'pptx', 'md', 'csv', 'json'] as const satisfies readonly ReportFormat[];

/** Where a report is fetched. */
const reportPath = (groupId: GroupId, format: ReportFormat, language: Locale): string =>
  `/api/groups/${groupId}/report?format=${format}&lang=${language}`;

/** The group's report as a file; fetched here rather than linked to, so that a refusal can be read. */
export const ExportMenu = ({
  state,
  fetchFile,
  language: first,
  children,
}: {
  state: Pick<GroupState, 'id' | 'status' | 'symposium'>;
  fetchFile: (path: string) => Promise<Outcome<Download>>;
  /** Offered first; without it that of the interface. */
  language?: Locale;
  /** What there is to know before the file leaves. */
  children?: ReactNode;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('docx');
  const [language, setLanguage] = useState<Locale>(first ?? locale);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<{ file: string; size: string } | null>(null);
  const download = async (): Promise<void> => {
    setPending(true);
    const outcome = await fetchFile(reportPath(state.id, format, language));
    setPending(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(null);
    saveFile(outcome.value);
    setSaved({ file: outcome.value.fileName, size: sizeText(outcome.value.blob.size, locale) });
  };
  return (
    <section className={styles['menu']} aria-labelledby="report-title">
      <h2 id="report-title" className={styles['title']}>
        {t('report.title')}
      </h2>
      <p>{t(state.status === 'closed' ? 'report.final' : 'report.interim')}</p>
      {state.symposium.chathamHouse && <p className={styles['soft']}>{t('report.rule')}</p>}
      <RadioGroup
        label={t('report.format')}
        value={format}
        onChange={setFormat}
        options={FORMATS.map((one) => ({
          value: one,
          label: t(`report.format.${one}`),
          hint: t(`report.format.${one}.hint`),
        }))}
      />
      <Select label={t('report.language')} value={language} onChange={setLanguage} options={LANGUAGES} />
      {children}
      <div>
        <Button variant="secondary" isPending={pending} onPress={() => void download()}>
          {t('report.download')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void download()} />}
      {failure === null && saved !== null && (
        <Callout tone="ok" live>
          <p>{t('report.saved', saved)}</p>
        </Callout>
      )}
    </section>
  );
};
