import { useRef, useState } from 'react';
import { DropZone } from 'react-aria-components';
import type { SymposiumId } from '@rapport/domain/ids';
import type { Failure } from '@rapport/protocol/failures';
import { SealManifest } from '@rapport/protocol/seal';
import { useT } from '../messages/use-t.ts';
import { api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { hashFile, readableHash } from './hash-file.ts';
import styles from './Paper.module.css';

type Verdict = { file: string; hash: string; path: string | null };

/** Whether a file is, to the byte, one that was sealed. The file never leaves this device. */
export const VerifyFile = ({ symposiumId }: { symposiumId: SymposiumId }) => {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setVerdict(null);
    const [manifest, hash] = await Promise.all([
      api.get(`/api/symposia/${symposiumId}/seal/manifest`, SealManifest),
      hashFile(file),
    ]);
    if (!manifest.ok) {
      setFailure(manifest.failure);
      return;
    }
    setFailure(null);
    const found = manifest.value.files.find(({ sha256 }) => sha256 === hash);
    setVerdict({ file: file.name, hash, path: found?.path ?? null });
  };
  return (
    <div className={styles['stack']}>
      <p>{t('paper.verify.body')}</p>
      <DropZone
        aria-label={t('paper.verify.drop')}
        className={String(styles['drop'])}
        getDropOperation={() => 'copy'}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          void item?.getFile().then(check);
        }}
      >
        <p>{t('paper.verify.drop')}</p>
        <input
          ref={chooser}
          type="file"
          hidden
          onChange={({ currentTarget }) => {
            void check(currentTarget.files?.[0]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        <Button onPress={() => chooser.current?.click()}>{t('paper.verify.choose')}</Button>
      </DropZone>
      {failure !== null && <FailureNote failure={failure} />}
      {verdict !== null && (
        <Callout
          tone={verdict.path === null ? 'warn' : 'ok'}
          live
          title={t(verdict.path === null ? 'paper.verify.unknown' : 'paper.verify.known', { file: verdict.file })}
        >
          <p>
            {verdict.path === null ? (
              t('paper.verify.unknownBody')
            ) : (
              <>
                {t('paper.verify.path')} <bdi>{verdict.path}</bdi>
              </>
            )}
          </p>
          <p className={styles['hash']} dir="ltr">
            {readableHash(verdict.hash)}
          </p>
        </Callout>
      )}
    </div>
  );
};
