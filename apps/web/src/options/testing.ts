import { addOption } from '@rapport/board/set-option-text';
import type { Point } from '@rapport/domain/card';
import type { OptionId } from '@rapport/domain/ids';
import type { OptionText } from '@rapport/domain/options';
import type { BallotState } from '@rapport/protocol/group-state';
import type { GroupOption, MyOption } from '@rapport/protocol/options';
import type { BoardSession } from '../board/board-session.ts';
import { openBoard } from '../board/testing.ts';
import type { Network } from '../documents/testing.ts';
import { ballotState } from '../group/testing.ts';

/** The first option of the test group, being written. */
export const groupOption = (patch: Partial<GroupOption> = {}): GroupOption => ({
  id: 'o1' as OptionId,
  code: 'R1-G07-O1',
  number: 1,
  state: 'draft',
  frozen: false,
  version: null,
  sources: [],
  reservations: [],
  readback: null,
  sponsors: [],
  crossBloc: false,
  interest: 0,
  changedSinceBallot: false,
  ...patch,
});

export const myOption = (patch: Partial<MyOption> = {}): MyOption => ({
  optionId: 'o1' as OptionId,
  answer: null,
  interested: false,
  sponsored: null,
  ...patch,
});

/** A ballot on the options o1, o2 and o3. */
export const ballotOnOptions = (patch: Parameters<typeof ballotState>[0] = {}): BallotState =>
  ballotState({
    options: ballotState().options.map((option, index) => ({
      ...option,
      subject: { kind: 'option', id: `o${index + 1}` },
    })),
    ...patch,
  });

/** A board with these options' texts, live over the server's own engine. */
export const openOptions = async (
  texts: Readonly<Record<string, Partial<OptionText>>>,
  cards: Readonly<Record<string, Point>> = {},
): Promise<{ session: BoardSession; network: Network; close: () => void }> => {
  const opened = await openBoard(cards);
  for (const [id, text] of Object.entries(texts)) addOption(opened.session.doc, id as OptionId, text, 'server');
  return opened;
};
