import { useState } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import type { GroupOption, MyOption } from '@rapport/protocol/options';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import styles from './Options.module.css';

/** Interest, which is counted, and sponsorship, which is signed on the record by seats that may. */
export const OptionSupport = ({
  option,
  mine,
  delegation,
  blocs,
  mayShowInterest,
  maySign,
  send,
  level = 3,
}: {
  option: Pick<GroupOption, 'id' | 'code' | 'version' | 'frozen' | 'interest' | 'sponsors'>;
  mine: Pick<MyOption, 'interested' | 'sponsored'> | null;
  /** The caller's own; null for an organiser. */
  delegation: string | null;
  blocs: GroupState['symposium']['blocs'];
  mayShowInterest: boolean;
  maySign: boolean;
  send: SendCommand;
  /** Of the heading. */
  level?: 3 | 4;
}) => {
  const t = useT();
  const Heading = `h${level}` as const;
  const [pending, setPending] = useState(false);
  const [asking, setAsking] = useState<'sign' | 'take' | null>(null);
  const interested = mine?.interested ?? false;
  const { code, id, version } = option;
  const toggle = async (): Promise<void> => {
    setPending(true);
    await tellRefusal(send('option.interest', { optionId: id, interested: !interested }));
    setPending(false);
  };
  const signs = maySign && delegation !== null && mine !== null && mine.sponsored !== null;
  const suspended = option.sponsors.some((one) => one.delegation === delegation && one.suspended);
  const sponsor = async (sponsored: boolean): Promise<void> => {
    if (version === null || delegation === null) return;
    const done = await tellRefusal(send('option.sponsor', { optionId: id, version, sponsored }));
    if (done && sponsored) announce(t('options.said.sponsored', { delegation, code }));
  };
  return (
    <section className={styles['section']} aria-label={t('options.support')}>
      <Heading>{t('options.support')}</Heading>
      <p className={styles['numbers']}>{t('options.interest.count', { count: option.interest })}</p>
      {mayShowInterest && (
        <>
          <div>
            <Button size="small" aria-pressed={interested} isPending={pending} onPress={() => void toggle()}>
              {interested && <CheckIcon />}
              {t(interested ? 'options.interest.said' : 'options.interest.say')}
            </Button>
          </div>
          <p className={styles['soft']}>{t('options.interest.who')}</p>
        </>
      )}
      {option.sponsors.length === 0 ? (
        <p className={styles['soft']}>{t('options.sponsors.none')}</p>
      ) : (
        <ul className={styles['sponsors']} aria-label={t('options.sponsors')}>
          {option.sponsors.map((one) => (
            <li key={one.delegation}>
              <strong dir="auto">{one.delegation}</strong>
              <BlocTag bloc={one.bloc} blocs={blocs} />
              {one.suspended && <span className={styles['warn']}>{t('options.sponsors.suspended')}</span>}
            </li>
          ))}
        </ul>
      )}
      {signs && (
        <div className={styles['actions']}>
          {mine.sponsored === true ? (
            <Button size="small" onPress={() => setAsking('take')}>
              {t('options.sponsor.take')}
            </Button>
          ) : (
            <Button size="small" isDisabled={!option.frozen || version === null} onPress={() => setAsking('sign')}>
              {suspended && version !== null ? t('options.sponsor.again', { version }) : t('options.sponsor')}
            </Button>
          )}
        </div>
      )}
      {signs && !option.frozen && mine.sponsored !== true && (
        <p className={styles['soft']}>{t('options.sponsor.needsFrozen')}</p>
      )}
      {signs && version !== null && (
        <>
          <ConfirmDialog
            title={t('options.sponsor.title', { code, delegation })}
            isOpen={asking === 'sign'}
            confirm={t('options.sponsor.confirm')}
            onClose={() => setAsking(null)}
            onConfirm={() => sponsor(true)}
            body={
              <ul className={styles['effects']}>
                <li>{t('options.sponsor.record', { delegation })}</li>
                <li>{t('options.sponsor.version', { version })}</li>
                <li>{t('options.sponsor.back')}</li>
              </ul>
            }
          />
          <ConfirmDialog
            title={t('options.sponsor.take.title', { delegation })}
            isOpen={asking === 'take'}
            confirm={t('options.sponsor.take.confirm')}
            onClose={() => setAsking(null)}
            onConfirm={() => sponsor(false)}
            body={<p>{t('options.sponsor.take.body', { code, delegation })}</p>}
          />
        </>
      )}
    </section>
  );
};
