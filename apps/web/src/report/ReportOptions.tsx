import { useState } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { countWords } from '@rapport/domain/options';
import type { GroupState } from '@rapport/protocol/group-state';
import type { GroupOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import { useBoardCards, useBoardClusters, useBoardContent, useCard } from '../board/use-board.ts';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { OptionChips } from '../options/OptionChips.tsx';
import { isForwarded, isPursued } from '../options/option-steps.ts';
import { chooseOption } from '../options/options-view.ts';
import { useOptionText } from '../options/use-option-text.ts';
import { paths } from '../paths.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Link } from '../ui/Link.tsx';
import styles from './Report.module.css';

/** The options the group forwards, or will: shown here, written in their panel beside the board. */
export const ReportOptions = ({ session, state }: { session: BoardSession; state: GroupState }) => {
  const t = useT();
  const forwarded = state.options.filter(isForwarded);
  const others = state.options.filter((option) => isPursued(option) && !isForwarded(option));
  const link = (
    <Link className={styles['link']} href={`${paths.group(state.id)}#options`}>
      {t('report.options.edit')}
    </Link>
  );
  return (
    <section id="part-options" tabIndex={-1} className={styles['part']} aria-labelledby="part-options-title">
      <h2 id="part-options-title">{t('report.options')}</h2>
      <p className={styles['hint']}>
        {t('report.options.hint', { count: forwarded.length, limit: state.symposium.forwardLimit })} {link}
      </p>
      {forwarded.length === 0 && <p className={styles['soft']}>{t('report.options.none')}</p>}
      {forwarded.map((option) => (
        <ShownOption key={option.id} session={session} state={state} option={option} />
      ))}
      {others.length > 0 && (
        <Disclosure title={t('report.options.others', { count: others.length })}>
          <div className={styles['shown']}>
            {others.map((option) => (
              <ShownOption key={option.id} session={session} state={state} option={option} />
            ))}
          </div>
        </Disclosure>
      )}
    </section>
  );
};

const ShownOption = ({ session, state, option }: { session: BoardSession; state: GroupState; option: GroupOption }) => {
  const t = useT();
  const text = useOptionText(session, option.id);
  const words = countWords(text?.text ?? '');
  const most = LIMITS.optionWords;
  return (
    <article className={styles['option']}>
      <OptionChips option={option} />
      {text !== null && <FrozenText text={text} />}
      <p className={styles['facts']}>
        <span className={words > most ? styles['over'] : ''}>{t('report.words', { words, most })}</span>
        <span>{t('options.reservations.count', { count: option.reservations.length })}</span>
        <Link
          className={styles['link']}
          href={`${paths.group(state.id)}#options`}
          onClick={() => chooseOption(option.id)}
        >
          {t('report.options.open', { code: option.code })}
        </Link>
      </p>
      {option.sources.length > 0 && (
        <Disclosure title={t('report.sources', { count: option.sources.length })}>
          <ul className={styles['sources']}>
            {option.sources.map((source) => (
              <li key={`${source.kind} ${source.id}`}>
                {source.kind === 'card' ? (
                  <SourceCard session={session} id={source.id} title={source.title} />
                ) : (
                  <SourceCluster session={session} source={source} />
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </article>
  );
};

/** A card an option grew out of, as it reads now; under its title of then where it has gone. */
const SourceCard = ({ session, id, title }: { session: BoardSession; id: CardId; title: string }) => {
  const t = useT();
  const card = useCard(useBoardContent(session), id);
  const isThere = card !== null && !card.binned;
  return (
    <div className={styles['source']}>
      <p dir="auto">
        <strong>{(isThere ? card.title : title).trim() || t('report.sources.untitled')}</strong>
      </p>
      {isThere ? (
        card.body.trim() !== '' && (
          <p dir="auto" className={styles['body']}>
            {card.body}
          </p>
        )
      ) : (
        <p className={styles['soft']}>{t('options.sources.gone')}</p>
      )}
    </div>
  );
};

const SourceCluster = ({
  session,
  source,
}: {
  session: BoardSession;
  source: Extract<GroupOption['sources'][number], { kind: 'cluster' }>;
}) => {
  const t = useT();
  const cards = useBoardCards().filter((card) => card.cluster === source.id);
  const cluster = useBoardClusters().find(({ id }) => id === source.id);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['source']}>
      <p>
        <button type="button" className={styles['unfold']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <bdi>{(cluster?.title ?? source.title).trim() || t('board.cluster.untitled')}</bdi>
          <span className={styles['soft']}>{t('report.ideas.cards', { count: cards.length })}</span>
        </button>
      </p>
      {isOpen && cards.map((card) => <SourceCard key={card.id} session={session} id={card.id} title={card.title} />)}
    </div>
  );
};

/** What the report lists as not pursued: every cluster with its cards counted, and options that went no further. */
export const IdeasNotPursued = ({ session, state }: { session: BoardSession; state: GroupState }) => {
  const t = useT();
  const clusters = useBoardClusters().toSorted((one, other) => other.cards - one.cards);
  const loose = useBoardCards().filter(({ cluster }) => cluster === null).length;
  const kept = state.options.filter((option) => !isForwarded(option));
  return (
    <section id="part-ideas" tabIndex={-1} className={styles['part']} aria-labelledby="part-ideas-title">
      <h2 id="part-ideas-title">{t('report.ideas')}</h2>
      <Disclosure title={t('report.ideas.show', { clusters: clusters.length, options: kept.length })}>
        <ul className={styles['ideas']}>
          {clusters.map(({ id, title, cards }) => (
            <li key={id}>
              <bdi>{title.trim() || t('board.cluster.untitled')}</bdi>
              <span className={styles['soft']}>{t('report.ideas.cards', { count: cards })}</span>
            </li>
          ))}
          <li>
            <span>{t('report.ideas.loose')}</span>
            <span className={styles['soft']}>{t('report.ideas.cards', { count: loose })}</span>
          </li>
          {kept.map((option) => (
            <KeptOption key={option.id} session={session} option={option} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
};

const KeptOption = ({ session, option }: { session: BoardSession; option: GroupOption }) => {
  const t = useT();
  const text = useOptionText(session, option.id);
  return (
    <li>
      <bdi>{text?.title.trim() || t('options.untitled')}</bdi>
      <span className={styles['soft']}>
        <bdi>{option.code}</bdi> · {t(`options.state.${option.state}`)}
      </span>
    </li>
  );
};
