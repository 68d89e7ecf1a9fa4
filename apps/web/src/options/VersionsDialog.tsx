import { useEffect, useState } from 'react';
import { countWords, OPTION_FIELDS, type OptionField, type OptionText } from '@rapport/domain/options';
import type { Outcome } from '@rapport/protocol/failures';
import type { FrozenVersion, GroupOption } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { FrozenText } from './FrozenText.tsx';
import styles from './Options.module.css';
import { diffTexts, type TextPiece } from './text-diff.ts';

/** Every frozen version of an option and what each changed, the newest first; above them what is being written now. */
export const VersionsDialog = ({
  option,
  text,
  send,
  onClose,
}: {
  option: GroupOption;
  /** As it stands on the board. */
  text: OptionText | null;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const { id } = option;
  const [answer, setAnswer] = useState<Outcome<{ versions: FrozenVersion[] }> | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => setAnswer(await send('option.versions', { optionId: id }));
    void ask();
  }, [id, send]);
  const askAgain = async (): Promise<void> => {
    setAnswer(null);
    setAnswer(await send('option.versions', { optionId: id }));
  };
  const versions = answer?.ok === true ? answer.value.versions : [];
  const newest = versions.at(-1);
  return (
    <Dialog title={t('options.versions.title', { code: option.code })} isOpen width="wide" onClose={onClose}>
      {answer === null && <Skeleton lines={5} />}
      {answer?.ok === false && <FailureNote failure={answer.failure} onRetry={() => void askAgain()} />}
      {answer?.ok === true && versions.length === 0 && <p>{t('options.versions.none')}</p>}
      <ol className={styles['versions']}>
        {!option.frozen && newest !== undefined && text !== null && (
          <li className={styles['version']}>
            <h3>{t('options.versions.now')}</h3>
            <Changes before={newest.text} after={text} />
          </li>
        )}
        {versions.toReversed().map(({ number, hash, text: frozen }) => {
          const before = versions.find((one) => one.number === number - 1);
          return (
            <li key={number} className={styles['version']}>
              <h3>
                {t('options.versions.number', { number })} <Fingerprint hash={hash} />
              </h3>
              {before === undefined ? (
                <>
                  <p className={styles['soft']}>{t('options.versions.first')}</p>
                  <FrozenText text={frozen} level={4} />
                </>
              ) : (
                <Changes before={before.text} after={frozen} />
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
};

/** Enough of a hash to compare by eye; the whole of it is in its title. */
const Fingerprint = ({ hash }: { hash: string }) => {
  const t = useT();
  return (
    <span className={styles['soft']}>
      {t('options.hash')}{' '}
      <code dir="ltr" className={styles['hash']} title={hash}>
        {hash.slice(0, 12)}
      </code>
    </span>
  );
};

const wordsIn = (pieces: readonly TextPiece[], kind: TextPiece['kind']): number =>
  pieces.reduce((sum, piece) => (piece.kind === kind ? sum + countWords(piece.text) : sum), 0);

const Changes = ({ before, after }: { before: OptionText; after: OptionText }) => {
  const t = useT();
  const changed: { field: OptionField; pieces: TextPiece[] }[] = OPTION_FIELDS.filter(
    (field) => before[field] !== after[field],
  ).map((field) => ({ field, pieces: diffTexts(before[field], after[field]) }));
  if (changed.length === 0) return <p className={styles['soft']}>{t('options.versions.same')}</p>;
  const pieces = changed.flatMap((one) => one.pieces);
  return (
    <div className={styles['text']}>
      <p className={styles['soft']}>
        {t('options.versions.changes', { added: wordsIn(pieces, 'added'), removed: wordsIn(pieces, 'removed') })}
      </p>
      <dl>
        {changed.map((one) => (
          <div key={one.field}>
            <dt>{t(`options.field.${one.field}`)}</dt>
            <dd dir="auto" className={styles['difference']}>
              {one.pieces.map((piece, index) => (
                <Piece key={index} piece={piece} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

/** Underlined or struck through, tinted, and said: three ways to tell what changed. */
const Piece = ({ piece }: { piece: TextPiece }) => {
  const t = useT();
  if (piece.kind === 'same') return piece.text;
  const Tag = piece.kind === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <span className="visually-hidden"> {t(`options.versions.${piece.kind}`)} </span>
      {piece.text}
      <span className="visually-hidden"> {t('options.versions.end')} </span>
    </Tag>
  );
};
