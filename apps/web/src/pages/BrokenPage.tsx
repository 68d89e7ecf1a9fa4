import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Screen } from './Screen.tsx';
import styles from './pages.module.css';

/** A fault of ours: says that saved work is safe, and offers a fresh start. */
export const BrokenPage = ({ error }: { error: Error }) => {
  const t = useT();
  usePageTitle(t('common.broken.title'));
  return (
    <Screen>
      <div className={styles['column']}>
        <h1>{t('common.broken.title')}</h1>
        <Callout
          tone="danger"
          live
          action={
            <Button variant="primary" onPress={() => location.reload()}>
              {t('common.reload')}
            </Button>
          }
        >
          <p>{t('common.broken.body')}</p>
          <code className={styles['code']}>{error.name}</code>
        </Callout>
      </div>
    </Screen>
  );
};
