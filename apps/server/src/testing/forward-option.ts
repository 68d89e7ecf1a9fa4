import type * as Y from 'yjs';
import { optionMap } from '@rapport/board/layout';
import { setOptionText } from '@rapport/board/set-option-text';
import { boardDocument } from '@rapport/domain/document-id';
import type { GroupId, OptionId } from '@rapport/domain/ids';
import type { TestServer } from './boot-server.ts';
import type { LiveClient } from './live-client.ts';
import type { Person } from './seed-group.ts';

/** Those who bring an option forward: `board` is the document of the member's stock client. */
type Group = { groupId: GroupId; leader: LiveClient; leading: Person; member: LiveClient; board: Y.Doc };

/** An option of a group from nothing to the plenary, by the product's own commands. */
export const forwardOption = async (
  server: TestServer,
  { groupId, leader, leading, member, board }: Group,
  title: string,
): Promise<OptionId> => {
  for (const live of [leader, member]) await live.command('group.watch', { groupId });
  const { optionId } = await member.command('option.create', { groupId, sources: [] });
  await until(board, () => optionMap(board, optionId) !== null);
  // What another client sees has been taken by the server.
  const witness = server.sync(leading.token, boardDocument(groupId));
  setOptionText(board, optionId, { title, text: `${title}, every spring.` }, 'script');
  await witness.until((doc) => (optionMap(doc, optionId)?.get('title') as Y.Text | undefined)?.toJSON() === title);
  const { version } = await leader.command('option.freeze', { optionId });
  await leader.command('readback.ask', { groupId, optionIds: [optionId] });
  await member.command('report.readback', { optionId, version, answer: 'accept' });
  await leader.command('option.forward', { groupId, optionIds: [optionId] });
  return optionId;
};

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
