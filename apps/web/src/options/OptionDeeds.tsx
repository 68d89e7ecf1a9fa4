import type { ReactNode } from 'react';
import type { GroupOption } from '@rapport/protocol/options';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { notify } from '../ui/toast-store.ts';
import styles from './Options.module.css';
import { isForwarded } from './option-steps.ts';

/** Deeds on an option's text that are asked about first. */
export type OptionDeed = 'freeze' | 'open' | 'aside';

/** The second step of freezing, opening and setting aside: what will happen. */
export const OptionDeeds = ({
  option,
  asking,
  send,
  onClose,
}: {
  option: GroupOption;
  asking: OptionDeed | null;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const { code, id, version } = option;
  const next = (version ?? 0) + 1;
  const freeze = async (): Promise<void> => {
    const sent = send('option.freeze', { optionId: id });
    if (!(await tellRefusal(sent))) return;
    const outcome = await sent;
    if (outcome.ok) notify({ tone: 'ok', text: t('options.said.frozen', { code, version: outcome.value.version }) });
  };
  return (
    <>
      <ConfirmDialog
        title={t('options.freeze.title', { code })}
        isOpen={asking === 'freeze'}
        confirm={t('options.freeze.confirm')}
        onClose={onClose}
        onConfirm={freeze}
        body={
          <Effects>
            <li>{t('options.freeze.fixed', { version: next })}</li>
            {version !== null && <li>{t('options.freeze.same')}</li>}
            <li>{t('options.freeze.closed')}</li>
            <li>{t('options.freeze.next')}</li>
            {option.sponsors.length > 0 && <li>{t('options.freeze.sponsors')}</li>}
          </Effects>
        }
      />
      <ConfirmDialog
        title={t('options.open.title', { code })}
        isOpen={asking === 'open' && version !== null}
        confirm={t('options.open.confirm')}
        onClose={onClose}
        onConfirm={async () => {
          await tellRefusal(send('option.open', { optionId: id }));
        }}
        body={
          <Effects>
            <li>{t('options.open.kept', { version: version ?? 0 })}</li>
            <li>{t('options.open.next', { version: next })}</li>
            <li>
              {isForwarded(option)
                ? t('options.open.forwarded', { version: version ?? 0 })
                : t('options.open.readback')}
            </li>
            {option.sponsors.length > 0 && <li>{t('options.freeze.sponsors')}</li>}
          </Effects>
        }
      />
      <ConfirmDialog
        title={t('options.aside.title', { code })}
        isOpen={asking === 'aside'}
        confirm={t('options.aside.confirm')}
        onClose={onClose}
        onConfirm={async () => {
          await tellRefusal(send('option.setAside', { optionId: id }));
        }}
        body={
          <Effects>
            <li>{t('options.aside.kept')}</li>
            <li>{t('options.aside.back')}</li>
          </Effects>
        }
      />
    </>
  );
};

const Effects = ({ children }: { children: ReactNode }) => <ul className={styles['effects']}>{children}</ul>;
