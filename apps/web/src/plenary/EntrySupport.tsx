import type { Me } from '@rapport/protocol/http';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { PlenaryState } from '@rapport/protocol/plenary';
import type { SendCommand } from '../group/send-command.ts';
import { OptionSupport } from '../options/OptionSupport.tsx';

/** What a seat can say of an option before the plenary: interest, and its delegation's signature. */
export const EntrySupport = ({
  entry,
  state,
  seat,
  send,
}: {
  entry: RegisterEntry;
  state: Pick<PlenaryState, 'symposium' | 'status' | 'me'>;
  seat: Me['seat'];
  send: SendCommand;
}) => {
  const { me, symposium } = state;
  const takesPart = seat !== null && state.status === 'open' && entry.state !== 'merged';
  return (
    <OptionSupport
      // Only frozen texts stand in the register.
      option={{ ...entry, frozen: true }}
      mine={{
        interested: me.interested.includes(entry.id),
        sponsored: me.authorised ? me.sponsored.includes(entry.id) : null,
      }}
      delegation={seat?.delegation ?? null}
      blocs={symposium.blocs}
      mayShowInterest={takesPart}
      maySign={takesPart}
      send={send}
      level={4}
    />
  );
};
