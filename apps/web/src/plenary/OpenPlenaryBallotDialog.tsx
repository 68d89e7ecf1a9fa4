import { useState } from 'react';
import { BallotKind } from '@rapport/domain/ballots';
import type { SymposiumId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { RegisterEntry } from '@rapport/protocol/options';
import effects from '../facilitation/Effects.module.css';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
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
  const most = kind === 'ranking' ? LIMITS.rankedOptions : LIMITS.ballotOptions;
  return (
    <DeedDialog
      title={t('plenary.ballot.title')}
      holdsInput
      onClose={onClose}
      confirm={t('lead.ballot.open.confirm', { options: entries.length })}
      isReady={entries.length > 0 && entries.length <= most}
      deed={() =>
        send('ballot.open', { symposiumId, kind, options: entries.map(({ id }) => ({ kind: 'option', id })) })
      }
      onDone={onOpened}
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
    </DeedDialog>
  );
};
