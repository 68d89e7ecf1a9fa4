import type { GroupId } from '@rapport/domain/ids';
import type { OptionSource } from '@rapport/domain/options';
import { live } from '../connection/live.ts';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { openFresh } from './options-view.ts';

const sendLive: SendCommand = (name, input) => live.command(name, input);

/** Makes an option that grows out of these cards and clusters, or a blank one, and opens it. */
export const makeOption = async (
  groupId: GroupId,
  sources: OptionSource[],
  send: SendCommand = sendLive,
): Promise<void> => {
  const sent = send('option.create', { groupId, sources });
  if (!(await tellRefusal(sent))) return;
  const outcome = await sent;
  if (!outcome.ok) return;
  announce(translateNow('options.said.made', { code: outcome.value.code }));
  openFresh(outcome.value.optionId);
};
