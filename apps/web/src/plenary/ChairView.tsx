import { useState } from 'react';
import type { OptionId } from '@rapport/domain/ids';
import type { Me } from '@rapport/protocol/http';
import type { RegisterEntry } from '@rapport/protocol/options';
import { filterRegister } from '@rapport/protocol/order-register';
import type { Outcome } from '@rapport/protocol/failures';
import type { PlenaryState, ScreenView } from '@rapport/protocol/plenary';
import { TimerControls } from '../facilitation/TimerControls.tsx';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { TimerClock } from '../group/TimerClock.tsx';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { FrozenText } from '../options/FrozenText.tsx';
import { PaperDownload } from '../paper/PaperDownload.tsx';
import { api, type Download } from '../session/http.ts';
import { saveFile } from '../session/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { failureText } from '../ui/failure-text.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { notify } from '../ui/toast-store.ts';
import { EntrySupport } from './EntrySupport.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { OpenPlenaryBallotDialog } from './OpenPlenaryBallotDialog.tsx';
import styles from './Plenary.module.css';
import { PlenaryBallots } from './PlenaryBallots.tsx';
import { PlenaryPaper } from './PlenaryPaper.tsx';
import { RegisterTable, type RegisterOrder } from './RegisterTable.tsx';
import { Remarks } from './Remarks.tsx';
import { ReviseDialog } from './ReviseDialog.tsx';
import { ScreenCode } from './ScreenCode.tsx';
import { ScreenControls } from './ScreenControls.tsx';
import { SlidesButton } from './SlidesButton.tsx';

type Task = { kind: 'merge' | 'ballot' | 'paper' } | { kind: 'revise' | 'read' | 'apart'; entry: RegisterEntry };

