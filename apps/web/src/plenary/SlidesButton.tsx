import { useState } from 'react';
import type { Locale } from '@rapport/domain/languages';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import type { PlenaryState } from '@rapport/protocol/plenary';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import type { Download } from '../session/http.ts';
import { saveFile, sizeText } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LANGUAGES } from '../ui/LanguageSwitch.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Plenary.module.css';

const EVERY_ROUND = 'all';

/** The slides of all groups, or of those of one round, as a file to report back with. */
export const SlidesButton = ({
  state,
  fetchFile,
}: {
  state: Pick<PlenaryState, 'symposium' | 'groups'>;
  fetchFile: (path: string) => Promise<Outcome<Download>>;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [isOpen, setOpen] = useState(false);
  const [language, setLanguage] = useState<Locale>(locale);
  const [round, setRound] = useState(EVERY_ROUND);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<{ file: string; size: string } | null>(null);
  const rounds = new Map(state.groups.map((group) => [String(group.round.number), group.round.title]));
  const download = async (): Promise<void> => {
    setPending(true);
    const only = round === EVERY_ROUND ? '' : `&round=${round}`;
    const outcome = await fetchFile(`/api/symposia/${state.symposium.id}/slides?lang=${language}${only}`);
    setPending(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    saveFile(outcome.value);
    setSaved({ file: outcome.value.fileName, size: sizeText(outcome.value.blob.size, locale) });
  };
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('plenary.slides')}
      </Button>
      {isOpen && (
        <Dialog
          title={t('plenary.slides')}
          isOpen
          onClose={() => setOpen(false)}
          actions={
            <Button variant="primary" isPending={pending} onPress={() => void download()}>
              {t('plenary.slides.download')}
            </Button>
          }
        >
          <div className={styles['stack']}>
            <p>{t('plenary.slides.body')}</p>
            {rounds.size > 1 && (
              <Select
                label={t('plenary.slides.round')}
                value={round}
                onChange={setRound}
                options={[
                  { value: EVERY_ROUND, label: t('plenary.slides.allRounds') },
                  ...Array.from(rounds, ([value, label]) => ({ value, label })),
                ]}
              />
            )}
            <Select label={t('plenary.slides.language')} value={language} onChange={setLanguage} options={LANGUAGES} />
            {failure !== null && <FailureNote failure={failure} onRetry={() => void download()} />}
            {failure === null && saved !== null && (
              <Callout tone="ok" live>
                <p>{t('plenary.slides.saved', saved)}</p>
              </Callout>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
};
