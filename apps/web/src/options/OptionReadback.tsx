import type { GroupOption, MyOption } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { AnswerFields } from './AnswerFields.tsx';
import styles from './Options.module.css';
import { isReadBack, takesAnswers } from './option-steps.ts';
import { readbackCounts } from './readback-words.ts';

/** What the group said when the text was read back to it; everybody's own answer is changed here too. */
export const OptionReadback = ({
  option,
  answer,
  mayAnswer,
  send,
}: {
  option: GroupOption;
  answer: MyOption['answer'];
  mayAnswer: boolean;
  send: SendCommand;
}) => {
  const t = useT();
  const { readback } = option;
  return (
    <section className={styles['section']} aria-label={t('options.readback')}>
      <h3>{t('options.readback')}</h3>
      {readback === null || !isReadBack(option) ? (
        <p className={styles['soft']}>{t('options.readback.none')}</p>
      ) : (
        <>
          <p className={styles['numbers']}>{readbackCounts(t, readback)}</p>
          <Objections reasons={readback.reasons} />
          {mayAnswer && takesAnswers(option) && <AnswerFields option={option} answer={answer} send={send} />}
        </>
      )}
    </section>
  );
};

/** Reasons of objections, in the server's order, which says nothing about people. */
export const Objections = ({ reasons }: { reasons: readonly string[] }) => {
  const t = useT();
  if (reasons.length === 0) return null;
  return (
    <ul className={styles['quotes']} aria-label={t('options.readback.reasons')}>
      {reasons.map((reason, index) => (
        <li key={index} className={styles['quote']}>
          <p dir="auto">{reason === '' ? t('options.readback.noReason') : reason}</p>
        </li>
      ))}
    </ul>
  );
};
