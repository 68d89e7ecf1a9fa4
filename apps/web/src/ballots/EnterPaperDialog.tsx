import { useState } from 'react';
import type { BlocId } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import { optionLetter } from '@rapport/domain/option-letter';
import type { Failure } from '@rapport/protocol/failures';
import type { SendCommand } from '../group/send-command.ts';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { useBlocs } from '../ui/blocs-context.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './BallotPaper.module.css';
import { blankDraft, choicesOf, type PaperDraft } from './paper-draft.ts';
import { PaperFields, paperProgress, paperRules, type PaperBallot } from './PaperFields.tsx';
import { newPaperKey } from './paper-store.ts';

type Filling = {
  paperKey: string;
  /** Empty until it is chosen. */
  bloc: BlocId;
  delegation: string;
  draft: PaperDraft;
};

const fresh = (ballot: PaperBallot): Filling => ({
  paperKey: newPaperKey(),
  bloc: '',
  delegation: '',
  draft: blankDraft(ballot.kind),
});

/** Papers of people without a device, entered one after the other by whoever leads; the last one can be corrected. */
export const EnterPaperDialog = ({
  ballot,
  place = 'group',
  send,
  onClose,
}: {
  ballot: PaperBallot;
  /** A paper of the plenary carries its delegation. */
  place?: 'group' | 'plenary';
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [filling, setFilling] = useState(() => fresh(ballot));
  const [entered, setEntered] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { bloc, delegation, draft, paperKey } = filling;
  const isFaced = bloc !== '' && (place === 'group' || delegation.trim() !== '');
  // The options as the ballot was when the dialog opened: what is being filled in stays as it is.
  // Letters are those of printed papers, on which the order is another one.
  const [options] = useState(() =>
    ballot.options.map((option, at) => ({ ...option, title: `${optionLetter(at)} · ${option.title}` })),
  );
  const blocs = useBlocs().map(({ id, name }) => ({ value: id, label: inLanguage(name, locale) }));

  const enter = async (): Promise<void> => {
    if (!isFaced) return;
    setPending(true);
    const outcome = await send('ballot.enter', {
      ballotId: ballot.id,
      paperKey,
      bloc,
      ...(place === 'plenary' && { delegation: delegation.trim() }),
      choices: choicesOf(draft),
    });
    setPending(false);
    setFailure(outcome.ok ? null : outcome.failure);
    setEntered(outcome.ok);
  };

  return (
    <Dialog
      title={t('ballot.enter.title')}
      isOpen
      holdsInput
      width="wide"
      onClose={onClose}
      actions={
        entered ? (
          <>
            <Button onPress={() => setEntered(false)}>{t('ballot.enter.correct')}</Button>
            <Button
              onPress={() => {
                setFilling(fresh(ballot));
                setEntered(false);
              }}
            >
              {t('ballot.enter.another')}
            </Button>
            <Button variant="primary" onPress={onClose}>
              {t('common.close')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button variant="primary" isDisabled={!isFaced} isPending={pending} onPress={() => void enter()}>
              {t('ballot.enter.confirm')}
            </Button>
          </>
        )
      }
    >
      {entered ? (
        <Callout tone="ok" live title={t('ballot.enter.done')}>
          <p>{t('ballot.enter.done.body')}</p>
        </Callout>
      ) : (
        <div className={styles['paper']}>
          <p>{t('ballot.enter.body')}</p>
          <Select
            label={t('ballot.enter.bloc')}
            value={bloc}
            onChange={(chosen) => setFilling({ ...filling, bloc: chosen })}
            options={[{ value: '', label: t('ballot.enter.bloc.choose') }, ...blocs]}
          />
          {place === 'plenary' && (
            <TextField
              label={t('ballot.enter.delegation')}
              hint={t('ballot.enter.delegation.hint')}
              value={delegation}
              onChange={(written) => setFilling({ ...filling, delegation: written })}
              maxLength={LIMITS.delegation}
              autoComplete="off"
              dir="auto"
            />
          )}
          <p>{paperRules(t, ballot)}</p>
          <PaperFields
            ballot={ballot}
            options={options}
            draft={draft}
            onChange={(next) => setFilling({ ...filling, draft: next })}
          />
          <strong className={styles['left']}>{paperProgress(t, ballot, draft)}</strong>
          {failure !== null && <FailureNote failure={failure} />}
        </div>
      )}
    </Dialog>
  );
};
