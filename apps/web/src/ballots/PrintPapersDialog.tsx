import { useState } from 'react';
import type { Locale } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import type { BallotDraft } from '@rapport/protocol/ballot-draft';
import effects from '../facilitation/Effects.module.css';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { api, type Download } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { LANGUAGES } from '../ui/LanguageSwitch.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Papers of a ballot as a PDF, for people without a device: of one that is open, or of one that will be. */
export const PrintPapersDialog = ({
  path,
  draft,
  missing,
  onClose,
}: {
  /** Where the papers are had from. */
  path: string;
  /** What will be asked, as long as the ballot is not open. */
  draft?: BallotDraft;
  /** Papers that have not come in yet: as many sheets are proposed. */
  missing: number;
  onClose: () => void;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [count, setCount] = useState(String(Math.min(LIMITS.printedPapers, Math.max(1, missing))));
  const [lang, setLang] = useState<Locale>(locale);
  const [large, setLarge] = useState(false);
  const sheets = /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0;
  const isReady = sheets >= 1 && sheets <= LIMITS.printedPapers;
  return (
    <DeedDialog
      title={t('ballot.print.title')}
      holdsInput
      isReady={isReady}
      confirm={t('ballot.print.confirm', { sheets })}
      deed={() => api.file(`${path}?count=${sheets}&lang=${lang}&large=${large}`, draft)}
      onDone={(file: Download) => saveFile(file)}
      onClose={onClose}
    >
      <ul className={effects['effects']}>
        <li>{t('ballot.print.body')}</li>
        <li>{t('ballot.print.number')}</li>
        <li>{t('ballot.print.enter')}</li>
        {draft !== undefined && <li>{t('ballot.print.ahead')}</li>}
      </ul>
      <TextField
        label={t('ballot.print.count')}
        value={count}
        onChange={setCount}
        inputMode="numeric"
        dir="ltr"
        {...(!isReady && { error: t('ballot.print.most', { most: LIMITS.printedPapers }) })}
      />
      <Select label={t('ballot.print.language')} value={lang} onChange={setLang} options={LANGUAGES} />
      <Checkbox isSelected={large} onChange={setLarge}>
        {t('ballot.print.large')}
      </Checkbox>
    </DeedDialog>
  );
};
