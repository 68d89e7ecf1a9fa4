import type { GroupId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { Screen } from '../pages/Screen.tsx';
import { paths } from '../paths.ts';
import { useSession } from '../session/session-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';

/** Whoever was put into other groups is led there. */
export const MovedAway = ({ groups }: { groups: readonly GroupId[] }) => {
  const t = useT();
  const there = useSession((session) => session.me)?.groups.filter((group) => groups.includes(group.id)) ?? [];
  return (
    <Screen>
      <EmptyState title={t('group.moved.title')}>
        <p>{t(groups.length === 0 ? 'group.moved.nowhere' : 'group.moved.body')}</p>
        {groups.map((id) => (
          <LinkButton key={id} href={paths.group(id)} variant="primary">
            {there.find((group) => group.id === id)?.name ?? t('group.moved.go')}
          </LinkButton>
        ))}
        {groups.length === 0 && <LinkButton href={paths.home()}>{t('group.moved.home')}</LinkButton>}
      </EmptyState>
    </Screen>
  );
};
