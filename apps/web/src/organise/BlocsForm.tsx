import { useState } from 'react';
import { inLanguage } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import { Symposium } from '@rapport/protocol/http';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notify } from '../ui/toast-store.ts';
import {
  addBloc,
  blocsDraftOf,
  chooseSide,
  fromBlocsDraft,
  isNameless,
  removeBloc,
  type BlocDraft,
} from './bloc-draft.ts';
import styles from './organise.module.css';

const LANGUAGES = ['en', 'fr', 'ar'] as const;

/** The blocs of a symposium in its own words, and the two whose agreement is measured. */
export const BlocsForm = ({
  symposium,
  onChanged,
}: {
  symposium: Pick<Symposium, 'id' | 'blocs' | 'sides'>;
  onChanged: () => void;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [draft, setDraft] = useState(() => blocsDraftOf(symposium));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);
  const [asked, setAsked] = useState(false);
  const { blocs } = fromBlocsDraft(draft);
  const nameless = draft.blocs.some(isNameless);
  const change = (next: typeof draft): void => {
    setDraft(next);
    setFailure(null);
  };
  const rename = (id: string, part: Partial<BlocDraft>): void =>
    change({ ...draft, blocs: draft.blocs.map((bloc) => (bloc.id === id ? { ...bloc, ...part } : bloc)) });

  const save = async (): Promise<void> => {
    setAsked(true);
    if (nameless) return;
    setRunning(true);
    const outcome = await api.patch(`/api/symposia/${symposium.id}`, fromBlocsDraft(draft), Symposium);
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    notify({ text: t('organise.settings.saved'), tone: 'ok' });
    onChanged();
  };

  const nameOf = (index: number): string => inLanguage(blocs[index]?.name ?? {}, locale) || (blocs[index]?.id ?? '');
  const sideOptions = blocs.map(({ id }, index) => ({ value: id, label: nameOf(index) }));
  const [first, second] = draft.sides;
  return (
    <section className={styles['card']} aria-labelledby="blocs">
      <h2 id="blocs">{t('organise.blocs.title')}</h2>
      <p className={styles['hint']}>{t('organise.blocs.body')}</p>
      {draft.blocs.map((bloc, index) => (
        <fieldset key={bloc.id} className={styles['bloc']}>
          <legend>
            <BlocTag bloc={bloc.id} blocs={blocs} />
          </legend>
          <div className={styles['trio']}>
            {LANGUAGES.map((language) => (
              <TextField
                key={language}
                label={t(`organise.blocs.name.${language}`)}
                value={bloc[language]}
                onChange={(name) => rename(bloc.id, { [language]: name })}
                maxLength={LIMITS.blocName}
                dir="auto"
                {...(language === 'en' && asked && isNameless(bloc) && { error: t('organise.blocs.nameless') })}
              />
            ))}
          </div>
          {draft.blocs.length > 2 && (
            <div>
              <Button size="small" onPress={() => change(removeBloc(draft, bloc.id))}>
                {t('organise.blocs.remove', { bloc: nameOf(index) })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button size="small" isDisabled={draft.blocs.length >= LIMITS.blocs} onPress={() => change(addBloc(draft))}>
          {t('organise.blocs.add')}
        </Button>
      </div>
      <div className={styles['pair']}>
        <Select
          label={t('organise.blocs.first')}
          value={first}
          onChange={(id) => change(chooseSide(draft, 0, id))}
          options={sideOptions}
        />
        <Select
          label={t('organise.blocs.second')}
          value={second}
          onChange={(id) => change(chooseSide(draft, 1, id))}
          options={sideOptions}
        />
      </div>
      <p className={styles['hint']}>{t('organise.blocs.sides')}</p>
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button variant="primary" isPending={running} onPress={() => void save()}>
          {t('organise.blocs.save')}
        </Button>
      </div>
    </section>
  );
};
