import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import type { BadgeOrder, Symposium } from '@rapport/protocol/http';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './organise.module.css';

/** Badges and table tents as PDFs. What is entered of the venue's Wi-Fi is printed and kept nowhere. */
export const BadgesCard = ({ symposium }: { symposium: Pick<Symposium, 'id' | 'seats'> }) => {
  const t = useT();
  const lang = useLocaleStore((store) => store.locale);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [printing, setPrinting] = useState<BadgeOrder['form'] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const print = async (form: BadgeOrder['form']): Promise<void> => {
    const wifi = name.trim() === '' || form === 'tents' ? {} : { wifi: { name: name.trim(), password } };
    const order: BadgeOrder = { form, lang, ...wifi };
    setPrinting(form);
    const outcome = await api.file(`/api/symposia/${symposium.id}/badges.pdf`, order);
    setPrinting(null);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) saveFile(outcome.value);
  };

  return (
    <section className={styles['card']} aria-labelledby="badges">
      <h3 id="badges">{t('organise.badges.title')}</h3>
      <p>{t('organise.badges.body')}</p>
      <div className={styles['pair']}>
        <TextField
          label={t('organise.badges.wifiName')}
          hint={t('organise.badges.optional')}
          value={name}
          onChange={setName}
          maxLength={LIMITS.wifiName}
          autoComplete="off"
          dir="auto"
        />
        <TextField
          label={t('organise.badges.wifiPassword')}
          hint={t('organise.badges.wifiHint')}
          value={password}
          onChange={setPassword}
          maxLength={LIMITS.wifiPassword}
          autoComplete="off"
          dir="ltr"
        />
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <div className={styles['row']}>
        <Button
          variant="primary"
          isPending={printing === 'badges'}
          isDisabled={symposium.seats === 0 || printing === 'tents'}
          onPress={() => void print('badges')}
        >
          {t('organise.badges.print')}
        </Button>
        <Button
          isPending={printing === 'tents'}
          isDisabled={symposium.seats === 0 || printing === 'badges'}
          onPress={() => void print('tents')}
        >
          {t('organise.badges.tents')}
        </Button>
      </div>
    </section>
  );
};
