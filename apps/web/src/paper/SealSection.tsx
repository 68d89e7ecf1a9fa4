import { useCallback, useEffect, useState } from 'react';
import { intlTag } from '@rapport/domain/languages';
import type { Failure } from '@rapport/protocol/failures';
import type { Symposium } from '@rapport/protocol/http';
import { SealState, type SealObstacle } from '@rapport/protocol/seal';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { api } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { readableHash } from './hash-file.ts';
import { SealDialog } from './SealDialog.tsx';
import styles from './Paper.module.css';

/** How often it is asked how far the files are, ms. */
const ASK_EVERY = 1500;

type Sealed = Pick<Symposium, 'id' | 'slug' | 'title'>;

const Obstacle = ({ obstacle, slug }: { obstacle: SealObstacle; slug: string }) => {
  const t = useT();
  switch (obstacle.kind) {
    case 'group-open':
    case 'group-closing':
      return (
        <li>
          <Link href={paths.group(obstacle.groupId)}>
            <bdi>{obstacle.code}</bdi> <bdi>{obstacle.name}</bdi>
          </Link>{' '}
          {t(`paper.seal.obstacle.${obstacle.kind}`)}
        </li>
      );
    case 'plenary-open':
      return (
        <li>
          <Link href={paths.plenary(slug)}>{t('paper.seal.obstacle.plenary-open')}</Link>
        </li>
      );
    case 'nothing-to-seal':
      return <li>{t('paper.seal.obstacle.nothing-to-seal')}</li>;
  }
};

/** How a symposium ends: what is in the way, the seal itself, and what was sealed. */
export const SealSection = ({
  symposium,
  onChanged,
  children,
}: {
  symposium: Sealed;
  onChanged: () => void;
  /** Shown once the seal stands. */
  children: React.ReactNode;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [state, setState] = useState<SealState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const [fetching, setFetching] = useState<'archive' | 'manifest' | null>(null);
  const address = `/api/symposia/${symposium.id}/seal`;

  const take = useCallback((outcome: Awaited<ReturnType<typeof api.get<typeof SealState>>>) => {
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setState(outcome.value);
  }, []);
  const load = useCallback(() => api.get(address, SealState).then(take), [address, take]);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (state?.status !== 'writing' || state.failed) return;
    const timer = setTimeout(() => void load(), ASK_EVERY);
    return () => clearTimeout(timer);
  }, [state, load]);

  const again = async (): Promise<void> => take(await api.post(address, { close: false }, SealState));
  const giveUp = async (): Promise<void> => {
    const outcome = await api.delete(address);
    setFailure(outcome.ok ? null : outcome.failure);
    await load();
    onChanged();
  };
  const download = async (what: 'archive' | 'manifest'): Promise<void> => {
    setFetching(what);
    const outcome = await api.file(`${address}/${what}`);
    setFetching(null);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) saveFile(outcome.value);
  };

  if (state === null) {
    return failure === null ? <Skeleton lines={3} /> : <FailureNote failure={failure} onRetry={() => void load()} />;
  }
  const note = failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />;
  switch (state.status) {
    case 'open':
      return (
        <div className={styles['stack']}>
          <p>{t('paper.seal.intro')}</p>
          {note}
          {state.obstacles.length > 0 ? (
            <>
              <h3>{t('paper.seal.obstacles')}</h3>
              <ul className={styles['obstacles']}>
                {state.obstacles.map((obstacle) => (
                  <Obstacle
                    key={'groupId' in obstacle ? obstacle.groupId : obstacle.kind}
                    obstacle={obstacle}
                    slug={symposium.slug}
                  />
                ))}
              </ul>
            </>
          ) : (
            <p>{t('paper.seal.ready', { count: state.files })}</p>
          )}
          <div className={styles['row']}>
            <Button
              isDisabled={state.obstacles.some(({ kind }) => kind === 'nothing-to-seal')}
              onPress={() => setAsking(true)}
            >
              {t('paper.seal.open')}
            </Button>
            <Button variant="quiet" onPress={() => void load()}>
              {t('paper.seal.look')}
            </Button>
          </div>
          {asking && (
            <SealDialog
              symposium={symposium}
              state={state}
              onSealing={(sealing) => {
                setState(sealing);
                onChanged();
              }}
              onClose={() => {
                setAsking(false);
                // What could not be closed is named now.
                void load();
              }}
            />
          )}
        </div>
      );
    case 'writing':
      return (
        <div className={styles['stack']}>
          {note}
          <label className={styles['progress']}>
            <span>{t('paper.seal.writing', { written: state.written, files: state.files })}</span>
            <progress value={state.written} max={state.files} />
          </label>
          <p className={styles['soft']}>{t('paper.seal.writingBody')}</p>
          {state.failed && (
            <Callout tone="danger" live action={<Button onPress={() => void again()}>{t('paper.seal.again')}</Button>}>
              {t('paper.seal.failed')}
            </Callout>
          )}
          <div>
            <Button variant="quiet" onPress={() => void giveUp()}>
              {t('paper.seal.giveUp')}
            </Button>
          </div>
        </div>
      );
    case 'sealed': {
      const at = state.manifest === null ? null : new Date(state.manifest.sealedAt);
      return (
        <div className={styles['stack']}>
          <Callout tone="ok" title={t('paper.sealed')}>
            <p>
              {t('paper.sealedBody', {
                count: state.files,
                at:
                  at === null
                    ? ''
                    : new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'long', timeStyle: 'short' }).format(at),
              })}
            </p>
          </Callout>
          {note}
          <div className={styles['row']}>
            <Button variant="primary" isPending={fetching === 'archive'} onPress={() => void download('archive')}>
              {t('paper.sealed.archive')}
            </Button>
            <Button isPending={fetching === 'manifest'} onPress={() => void download('manifest')}>
              {t('paper.sealed.manifest')}
            </Button>
          </div>
          <div>
            <p className={styles['soft']}>{t('paper.sealed.fingerprint')}</p>
            <p className={styles['hash']} dir="ltr">
              {readableHash(state.manifest?.sha256 ?? '')}
            </p>
          </div>
          {children}
        </div>
      );
    }
  }
};
