import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Screen } from './Screen.tsx';

export const NotFoundPage = () => {
  const t = useT();
  usePageTitle(t('shell.notFound.title'));
  return (
    <Screen>
      <h1 className="visually-hidden">{t('shell.notFound.title')}</h1>
      <EmptyState
        title={t('shell.notFound.title')}
        action={
          <LinkButton href={paths.home()} variant="primary">
            {t('shell.notFound.home')}
          </LinkButton>
        }
      >
        {t('shell.notFound.body')}
      </EmptyState>
    </Screen>
  );
};
