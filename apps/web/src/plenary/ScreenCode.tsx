import { useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Plenary.module.css';

/** How a projector gets in: a code of its own, which knows nobody. For organisers. */
export const ScreenCode = ({ symposiumId, send }: { symposiumId: SymposiumId; send: SendCommand }) => {
  const t = useT();
  const [code, setCode] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const ask = async (action: 'show' | 'renew' | 'revoke'): Promise<void> => {
    const sent = send('screen.code', { symposiumId, action });
    if (!(await tellRefusal(sent))) return;
    const outcome = await sent;
    if (outcome.ok) setCode(outcome.value.code);
    setOpen(action !== 'revoke');
  };
  return (
    <>
      <Button size="small" onPress={() => void ask('show')}>
        {t('plenary.code.open')}
      </Button>
      {isOpen && code !== null && (
        <Dialog
          title={t('plenary.code.title')}
          isOpen
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button variant="danger" onPress={() => void ask('revoke')}>
                {t('plenary.code.revoke')}
              </Button>
              <Button onPress={() => void ask('renew')}>{t('plenary.code.renew')}</Button>
            </>
          }
        >
          <p>{t('plenary.code.body')}</p>
          <p className={styles['screenLink']} dir="ltr">
            <a href={paths.screen(code)} target="_blank" rel="noreferrer">
              {`${location.origin}${paths.screen(code)}`}
            </a>
          </p>
          <p className={styles['soft']}>{t('plenary.code.ends')}</p>
        </Dialog>
      )}
    </>
  );
};