/** The chair's device: the projector on one side, the register on the other. */
export const ChairView = ({
  state,
  isOrganiser,
  seat,
  send,
  fetchFile,
}: {
  state: PlenaryState;
  /** Null for an organiser. */
  seat: Me['seat'];
  isOrganiser: boolean;
  send: SendCommand;
  fetchFile: (path: string) => Promise<Outcome<Download>>;
}) => {
  const t = useT();
  const symposiumId = state.symposium.id;
  const [order, setOrder] = useState<RegisterOrder>({ sort: 'group', filter: 'living' });
  const [chosen, setChosen] = useState<ReadonlySet<OptionId>>(new Set());
  const [task, setTask] = useState<Task | null>(null);
  const [asking, setAsking] = useState(false);
  const [printing, setPrinting] = useState(false);
  const locale = useLocaleStore((store) => store.locale);
  // A choice does not outlive a merge by another hand.
  const picked = filterRegister(state.register, 'living').filter(({ id }) => chosen.has(id));
  const isOpen = state.status === 'open';
  // What is said of an option while somebody reads it is shown at once.
  const reading = task?.kind === 'read' ? state.register.find(({ id }) => id === task.entry.id) : undefined;
  const voting = state.ballots.find(({ id, status }) => status === 'open' && state.me.entitled.includes(id));
  const hasOpenBallot = state.ballots.some(({ status }) => status === 'open');

  const show = (view: ScreenView): void => void tellRefusal(send('screen.show', { symposiumId, view }));
  const done = (text: string): void => {
    setChosen(new Set());
    notify({ tone: 'ok', text });
  };
  const deedsFor = (entry: RegisterEntry): MenuItem[] => [
    { id: 'show', label: t('plenary.deed.show') },
    { id: 'read', label: t('plenary.deed.read') },
    ...(entry.state === 'merged'
      ? []
      : [
          ...(entry.group === null ? [{ id: 'revise', label: t('plenary.deed.revise') }] : []),
          ...(entry.state === 'paper'
            ? [{ id: entry.group === null ? 'plenary' : 'forwarded', label: t('plenary.deed.back') }]
            : [{ id: 'paper', label: t('plenary.deed.paper') }]),
          ...(entry.group === null && entry.parents.length > 0
            ? [{ id: 'apart', label: t('plenary.deed.apart') }]
            : []),
        ]),
  ];
  const act = (entry: RegisterEntry, deed: string): void => {
    if (deed === 'show') show({ kind: 'option', optionId: entry.id });
    if (deed === 'read' || deed === 'revise' || deed === 'apart') setTask({ kind: deed, entry });
    if (deed === 'paper' || deed === 'plenary' || deed === 'forwarded') {
      void tellRefusal(send('option.place', { optionId: entry.id, place: deed }));
    }
  };
  const printAgenda = async (): Promise<void> => {
    setPrinting(true);
    const file = await api.file(`/api/symposia/${symposiumId}/agenda?format=pdf&lang=${locale}`);
    setPrinting(false);
    if (file.ok) saveFile(file.value);
    else notify({ tone: 'danger', text: failureText(t, file.failure) });
  };
  const undo = async (): Promise<void> => {
    if (await tellRefusal(send('register.undo', { symposiumId }))) notify({ tone: 'ok', text: t('plenary.undone') });
  };

  return (
    <>
      <div className={styles['titleRow']}>
        <div>
          <h1>{t('plenary.title')}</h1>
          {state.attendance !== null && <p className={styles['soft']}>{t('plenary.attendance', state.attendance)}</p>}
        </div>
        <div className={styles['row']}>
          <TimerClock timer={state.timer} compact />
          <TimerControls timer={state.timer} onDeed={(deed) => send('plenary.timer', { symposiumId, ...deed })} />
          {isOrganiser && <ScreenCode symposiumId={symposiumId} send={send} />}
          <SlidesButton state={state} fetchFile={fetchFile} />
          <Button size="small" isPending={printing} onPress={() => void printAgenda()}>
            {t('plenary.agenda.print')}
          </Button>
          <Button size="small" onPress={() => setTask({ kind: 'paper' })}>
            {t('paper.open')}
          </Button>
          <Button size="small" variant={isOpen ? 'secondary' : 'primary'} onPress={() => setAsking(true)}>
            {t(isOpen ? 'plenary.close' : 'plenary.open')}
          </Button>
        </div>
      </div>
      <div className={styles['columns']}>
        <ScreenControls state={state} onShow={show} />
        <div className={styles['stack']}>
          {/* Who was made chair while others vote has kept the vote. */}
          {voting !== undefined && <PlenaryPaper ballot={voting} me={state.me} seat={seat} send={send} />}
          <PlenaryBallots state={state} send={send} onShow={show} />
          <section className={styles['panel']} aria-labelledby="register-title">
            <div className={styles['titleRow']}>
              <h2 id="register-title">{t('plenary.register')}</h2>
              <div className={styles['row']}>
                <Button size="small" isDisabled={picked.length < 2} onPress={() => setTask({ kind: 'merge' })}>
                  {t('plenary.merge', { count: picked.length })}
                </Button>
                <Button
                  size="small"
                  isDisabled={picked.length === 0 || !isOpen || hasOpenBallot}
                  onPress={() => setTask({ kind: 'ballot' })}
                >
                  {t('plenary.ballot.open', { count: picked.length })}
                </Button>
                <Button size="small" isDisabled={state.undo === null} onPress={() => void undo()}>
                  {state.undo === null
                    ? t('plenary.undo')
                    : t(`plenary.undo.${state.undo.deed}`, { codes: state.undo.codes.join(', ') })}
                </Button>
              </div>
            </div>
            {!isOpen && <p className={styles['soft']}>{t('plenary.ballot.needsOpen')}</p>}
            <RegisterTable
              state={state}
              order={order}
              chosen={chosen}
              deedsFor={deedsFor}
              onOrder={setOrder}
              onChoose={setChosen}
              onDeed={act}
            />
          </section>
        </div>
      </div>
      {task?.kind === 'merge' && (
        <MergeDialog
          symposiumId={symposiumId}
          entries={picked}
          send={send}
          onDone={(code) => done(t('plenary.merged', { code }))}
          onClose={() => setTask(null)}
        />
      )}
      {task?.kind === 'ballot' && (
        <OpenPlenaryBallotDialog
          symposiumId={symposiumId}
          entries={picked}
          send={send}
          onOpened={() => done(t('plenary.ballot.opened'))}
          onClose={() => setTask(null)}
        />
      )}
      {task?.kind === 'paper' && (
        <Dialog title={t('paper.title')} isOpen onClose={() => setTask(null)}>
          <PaperDownload symposiumId={symposiumId} />
        </Dialog>
      )}
      {task?.kind === 'revise' && <ReviseDialog entry={task.entry} send={send} onClose={() => setTask(null)} />}
      {task?.kind === 'read' && (
        <Dialog title={task.entry.code} isOpen width="wide" onClose={() => setTask(null)}>
          <FrozenText text={(reading ?? task.entry).text} />
          <Remarks entry={reading ?? task.entry} under={2} sponsors={false} />
          <EntrySupport entry={reading ?? task.entry} state={state} seat={seat} send={send} />
        </Dialog>
      )}
      <ConfirmDialog
        title={t('plenary.apart.title')}
        body={<p>{t('plenary.apart.body')}</p>}
        confirm={t('plenary.apart.confirm')}
        isOpen={task?.kind === 'apart'}
        onConfirm={async () => {
          if (task?.kind === 'apart') await tellRefusal(send('option.split', { optionId: task.entry.id }));
        }}
        onClose={() => setTask(null)}
      />
      <ConfirmDialog
        title={t(isOpen ? 'plenary.close.title' : 'plenary.open.title')}
        body={<p>{t(isOpen ? 'plenary.close.body' : 'plenary.open.body')}</p>}
        confirm={t(isOpen ? 'plenary.close' : 'plenary.open')}
        isOpen={asking}
        onConfirm={async () => {
          await tellRefusal(send(isOpen ? 'plenary.close' : 'plenary.open', { symposiumId }));
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
