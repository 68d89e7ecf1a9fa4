import { useState } from 'react';
import { BallotKind } from '@rapport/domain/ballots';
import type { SymposiumId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import type { RegisterEntry } from '@rapport/protocol/options';
import effects from '../facilitation/Effects.module.css';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import styles from './Plenary.module.css';

/** A ballot of the whole plenary on chosen options, under the method's own rules. */
export const OpenPlenaryBallotDialog = ({
  symposiumId,
  entries,
  send,
  onOpened,
  onClose,
}: {
  symposiumId: SymposiumId;
  entries: readonly RegisterEntry[];
  send: SendCommand;
  onOpened: () => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [kind, setKind] = useState<BallotKind>('endorsement');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const most = kind === 'ranking' ? LIMITS.rankedOptions : LIMITS.ballotOptions;
  const open = async (): Promise<void> => {
    setPending(true);
    const options = entries.map(({ id }) => ({ kind: 'option' as const, id }));
    const outcome = await send('ballot.open', { symposiumId, kind, options });
    setPending(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    onOpened();
    onClose();
  };
  return (
    <Dialog
      title={t('plenary.ballot.title')}
      isOpen
      holdsInput
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={entries.length === 0 || entries.length > most}
            isPending={pending}
            onPress={() => void open()}
          >
            {t('lead.ballot.open.confirm', { options: entries.length })}
          </Button>
        </>
      }
    >
      <ul className={styles['picked']}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className={styles['code']} dir="ltr">
              {entry.code}
            </span>{' '}
            <bdi>{entry.text.title}</bdi>
          </li>
        ))}
      </ul>
      <RadioGroup
        label={t('lead.ballot.kind')}
        value={kind}
        onChange={setKind}
        options={BallotKind.options.toReversed().map((value) => ({
          value,
          label: t(`lead.ballot.kind.${value}`),
          hint: t(`lead.ballot.kind.${value}.hint`, { most: LIMITS.rankedOptions }),
        }))}
      />
      {entries.length > most && <p role="alert">{t('lead.ballot.tooManyToRank', { most })}</p>}
      <ul className={effects['effects']}>
        <li>{t('plenary.ballot.entitled')}</li>
        <li>{t('plenary.ballot.paper')}</li>
        <li>{t('lead.ballot.sealed')}</li>
      </ul>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
