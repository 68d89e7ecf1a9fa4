import { addCard } from '@rapport/board/add-card';
import { groupCards } from '@rapport/board/group-cards';
import { optionsOf } from '@rapport/board/layout';
import { readOption } from '@rapport/board/read-options';
import { setOptionText } from '@rapport/board/set-option-text';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, ClusterId, OptionId } from '@rapport/domain/ids';
import type { OptionText } from '@rapport/domain/options';
import type { Outcome } from '@rapport/protocol/failures';
import type { GroupOption, MyOption } from '@rapport/protocol/options';
import { as, GROUP, seatOf, type House } from '../groups/testing.ts';
import { readGroupOptions, readMyOptions } from './read-group-options.ts';

export const PORTS = 'card-ports' as CardId;
export const FERRIES = 'card-ferries' as CardId;
export const SEA = 'cluster-sea' as ClusterId;

/** The value of what has to succeed. */
export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.failure.code} (${outcome.failure.message})`);
  return outcome.value;
};

/** A code of refusal, `done` when there was none. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.failure.code);

/** Two cards in a cluster, on the board. */
export const layOut = async (house: House): Promise<void> => {
  await house.documents.edit(boardDocument(GROUP), (doc) => {
    addCard(doc, { id: PORTS, title: 'Shared ports', body: 'At sea', position: [0, 0] }, 'test');
    addCard(doc, { id: FERRIES, title: 'Ferries', position: [300, 0] }, 'test');
    groupCards(doc, { id: SEA, title: 'By sea', cards: [{ id: PORTS }, { id: FERRIES }] }, 'test');
  });
};

export const write = (house: House, optionId: OptionId, text: Partial<OptionText>): Promise<unknown> =>
  house.documents.edit(boardDocument(GROUP), (doc) => setOptionText(doc, optionId, text, 'test'));

export const live = (house: House, optionId: OptionId): Promise<OptionText | null> =>
  house.documents.read(boardDocument(GROUP), (doc) => {
    const option = readOption(optionsOf(doc).get(optionId), optionId);
    if (option === null) return null;
    const { id: _, ...text } = option;
    return text;
  });

/** An option with this title, frozen unless it is to stay open. */
export const make = async (house: House, title = 'Joint exercise', frozen = true): Promise<OptionId> => {
  const { optionId } = value(await house.options.create(as('alice'), { groupId: GROUP, sources: [] }));
  await write(house, optionId, { title, text: `${title}, every spring.` });
  if (frozen) value(await house.options.freeze(as('rita'), { optionId }));
  return optionId;
};

/** An option that was read back and accepted by alice. */
export const accepted = async (house: House, title?: string): Promise<OptionId> => {
  const optionId = await make(house, title);
  const { version } = await shown(house, optionId);
  value(await house.readbacks.ask(as('rita'), { groupId: GROUP, optionIds: [optionId] }));
  value(await house.readbacks.answer(as('alice'), { optionId, version: version ?? 0, answer: 'accept', reason: '' }));
  return optionId;
};

/** The option as everybody in the group sees it. */
export const shown = async (house: House, optionId: OptionId): Promise<GroupOption> => {
  const option = (await readGroupOptions(house.db.query, GROUP)).find(({ id }) => id === optionId);
  if (option === undefined) throw new Error('the group has no such option');
  return option;
};

/** What somebody said of it. */
export const own = async (house: House, first: string, optionId: OptionId): Promise<MyOption | undefined> =>
  (await readMyOptions(house.db.query, GROUP, seatOf(first))).find((option) => option.optionId === optionId);
