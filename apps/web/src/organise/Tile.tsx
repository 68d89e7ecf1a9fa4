import { remainingMs } from '@rapport/domain/timer';
import type { GroupTile } from '@rapport/protocol/symposium-state';
import { Link } from '../ui/Link.tsx';
import { timerText } from '../group/timer-text.ts';
import { useT, type Translate } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { groupName } from '../ui/group-name.ts';
import { WarningIcon } from '../ui/icons/WarningIcon.tsx';
import type { Attention } from './attention.ts';
import styles from './Cockpit.module.css';

const why = (t: Translate, attention: Attention): string => {
  switch (attention.reason) {
    case 'help': {
      const text = attention.texts.join(' · ');
      return text === '' ? t('organise.why.help', { count: attention.calls }) : t('organise.why.helpText', { text });
    }
    case 'nobody':
      return t('organise.why.nobody');
    case 'few':
      return t('organise.why.few', { present: attention.present, seats: attention.seats });
    case 'over':
      return t('organise.why.over', { time: timerText(attention.overMs) });
    case 'papers':
      return t('organise.why.papers', { missing: attention.missing });
    case 'ready':
      return t('organise.why.ready', { done: attention.done, present: attention.present });
  }
};

/** One group at a glance; the whole tile leads into it. */
export const Tile = ({ tile, attention, now }: { tile: GroupTile; attention: Attention | null; now: number }) => {
  const t = useT();
  const closed = tile.status === 'closed';
  const steps = Array.from({ length: tile.phase.of }, (_, index) =>
    closed || index < tile.phase.index ? 'done' : index === tile.phase.index ? 'now' : 'next',
  );
  return (
    <li className={`${styles['tile']} ${attention === null ? '' : styles[attention.level]}`}>
      <div className={styles['name']}>
        <h3>
          <Link href={paths.group(tile.id)}>{groupName(t, tile)}</Link>
        </h3>
        {!closed && tile.timer.state !== 'stopped' && (
          <span className={styles['time']} dir="ltr">
            {timerText(remainingMs(tile.timer, now))}
          </span>
        )}
      </div>
      <p className={styles['phase']}>
        {closed ? t('organise.live.closed') : t(`shell.phase.${tile.phase.kind}`)}
        {tile.timer.state === 'paused' && !closed && ` · ${t('organise.live.paused')}`}
        {tile.ballot !== null && ` · ${t('organise.live.papers', tile.ballot)}`}
      </p>
      <div className={styles['steps']} aria-hidden="true">
        {steps.map((step, index) => (
          <span key={index} className={styles[step]} />
        ))}
      </div>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('organise.live.present')}</dt>
          <dd>{t('organise.live.of', { count: tile.present, all: tile.seats })}</dd>
        </div>
        <div>
          <dt>{t('organise.live.done')}</dt>
          <dd>{tile.done}</dd>
        </div>
        <div>
          <dt>{t('organise.live.onBoard')}</dt>
          <dd>{tile.cards}</dd>
        </div>
        <div>
          <dt>{t('organise.live.finished')}</dt>
          <dd>{tile.cardsWritten - tile.draftsOpen}</dd>
        </div>
        {tile.draftsOpen > 0 && (
          <div>
            <dt>{t('organise.live.writing')}</dt>
            <dd>{tile.draftsOpen}</dd>
          </div>
        )}
      </dl>
      {attention !== null && (
        <p className={styles['why']}>
          <WarningIcon /> {why(t, attention)}
        </p>
      )}
    </li>
  );
};
