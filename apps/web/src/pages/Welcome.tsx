import type { Attribution } from '@rapport/domain/attribution';
import type { Me } from '@rapport/protocol/http';
import { Link } from '../ui/Link.tsx';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { BlocTag } from '../ui/BlocTag.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { groupName } from '../ui/group-name.ts';
import { attributionText } from './attribution-text.ts';
import styles from './pages.module.css';

const Notice = ({ attribution, chathamHouse }: { attribution: Attribution; chathamHouse: boolean }) => {
  const t = useT();
  return (
    <Callout title={t('shell.welcome.notice')}>
      <p>{attributionText(t, attribution)}</p>
      {chathamHouse && <p>{t('shell.welcome.rule')}</p>}
    </Callout>
  );
};

/** Who you are, where you go, what may be known of what you write – and then in. */
export const Welcome = ({ me, onLeave }: { me: Me; onLeave: () => void }) => {
  const t = useT();
  // The last round's group is the one that meets now.
  const group = me.groups.at(-1);
  const earlier = me.groups.slice(0, -1);
  return (
    <section className={styles['card']} aria-labelledby="welcome">
      <div>
        <p className={styles['soft']}>{me.symposium?.title}</p>
        <h1 id="welcome" className={styles['name']} dir="auto">
          {me.seat?.displayName ?? t('shell.welcome.organiser')}
        </h1>
      </div>
      {me.seat !== null && (
        <dl className={styles['facts']}>
          {me.seat.delegation !== '' && (
            <>
              <dt>{t('shell.welcome.delegation')}</dt>
              <dd dir="auto">{me.seat.delegation}</dd>
            </>
          )}
          <dt>{t('shell.welcome.bloc')}</dt>
          <dd>
            <BlocTag bloc={me.seat.bloc} {...(me.symposium !== null && { blocs: me.symposium.blocs })} />
          </dd>
          {group !== undefined && (
            <>
              <dt>{t('shell.welcome.group')}</dt>
              <dd>{t('shell.groupAndRole', { name: groupName(t, group), role: t(`shell.role.${group.role}`) })}</dd>
            </>
          )}
        </dl>
      )}
      {me.attribution !== null && me.symposium !== null && (
        <Notice attribution={me.attribution} chathamHouse={me.symposium.chathamHouse} />
      )}
      <div className={styles['row']}>
        {me.role === 'organiser' && (
          <LinkButton href={paths.organise()} variant="primary">
            {t('shell.welcome.organise')}
          </LinkButton>
        )}
        {group !== undefined && (
          <LinkButton href={paths.group(group.id)} variant="primary">
            {t('shell.welcome.goIn')}
          </LinkButton>
        )}
        {me.symposium !== null && (
          <LinkButton
            href={paths.lobby(me.symposium.slug)}
            variant={group === undefined && me.role !== 'organiser' ? 'primary' : 'secondary'}
          >
            {t('shell.welcome.lobby')}
          </LinkButton>
        )}
        <Button variant="quiet" onPress={onLeave}>
          {t('shell.welcome.notMe')}
        </Button>
      </div>
      {group === undefined && me.role !== 'organiser' && <p className={styles['soft']}>{t('shell.welcome.noGroup')}</p>}
      {earlier.length > 0 && (
        <p className={styles['small']}>
          {t('shell.welcome.earlier')}{' '}
          {earlier.map((one) => (
            <Link key={one.id} href={paths.group(one.id)}>
              {groupName(t, one)}{' '}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
};
