import type { CommandInput, CommandName, CommandValue } from '@rapport/protocol/commands';
import type { Outcome } from '@rapport/protocol/failures';
import { translateNow } from '../messages/use-t.ts';
import { failureText } from '../ui/failure-text.ts';
import { notify } from '../ui/toast-store.ts';

/** Sends a command over the live socket and gives its outcome. */
export type SendCommand = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<Outcome<CommandValue[Name]>>;

/** Waits for a command and shows why it was refused; true when it was done. */
export const tellRefusal = async (sent: Promise<Outcome<unknown>>): Promise<boolean> => {
  const outcome = await sent;
  if (!outcome.ok) {
    const { failure } = outcome;
    notify({ tone: 'danger', text: `${failureText(translateNow, failure)} (${failure.code})` });
  }
  return outcome.ok;
};
