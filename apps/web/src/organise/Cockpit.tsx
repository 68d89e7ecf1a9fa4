import { useState } from 'react';
import type { Symposium } from '@rapport/protocol/http';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Select } from '../ui/Select.tsx';
import { AllGroupsBar } from './AllGroupsBar.tsx';
import { byAttention } from './attention.ts';
import { Tile } from './Tile.tsx';
import styles from './Cockpit.module.css';

/** One tile a group, those in trouble first, with the sums above. `now` in ms by the server's clock. */
export const Cockpit = ({
  state,
  rounds,
  now,
  send,
}: {
  state: SymposiumState;
  rounds: Symposium['rounds'];
  now: number;
  send: SendCommand;
}) => {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  // The last round is the one that meets now.
  const roundId = chosen ?? rounds.at(-1)?.id ?? '';
  const tiles = byAttention(
    state.groups.filter((group) => group.roundId === roundId),
    now,
  );
  const sum = (count: (group: SymposiumState['groups'][number]) => number): number =>
    tiles.reduce((total, { tile }) => total + count(tile), 0);
  const troubled = tiles.filter(({ attention }) => attention !== null).length;
  const round = rounds.find((one) => one.id === roundId);
  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['question']} dir="auto">
          {round?.question}
        </h2>
        {rounds.length > 1 && (
          <Select
            label={t('organise.live.round')}
            hideLabel
            value={roundId}
            onChange={setChosen}
            options={rounds.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
      </div>
      {round !== undefined && (
        <AllGroupsBar
          symposiumId={state.id}
          roundId={round.id}
          phases={tiles.filter(({ tile }) => tile.status === 'open').map(({ tile }) => tile.phase.kind)}
          send={send}
        />
      )}
      <dl className={styles['sums']}>
        <div>
          <dd>{sum((group) => group.present)}</dd>
          <dt>{t('organise.live.here', { seats: sum((group) => group.seats) })}</dt>
        </div>
        <div>
          <dd>{tiles.length}</dd>
          <dt>{t('organise.live.groups', { count: tiles.length })}</dt>
        </div>
        <div>
          <dd>{sum((group) => group.cards)}</dd>
          <dt>{t('organise.live.cards')}</dt>
        </div>
        <div>
          <dd>{troubled}</dd>
          <dt>{t('organise.live.attention', { count: troubled })}</dt>
        </div>
      </dl>
      <ul className={styles['tiles']}>
        {tiles.map(({ tile, attention }) => (
          <Tile key={tile.id} tile={tile} attention={attention} now={now} />
        ))}
      </ul>
    </>
  );
};
