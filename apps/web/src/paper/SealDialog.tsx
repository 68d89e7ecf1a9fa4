import { useState } from 'react';
import type { Symposium } from '@rapport/protocol/http';
import { SealState } from '@rapport/protocol/seal';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { Callout } from '../ui/Callout.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Paper.module.css';

/** The second step: says what a seal is, closes what is open when asked to, and wants the title typed. */
export const SealDialog = ({
  symposium,
  state,
  onSealing,
  onClose,
}: {
  symposium: Pick<Symposium, 'id' | 'title'>;
  state: SealState;
  onSealing: (state: SealState) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [closes, setCloses] = useState(false);
  const open = state.obstacles.filter(({ kind }) => kind === 'group-open').length;
  const plenary = state.obstacles.some(({ kind }) => kind === 'plenary-open');
  const blocked = state.obstacles.length > 0;
  return (
    <DeedDialog
      title={t('paper.seal.title')}
      role="alertdialog"
      holdsInput
      confirm={t('paper.seal.confirm')}
      isReady={typed.trim() === symposium.title.trim() && (!blocked || closes)}
      deed={() => api.post(`/api/symposia/${symposium.id}/seal`, { close: closes }, SealState)}
      onDone={onSealing}
      onClose={onClose}
    >
      <p>{t('paper.seal.body')}</p>
      <ul className={styles['points']}>
        <li>{t('paper.seal.point.still')}</li>
        <li>{t('paper.seal.point.files')}</li>
        <li>{t('paper.seal.point.final')}</li>
      </ul>
      {state.placed === 0 && <Callout tone="warn">{t('paper.seal.nothingPlaced')}</Callout>}
      {blocked && (
        <Checkbox isSelected={closes} onChange={setCloses} hint={t('paper.seal.closeHint')}>
          {t('paper.seal.close', { groups: open, plenary: plenary ? 'yes' : 'no' })}
        </Checkbox>
      )}
      <TextField
        label={t('paper.seal.type', { title: symposium.title })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        dir="auto"
      />
    </DeedDialog>
  );
};
