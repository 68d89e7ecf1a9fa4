import { useState, type ReactNode } from 'react';
import type { GroupState } from '@rapport/protocol/group-state';
import { navigate } from '../location.ts';
import { useT } from '../messages/use-t.ts';
import { InsecureNote } from '../offline/InsecureNote.tsx';
import { paths } from '../paths.ts';
import { signOut } from '../session/session-store.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { groupName } from '../ui/group-name.ts';
import { HelpIcon } from '../ui/icons/HelpIcon.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import { Flyout } from './Flyout.tsx';
import styles from './GroupHeader.module.css';
import { PhaseStepper } from './PhaseStepper.tsx';
import { Presence } from './Presence.tsx';
import { TimerClock } from './TimerClock.tsx';
import { useMedia } from './use-media.ts';

/** The head of the group's page: the question is the headline, the machinery is small. */
export const GroupHeader = ({
  state,
  name,
  saveState,
  narrow,
  onHelp,
  onCallHelp,
  onSeeResults,
}: {
  state: GroupState;
  /** Who sits in this tab; null for an organiser. */
  name: string | null;
  saveState: ReactNode;
  narrow: boolean;
  onHelp: () => void;
  /** Calls an organiser; null for who cannot. */
  onCallHelp: (() => void) | null;
  onSeeResults: () => void;
}) => {
  const t = useT();
  const [leaving, setLeaving] = useState(false);
  const roomy = useMedia('(min-width: 1400px)');
  return (
    <header data-region="" className={`${styles['header']} ${narrow ? styles['narrow'] : ''}`}>
      <div className={styles['where']}>
        <div className={styles['group']}>
          <bdi>{groupName(t, state)}</bdi>
          {!narrow && state.round.title !== '' && (
            <>
              {' · '}
              <bdi>{state.round.title}</bdi>
            </>
          )}
          {narrow && <span className={styles['saved']}>{saveState}</span>}
        </div>
        <h1 className={styles['question']} dir="auto" title={state.question}>
          {state.question}
        </h1>
      </div>
      <div className={styles['steps']}>
        <PhaseStepper state={state} shape={narrow ? 'small' : roomy ? 'row' : 'button'} onSeeResults={onSeeResults} />
      </div>
      {state.status === 'open' && <TimerClock timer={state.timer} compact={narrow} />}
      <Presence groupId={state.id} present={state.present} compact={narrow} />
      {!narrow && <div className={styles['saved']}>{saveState}</div>}
      <div className={styles['more']}>
        {!narrow && <IconButton label={t('group.help')} icon={<HelpIcon />} onPress={onHelp} />}
        <Flyout label={t('group.settings')} icon={<MoreIcon />}>
          {(close) => (
            <>
              {name !== null && (
                <p>
                  {t('group.signedInAs')} <strong dir="auto">{name}</strong>
                </p>
              )}
              <div className={styles['settings']}>
                <LanguageSwitch />
                <ThemeSwitch />
              </div>
              <InsecureNote />
              <Button
                onPress={() => {
                  close();
                  onHelp();
                }}
              >
                {t('group.help')}
              </Button>
              {onCallHelp !== null && (
                <Button
                  onPress={() => {
                    close();
                    onCallHelp();
                  }}
                >
                  {t('help.open.button')}
                </Button>
              )}
              <LinkButton href={paths.lobby(state.symposium.slug)}>{t('group.lobby')}</LinkButton>
              <Button
                variant="danger"
                onPress={() => {
                  close();
                  setLeaving(true);
                }}
              >
                {t('group.signOut')}
              </Button>
            </>
          )}
        </Flyout>
      </div>
      <ConfirmDialog
        title={t('group.signOut.title')}
        isOpen={leaving}
        confirm={t('group.signOut')}
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          await signOut();
          navigate(paths.home());
        }}
        body={<p>{t('group.signOut.body')}</p>}
      />
    </header>
  );
};
