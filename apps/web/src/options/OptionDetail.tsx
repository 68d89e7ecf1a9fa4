import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import { countWords } from '@rapport/domain/options';
import { deny } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import type { GroupOption } from '@rapport/protocol/options';
import { startUnlinked } from '../board/board-commands.ts';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardContent, useBoardRights } from '../board/use-board.ts';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { notify } from '../ui/toast-store.ts';
import { BackToList } from './BackToList.tsx';
import { FrozenText } from './FrozenText.tsx';
import { OptionChips } from './OptionChips.tsx';
import { OptionDeeds, type OptionDeed } from './OptionDeeds.tsx';
import { OptionFields } from './OptionFields.tsx';
import { OptionReadback } from './OptionReadback.tsx';
import { OptionReservations } from './OptionReservations.tsx';
import { OptionSources } from './OptionSources.tsx';
import { OptionSupport } from './OptionSupport.tsx';
import styles from './Options.module.css';
import { useOptionsView } from './options-view.ts';
import { useOptionText } from './use-option-text.ts';

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog.tsx')).VersionsDialog }));

/** The plenary works with these: the group cannot take them back. */
const HANDED_OVER: ReadonlySet<GroupOption['state']> = new Set(['merged', 'plenary', 'paper']);

/** One option whole: its text to write together or to read, what it grew from, and what is said of it. */
export const OptionDetail = ({
  session,
  state,
  option,
  delegation,
  send,
  onGoTo,
  onBack,
}: {
  session: BoardSession;
  state: GroupState;
  option: GroupOption;
  delegation: string | null;
  send: SendCommand;
  onGoTo: (id: string) => void;
  onBack: () => void;
}) => {
  const t = useT();
  const { doc } = useBoardContent(session);
  const rights = useBoardRights(session);
  const text = useOptionText(session, option.id);
  const [asking, setAsking] = useState<OptionDeed | 'versions' | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const words = countWords(text?.text ?? '');
  const { code, id, version, frozen } = option;
  const may = (deed: Parameters<typeof deny>[0]): boolean => deny(deed, state.me.role, state) === null;
  const mine = state.me.options.find(({ optionId }) => optionId === id) ?? null;
  const inBallot = state.ballots.some(
    (ballot) =>
      ballot.status === 'open' && ballot.options.some(({ subject }) => subject.kind === 'option' && subject.id === id),
  );
  const isAside = option.state === 'set-aside';
  const writes = rights.edit === null && !frozen && !inBallot && !isAside && option.state !== 'merged';
  const isFresh = useOptionsView((view) => view.fresh === id);
  const [takesFocus] = useState(isFresh && writes);

  useEffect(() => {
    // What is written here must not be told to be of the same hand as a card (docs/method.md A5).
    if (writes) startUnlinked(session.live);
  }, [session, writes]);
  useEffect(() => {
    if (!takesFocus) back.current?.focus();
  }, [takesFocus]);

  const items: MenuItem[] = [];
  if (version !== null || text !== null) items.push({ id: 'versions', label: t('options.versions') });
  if (may('option.endorse') && option.state === 'draft' && frozen && version !== null) {
    items.push({ id: 'endorse', label: t('options.endorse'), hint: t('options.endorse.hint', { version }) });
  }
  if (may('option.setAside') && !HANDED_OVER.has(option.state)) {
    items.push(isAside ? { id: 'take-up', label: t('options.takeUp') } : { id: 'aside', label: t('options.aside') });
  }
  const act = async (chosen: string): Promise<void> => {
    if (chosen === 'versions' || chosen === 'aside') setAsking(chosen);
    if (chosen === 'take-up') await tellRefusal(send('option.setAside', { optionId: id, aside: false }));
    if (chosen === 'endorse' && (await tellRefusal(send('option.endorse', { optionId: id })))) {
      notify({ tone: 'ok', text: t('options.said.endorsed', { code }) });
    }
  };
  const freezeObstacle =
    (text?.title.trim() ?? '') === ''
      ? t('options.freeze.needsTitle')
      : words > LIMITS.optionWords
        ? t('options.freeze.tooLong')
        : inBallot
          ? t('options.ballotOpen')
          : null;

  return (
    <>
      <div className={styles['head']}>
        <BackToList buttonRef={back} onPress={onBack} />
        <Menu
          label={t('options.more', { code })}
          icon={<MoreIcon />}
          items={items}
          onAction={(chosen) => void act(chosen)}
        />
      </div>
      <OptionChips option={option} />
      <div className={styles['detail']}>
        <div className={styles['main']}>
          {writes && text !== null ? (
            <>
              <OptionFields doc={doc} id={id} words={words} takesFocus={takesFocus} />
              <p className={styles['soft']}>{t('options.who')}</p>
            </>
          ) : (
            text !== null && (
              <>
                {frozen && version !== null ? (
                  <p className={styles['note']}>{t('options.frozenAs', { version })}</p>
                ) : (
                  !isAside && (
                    <p className={styles['note']}>
                      {t(
                        inBallot
                          ? 'options.ballotOpen'
                          : rights.edit === 'board-locked'
                            ? 'options.locked'
                            : 'options.readOnly',
                      )}
                    </p>
                  )
                )}
                <FrozenText text={text} />
              </>
            )
          )}
          {!isAside && option.state !== 'merged' && (
            <div className={styles['section']}>
              {!frozen && may('option.freeze') && (
                <>
                  <div className={styles['actions']}>
                    <Button isDisabled={freezeObstacle !== null} onPress={() => setAsking('freeze')}>
                      {t('options.freeze')}
                    </Button>
                  </div>
                  {freezeObstacle !== null && <p className={styles['soft']}>{freezeObstacle}</p>}
                </>
              )}
              {frozen && may('option.open') && (
                <div className={styles['actions']}>
                  <Button isDisabled={inBallot} onPress={() => setAsking('open')}>
                    {t('options.open')}
                  </Button>
                </div>
              )}
            </div>
          )}
        </div>
        <div className={styles['side']}>
          {option.sources.length > 0 && (
            <section className={styles['section']} aria-label={t('options.sources')}>
              <h3>{t('options.sources')}</h3>
              <OptionSources session={session} sources={option.sources} onGoTo={onGoTo} />
            </section>
          )}
          <OptionReservations option={option} mayAdd={may('reservation.add')} send={send} />
          {version !== null && (
            <OptionReadback
              option={option}
              answer={mine?.answer ?? null}
              mayAnswer={may('report.readback')}
              send={send}
            />
          )}
          <OptionSupport
            option={option}
            mine={mine}
            delegation={delegation}
            blocs={state.symposium.blocs}
            mayShowInterest={may('option.interest')}
            maySign={may('option.sponsor')}
            send={send}
          />
        </div>
      </div>
      <OptionDeeds
        option={option}
        asking={asking === 'versions' ? null : asking}
        send={send}
        onClose={() => setAsking(null)}
      />
      {asking === 'versions' && (
        <Suspense>
          <VersionsDialog key={version} option={option} text={text} send={send} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  );
};
