import { useCallback, useEffect, useState } from 'react';
import type { SymposiumId } from '@rapport/domain/ids';
import { intlTag } from '@rapport/domain/languages';
import type { Failure } from '@rapport/protocol/failures';
import { SealManifest } from '@rapport/protocol/seal';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { saveFile, sizeText } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { readableHash } from './hash-file.ts';
import styles from './Paper.module.css';

type SealedFile = SealManifest['files'][number];

/** The folder a file lies in: `options-paper`, `register` or `groups/R1-G07`. */
const folderOf = ({ path }: SealedFile): string => path.slice(0, path.lastIndexOf('/'));
const nameOf = ({ path }: SealedFile): string => path.slice(path.lastIndexOf('/') + 1);

/** What was sealed, file by file, and what was destroyed on the way: the manifest, to be read. */
export const SealContents = ({ symposiumId }: { symposiumId: SymposiumId }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [manifest, setManifest] = useState<SealManifest | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [fetching, setFetching] = useState<string | null>(null);
  const address = `/api/symposia/${symposiumId}/seal`;
  const take = useCallback((outcome: Awaited<ReturnType<typeof api.get<typeof SealManifest>>>) => {
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setManifest(outcome.value);
  }, []);
  const load = useCallback(() => api.get(`${address}/manifest`, SealManifest).then(take), [address, take]);
  useEffect(() => void load(), [load]);
  const download = async ({ path }: SealedFile): Promise<void> => {
    setFetching(path);
    const outcome = await api.file(`${address}/file?path=${encodeURIComponent(path)}`);
    setFetching(null);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) saveFile(outcome.value);
  };
  if (manifest === null) {
    return failure === null ? <Skeleton lines={4} /> : <FailureNote failure={failure} onRetry={() => void load()} />;
  }
  const groupNames = new Map(manifest.groups.map(({ code, name }) => [code, name]));
  const titleOf = (folder: string): string => {
    if (folder === 'options-paper' || folder === 'register') return t(`paper.sealed.folder.${folder}`);
    const code = folder.slice(folder.indexOf('/') + 1);
    return t('paper.sealed.folder.group', { code, name: groupNames.get(code) ?? '' });
  };
  const day = new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <div>
      {failure !== null && <FailureNote failure={failure} />}
      {[...Map.groupBy(manifest.files, folderOf)].map(([folder, files]) => (
        <Disclosure key={folder} title={t('paper.sealed.folder', { folder: titleOf(folder), count: files.length })}>
          <ul className={styles['files']}>
            {files.map((file) => (
              <li key={file.path}>
                <span className={styles['fileRow']}>
                  <Button
                    size="small"
                    variant="quiet"
                    isPending={fetching === file.path}
                    onPress={() => void download(file)}
                    aria-label={t('paper.sealed.file', { file: nameOf(file) })}
                  >
                    <bdi>{nameOf(file)}</bdi>
                  </Button>
                  <span className={styles['soft']}>{sizeText(file.size, locale)}</span>
                </span>
                <span className={styles['hash']} dir="ltr">
                  {readableHash(file.sha256)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
      <Disclosure title={t('paper.sealed.purges')}>
        <p className={styles['soft']}>{t('paper.sealed.purgesBody')}</p>
        {manifest.purges.length === 0 ? (
          <p>{t('paper.sealed.noPurges')}</p>
        ) : (
          <ul className={styles['files']}>
            {manifest.purges.map(({ group, what, count, on }) => (
              <li key={`${group} ${what} ${on}`}>
                <span>
                  <bdi>{group ?? t('paper.sealed.plenary')}</bdi>{' '}
                  {t(`paper.sealed.purge.${what}`, { count, on: day.format(new Date(on)) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </div>
  );
};
