import { useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import { Symposium } from '@rapport/protocol/http';
import { navigate } from '../location.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notify } from '../ui/toast-store.ts';
import { BlocsForm } from './BlocsForm.tsx';
import { SymposiumForm } from './SymposiumForm.tsx';
import { draftOf, fromDraft } from './symposium-draft.ts';
import styles from './organise.module.css';

/** What can be changed about a symposium, and how it ends. */
export const SettingsPanel = ({ symposium, onChanged }: { symposium: Symposium; onChanged: () => void }) => {
  const t = useT();
  const [asking, setAsking] = useState<'status' | 'delete' | null>(null);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const address = `/api/symposia/${symposium.id}`;
  const isOpen = symposium.status === 'open';

  const setStatus = async (): Promise<void> => {
    const outcome = await api.patch(address, { status: isOpen ? 'closed' : 'open' }, Symposium);
    setFailure(outcome.ok ? null : outcome.failure);
    onChanged();
  };
  const remove = async (): Promise<void> => {
    const outcome = await api.delete(address);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) navigate(paths.organise());
  };

  return (
    <div className={styles['panel']}>
      <section className={styles['stack']} aria-labelledby="settings">
        <h2 id="settings">{t('organise.step.settings')}</h2>
        <SymposiumForm
          initial={draftOf(symposium)}
          submit={t('organise.settings.save')}
          note={t('organise.settings.ratchet')}
          onSubmit={async (draft) => {
            const outcome = await api.patch(address, fromDraft(draft, symposium), Symposium);
            if (outcome.ok) {
              notify({ text: t('organise.settings.saved'), tone: 'ok' });
              onChanged();
            }
            return outcome;
          }}
        />
      </section>
      <BlocsForm symposium={symposium} onChanged={onChanged} />
      <section className={styles['card']} aria-labelledby="end">
        <h2 id="end">{t('organise.settings.end')}</h2>
        {failure !== null && <FailureNote failure={failure} />}
        {symposium.sealed !== true && (
          <>
            <p>{t(isOpen ? 'organise.settings.closeBody' : 'organise.settings.reopenBody')}</p>
            <div>
              <Button onPress={() => setAsking('status')}>
                {t(isOpen ? 'organise.settings.close' : 'organise.settings.reopen')}
              </Button>
            </div>
          </>
        )}
        <p>{t('organise.settings.deleteBody')}</p>
        <div>
          <Button
            variant="danger"
            onPress={() => {
              setTyped('');
              setAsking('delete');
            }}
          >
            {t('organise.settings.delete')}
          </Button>
        </div>
      </section>
      <ConfirmDialog
        title={t(isOpen ? 'organise.settings.closeTitle' : 'organise.settings.reopenTitle')}
        body={<p>{t(isOpen ? 'organise.settings.closeBody' : 'organise.settings.reopenBody')}</p>}
        confirm={t(isOpen ? 'organise.settings.close' : 'organise.settings.reopen')}
        isOpen={asking === 'status'}
        onConfirm={setStatus}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        title={t('organise.settings.deleteTitle')}
        variant="danger"
        body={
          <>
            <p>{t('organise.settings.deleteBody')}</p>
            <TextField
              label={t('organise.settings.deleteType', { title: symposium.title })}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              dir="auto"
            />
          </>
        }
        confirm={t('organise.settings.delete')}
        isBlocked={typed.trim() !== symposium.title.trim()}
        isOpen={asking === 'delete'}
        onConfirm={remove}
        onClose={() => setAsking(null)}
      />
    </div>
  );
};
