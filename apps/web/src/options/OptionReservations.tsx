import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import { ReservationKind } from '@rapport/domain/options';
import type { GroupOption } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './Options.module.css';

/** What stands beside an option and is always printed with it, and a way to add to it. */
export const OptionReservations = ({
  option,
  mayAdd,
  send,
}: {
  option: GroupOption;
  mayAdd: boolean;
  send: SendCommand;
}) => {
  const t = useT();
  const [adding, setAdding] = useState(false);
  return (
    <section className={styles['section']} aria-label={t('options.reservations')}>
      <h3>{t('options.reservations')}</h3>
      {option.reservations.length === 0 ? (
        <p className={styles['soft']}>{t('options.reservations.none')}</p>
      ) : (
        <ul className={styles['quotes']}>
          {option.reservations.map(({ id, kind, text }) => (
            <li key={id} className={styles['quote']}>
              <span className={styles['kind']}>{t(`options.reservation.${kind}`)}</span>
              <p dir="auto">{text}</p>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <div>
          <Button size="small" onPress={() => setAdding(true)}>
            {t('options.reservation.add')}
          </Button>
        </div>
      )}
      {adding && <ReservationDialog option={option} send={send} onClose={() => setAdding(false)} />}
    </section>
  );
};

const ReservationDialog = ({
  option,
  send,
  onClose,
}: {
  option: GroupOption;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [kind, setKind] = useState<ReservationKind>('reservation');
  const [text, setText] = useState('');
  return (
    <DeedDialog
      title={t('options.reservation.title', { code: option.code })}
      holdsInput
      onClose={onClose}
      confirm={t('options.reservation.confirm')}
      isReady={text.trim() !== ''}
      deed={() => send('reservation.add', { optionId: option.id, kind, text })}
      onDone={() => notify({ tone: 'ok', text: t('options.said.reserved') })}
    >
      <RadioGroup
        label={t('options.reservation.kind')}
        value={kind}
        onChange={setKind}
        options={ReservationKind.options.map((value) => ({
          value,
          label: t(`options.reservation.${value}`),
          hint: t(`options.reservation.${value}.hint`),
        }))}
      />
      <TextField
        label={t('options.reservation.text')}
        hint={t('options.reservation.who')}
        lines={5}
        dir="auto"
        autoFocus
        maxLength={LIMITS.reservation}
        value={text}
        onChange={setText}
      />
    </DeedDialog>
  );
};
