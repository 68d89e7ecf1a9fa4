import type { ReactNode } from 'react';
import { deny, readsReport } from '@rapport/domain/permissions';
import type { GroupState } from '@rapport/protocol/group-state';
import type { GroupOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BackToList } from './BackToList.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import { FrozenText } from './FrozenText.tsx';
import { Objections } from './OptionReadback.tsx';
import styles from './Options.module.css';
import { takesAnswers, unanswered } from './option-steps.ts';
import { readbackCounts } from './readback-words.ts';
import { useOptionText } from './use-option-text.ts';

/** The texts the rapporteur reads back, to accept or to object to, one below the other. */
export const ReadbackSheet = ({
  session,
  state,
  send,
  onLeave,
}: {
  session: BoardSession;
  state: GroupState;
  send: SendCommand;
  onLeave: () => void;
}) => {
  const t = useT();
  const { me } = state;
  const asked = state.options.filter(takesAnswers);
  const mayAnswer = deny('report.readback', me.role, state) === null;
  const leadsIt = deny('readback.ask', me.role, state) === null;
  const left = unanswered(state).length;
  return (
    <section className={styles['section']} aria-labelledby="readback-title">
      <BackToList onPress={onLeave} />
      <h2 id="readback-title" className={styles['heading']}>
        {t('options.readback.title')}
      </h2>
      <p>{t(mayAnswer ? 'options.readback.body' : 'options.answer.cannot')}</p>
      {readsReport(me.role, state.phase.kind) && (
        <div>
          <LinkButton href={paths.report(state.id)}>{t('report.write.go')}</LinkButton>
        </div>
      )}
      {mayAnswer && (
        <p className={styles['numbers']} role="status">
          {left === 0
            ? t('options.readback.done')
            : t('options.readback.progress', { answered: asked.length - left, count: asked.length })}
        </p>
      )}
      <ol className={styles['sheet']}>
        {asked.map((option) => (
          <Item
            key={option.id}
            session={session}
            option={option}
            // Whoever leads hears how far it is; nobody else is told before they have answered.
            heard={leadsIt ? state.present : null}
          >
            {mayAnswer && (
              <AnswerFields
                option={option}
                answer={me.options.find(({ optionId }) => optionId === option.id)?.answer ?? null}
                send={send}
              />
            )}
          </Item>
        ))}
      </ol>
      {mayAnswer && <p className={styles['note']}>{t('options.answer.stored')}</p>}
    </section>
  );
};

const Item = ({
  session,
  option,
  heard,
  children,
}: {
  session: BoardSession;
  option: GroupOption;
  /** Seats that are here; null where counts are not shown. */
  heard: number | null;
  children: ReactNode;
}) => {
  const t = useT();
  const text = useOptionText(session, option.id);
  const { readback } = option;
  return (
    <li className={styles['item']}>
      <div className={styles['chips']}>
        <span className={styles['code']} dir="ltr">
          {option.code}
        </span>
        {option.version !== null && (
          <span className={styles['chip']}>{t('options.frozen', { version: option.version })}</span>
        )}
      </div>
      {text === null ? <Skeleton lines={3} /> : <FrozenText text={text} />}
      {option.reservations.length > 0 && (
        <ul className={styles['quotes']} aria-label={t('options.reservations')}>
          {option.reservations.map((one) => (
            <li key={one.id} className={styles['quote']}>
              <span className={styles['kind']}>{t(`options.reservation.${one.kind}`)}</span>
              <p dir="auto">{one.text}</p>
            </li>
          ))}
        </ul>
      )}
      {children}
      {heard !== null && readback !== null && (
        <>
          <p className={`${styles['soft']} ${styles['numbers']}`}>
            {t('options.readback.heard', {
              answered: readback.accepted + readback.objected,
              present: heard,
              counts: readbackCounts(t, readback),
            })}
          </p>
          <Objections reasons={readback.reasons} />
        </>
      )}
    </li>
  );
};
