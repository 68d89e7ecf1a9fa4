import type { GroupState } from '@rapport/protocol/group-state';
import type { Me } from '@rapport/protocol/http';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { groupName } from '../ui/group-name.ts';
import { attributionText } from './attribution-text.ts';
import styles from './pages.module.css';

const Group = ({ group, isNext }: { group: GroupState; isNext: boolean }) => {
  const t = useT();
  const open = group.status === 'open';
  return (
    <li className={styles['group']}>
      <div className={styles['stack']}>
        <p className={styles['small']}>
          {group.round.title} · {groupName(t, group)} · {t(`shell.role.${group.me.role}`)}
        </p>
        <h3 className={styles['question']} dir="auto">
          {group.question}
        </h3>
        <p className={styles['soft']}>
          {open
            ? t('shell.lobby.now', { phase: t(`shell.phase.${group.phase.kind}`), present: group.present })
            : t('shell.lobby.closed')}
        </p>
      </div>
      <LinkButton href={paths.group(group.id)} variant={isNext ? 'primary' : 'secondary'}>
        {open ? t('shell.welcome.goIn') : t('shell.lobby.read')}
      </LinkButton>
    </li>
  );
};

/** What there is for this seat: the rounds, its groups in them, and what happens next. */
export const Lobby = ({ me, groups }: { me: Me; groups: readonly GroupState[] | null }) => {
  const t = useT();
  const next = groups?.findLast((group) => group.status === 'open');
  return (
    <div className={styles['column']}>
      <div>
        <h1>{me.symposium?.title}</h1>
        <p className={styles['soft']}>
          <bdi>{[me.seat?.displayName, me.seat?.delegation].filter(Boolean).join(' · ')}</bdi>
        </p>
      </div>
      <section className={styles['stack']} aria-labelledby="programme">
        <h2 id="programme">{t('shell.lobby.programme')}</h2>
        {groups === null && me.groups.length > 0 && <Skeleton lines={3} />}
        {me.groups.length === 0 && <EmptyState title={t('shell.lobby.empty')}>{t('shell.lobby.emptyBody')}</EmptyState>}
        {groups !== null && groups.length > 0 && (
          <ul className={styles['groups']}>
            {groups.map((group) => (
              <Group key={group.id} group={group} isNext={group === next} />
            ))}
          </ul>
        )}
      </section>
      <section className={styles['stack']} aria-labelledby="next">
        <h2 id="next">{t('shell.lobby.nextTitle')}</h2>
        <p>
          {next === undefined
            ? t(me.groups.length === 0 ? 'shell.lobby.nextWait' : 'shell.lobby.nextOver')
            : t('shell.lobby.nextGoIn', { name: groupName(t, next) })}
        </p>
        {me.symposium !== null && (
          <div>
            <LinkButton href={paths.plenary(me.symposium.slug)}>{t('plenary.go')}</LinkButton>
          </div>
        )}
        {me.attribution !== null && <p className={styles['soft']}>{attributionText(t, me.attribution)}</p>}
      </section>
    </div>
  );
};
