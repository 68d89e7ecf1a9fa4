import type { ScreenView, PlenaryState } from '@rapport/protocol/plenary';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { groupName } from '../ui/group-name.ts';
import { CheckIcon } from '../ui/icons/CheckIcon.tsx';
import styles from './Plenary.module.css';

const PLAIN = ['blank', 'progress', 'register', 'timer'] as const;

/** What a view shows, in words. */
const useViewName = (state: PlenaryState): string => {
  const t = useT();
  const { view, groups, register, ballots } = state;
  switch (view.kind) {
    case 'blank':
    case 'progress':
    case 'register':
    case 'timer':
      return t(`plenary.view.${view.kind}`);
    case 'group': {
      const group = groups.find(({ id }) => id === view.groupId);
      return group === undefined ? t('plenary.view.group') : groupName(t, group);
    }
    case 'option':
      return register.find(({ id }) => id === view.optionId)?.code ?? t('plenary.view.option');
    case 'ballot':
    case 'results':
      return t(`plenary.view.${view.kind}`, { number: ballots.find(({ id }) => id === view.ballotId)?.number ?? 0 });
  }
};

/** The chair's hand on the projector: what it shows now, group by group, and the views that always exist. */
export const ScreenControls = ({ state, onShow }: { state: PlenaryState; onShow: (view: ScreenView) => void }) => {
  const t = useT();
  const { view, groups } = state;
  const name = useViewName(state);
  const at = groups.findIndex(({ id }) => view.kind === 'group' && view.groupId === id);
  const step = (by: 1 | -1): void => {
    const next = groups[at === -1 ? 0 : at + by];
    if (next !== undefined) onShow({ kind: 'group', groupId: next.id });
  };
  return (
    <section className={styles['panel']} aria-labelledby="screen-title">
      <h2 id="screen-title">{t('plenary.screen')}</h2>
      <p className={styles['now']} aria-live="polite">
        <span className={styles['soft']}>{t('plenary.screen.now')}</span> <strong dir="auto">{name}</strong>
      </p>
      <div className={styles['views']}>
        {PLAIN.map((kind) => (
          <Button
            key={kind}
            aria-pressed={view.kind === kind}
            variant={view.kind === kind ? 'primary' : 'secondary'}
            onPress={() => onShow(kind === 'register' ? { kind, sort: 'group', filter: 'living' } : { kind })}
          >
            {t(`plenary.view.${kind}`)}
          </Button>
        ))}
      </div>
      <h3>{t('plenary.reports')}</h3>
      <div className={styles['steps']}>
        <Button isDisabled={at <= 0} onPress={() => step(-1)}>
          {t('plenary.reports.previous')}
        </Button>
        <Button variant="primary" isDisabled={groups.length === 0 || at === groups.length - 1} onPress={() => step(1)}>
          {t(at === -1 ? 'plenary.reports.first' : 'plenary.reports.next')}
        </Button>
      </div>
      <ol className={styles['agenda']}>
        {groups.map((group) => (
          <li key={group.id}>
            <button
              type="button"
              className={styles['agendaLine']}
              aria-pressed={view.kind === 'group' && view.groupId === group.id}
              onClick={() => onShow({ kind: 'group', groupId: group.id })}
            >
              <span dir="auto">{groupName(t, group)}</span>
              <span className={styles['soft']}>{t('plenary.reports.options', { count: group.forwarded })}</span>
              {view.kind === 'group' && view.groupId === group.id && <CheckIcon />}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};
