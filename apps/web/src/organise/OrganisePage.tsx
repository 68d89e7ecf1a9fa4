import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Outcome } from '@rapport/protocol/failures';
import { Symposium } from '@rapport/protocol/http';
import { navigate } from '../location.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { Screen } from '../pages/Screen.tsx';
import { SignOutButton } from '../pages/SignOutButton.tsx';
import { api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { OrganiserGate } from './OrganiserGate.tsx';
import { SymposiumForm } from './SymposiumForm.tsx';
import { SymposiumLine } from './SymposiumLine.tsx';
import { fromDraft, newDraft, type SymposiumDraft } from './symposium-draft.ts';
import styles from './organise.module.css';

const today = (): string => new Date().toLocaleDateString('sv-SE');

const readSymposia = (): Promise<Outcome<Symposium[]>> => api.get('/api/symposia', z.array(Symposium));

const create = async (draft: SymposiumDraft): Promise<Outcome<Symposium>> => {
  const outcome = await api.post('/api/symposia', fromDraft(draft), Symposium);
  if (outcome.ok) navigate(paths.symposium(outcome.value.slug));
  return outcome;
};

const Symposia = () => {
  const t = useT();
  usePageTitle(t('organise.list.title'));
  const [answer, setAnswer] = useState<Outcome<Symposium[]> | null>(null);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    void readSymposia().then(setAnswer);
  }, []);

  const add = (
    <Button variant="primary" onPress={() => setNew(true)}>
      {t('organise.list.new')}
    </Button>
  );
  return (
    <Screen actions={<SignOutButton />}>
      <div className={styles['titleRow']}>
        <h1>{t('organise.list.title')}</h1>
        {answer?.ok === true && answer.value.length > 0 && add}
      </div>
      {answer === null && <Skeleton lines={4} />}
      {answer?.ok === false && (
        <FailureNote
          failure={answer.failure}
          onRetry={() => {
            setAnswer(null);
            void readSymposia().then(setAnswer);
          }}
        />
      )}
      {answer?.ok === true &&
        (answer.value.length === 0 ? (
          <EmptyState title={t('organise.list.empty')} action={add}>
            {t('organise.list.emptyBody')}
          </EmptyState>
        ) : (
          <ul className={styles['list']}>
            {answer.value.toReversed().map((symposium) => (
              <SymposiumLine key={symposium.id} symposium={symposium} />
            ))}
          </ul>
        ))}
      <Dialog title={t('organise.list.new')} isOpen={isNew} onClose={() => setNew(false)} width="wide" holdsInput>
        <SymposiumForm initial={newDraft(today())} submit={t('organise.list.create')} onSubmit={create} />
      </Dialog>
    </Screen>
  );
};

/** The organiser's own front page. */
export const OrganisePage = () => (
  <OrganiserGate>
    <Symposia />
  </OrganiserGate>
);
