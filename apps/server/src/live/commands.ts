import type { BallotId, OptionId } from '@rapport/domain/ids';
import type { CommandName, CommandParsed, CommandValue } from '@rapport/protocol/commands';
import type { Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Ballots } from '../ballots/ballots.ts';
import type { Coverage } from '../discussion/coverage.ts';
import type { Discussions } from '../discussion/discussions.ts';
import type { Authors } from '../groups/authors.ts';
import type { Cards } from '../groups/cards.ts';
import type { Closing } from '../groups/closing.ts';
import type { CommonMoves } from '../groups/common-moves.ts';
import type { HelpRequests } from '../groups/help-requests.ts';
import type { Locks } from '../groups/locks.ts';
import type { Notices } from '../groups/notices.ts';
import type { Phases } from '../groups/phases.ts';
import type { Ratchet } from '../groups/ratchet.ts';
import type { Reveals } from '../groups/reveals.ts';
import type { Roles } from '../groups/roles.ts';
import type { RoomLists } from '../groups/room-lists.ts';
import type { Seats } from '../groups/seats.ts';
import type { Spotlights } from '../groups/spotlights.ts';
import type { Timers } from '../groups/timers.ts';
import type { Options } from '../options/options.ts';
import type { Readbacks } from '../options/readbacks.ts';
import type { Voices } from '../options/voices.ts';
import type { PlenaryBallots } from '../plenary/plenary-ballots.ts';
import type { PlenaryVoices } from '../plenary/plenary-voices.ts';
import type { Plenary } from '../plenary/plenary.ts';
import type { Register } from '../plenary/register.ts';
import type { Screens } from '../plenary/screens.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';

/** Commands that start or end a stream belong to the socket, so the door answers them itself. */
type StreamCommand = 'group.watch' | 'group.unwatch' | 'symposium.watch' | 'plenary.watch' | 'plenary.unwatch';

/** Every other command with the method that does it. */
export type CommandTable = {
  readonly [Name in Exclude<CommandName, StreamCommand>]: (
    caller: Caller,
    input: CommandParsed<Name>,
  ) => Promise<Outcome<CommandValue[Name]>>;
};

/** Which service does what. */
export const commandTable = (services: {
  phases: Phases;
  commonMoves: CommonMoves;
  timers: Timers;
  locks: Locks;
  closing: Closing;
  seats: Seats;
  roomLists: RoomLists;
  reveals: Reveals;
  cards: Cards;
  authors: Authors;
  roles: Roles;
  ratchet: Ratchet;
  notices: Notices;
  spotlights: Spotlights;
  helpRequests: HelpRequests;
  ballots: Ballots;
  plenary: Plenary;
  register: Register;
  plenaryBallots: PlenaryBallots;
  plenaryVoices: PlenaryVoices;
  screens: Screens;
  discussions: Discussions;
  coverage: Coverage;
  suggestions: Suggestions;
  options: Options;
  readbacks: Readbacks;
  voices: Voices;
}): CommandTable => {
  const { options, readbacks, voices } = services;
  const { discussions, coverage } = services;
  const { authors, roles, ratchet, notices, spotlights, helpRequests } = services;
  const { phases, commonMoves, timers, locks, closing, seats, roomLists, reveals, cards, ballots, suggestions } =
    services;
  const { plenary, register, plenaryBallots, plenaryVoices, screens } = services;
  /** A ballot is a group's or the plenary's; its id does not say which. */
  const boxOf = async (ballotId: BallotId): Promise<Ballots | PlenaryBallots> =>
    (await plenaryBallots.has(ballotId)) ? plenaryBallots : ballots;
  /** An option is its group's affair until the plenary works with it. */
  const voicesOn = async (optionId: OptionId): Promise<Pick<Voices, 'sponsor' | 'interest'>> =>
    (await plenaryVoices.takes(optionId)) ? plenaryVoices : voices;
  return {
    'room.list': (caller, input) => roomLists.list(caller, input),
    'phase.move': (caller, input) => phases.move(caller, input),
    'phase.moveAll': (caller, input) => commonMoves.moveAll(caller, input),
    'group.close': (caller, input) => closing.close(caller, input),
    'group.reopen': (caller, input) => closing.reopen(caller, input),
    'timer.start': (caller, input) => timers.start(caller, input),
    'timer.pause': (caller, input) => timers.pause(caller, input),
    'timer.adjust': (caller, input) => timers.adjust(caller, input),
    'timer.stop': (caller, input) => timers.stop(caller, input),
    'timer.adjustAll': (caller, input) => timers.adjustAll(caller, input),
    'board.lock': (caller, input) => locks.lock(caller, input),
    'board.unlock': (caller, input) => locks.unlock(caller, input),
    'drafts.reveal': (caller, input) => reveals.reveal(caller, input),
    'drafts.submit': (caller, input) => reveals.submit(caller, input),
    'card.withdraw': (caller, input) => cards.withdraw(caller, input),
    'card.enter': (caller, input) => cards.enter(caller, input),
    'card.mine': (caller, input) => cards.mine(caller, input),
    'cluster.suggest': (caller, input) => suggestions.suggest(caller, input),
    'card.sign': (caller, input) => authors.sign(caller, input),
    'card.authors': (caller, input) => authors.list(caller, input),
    'discussion.read': (caller, input) => discussions.read(caller, input),
    'comment.add': (caller, input) => discussions.add(caller, input),
    'comment.resolve': (caller, input) => discussions.resolve(caller, input),
    'comment.withdraw': (caller, input) => discussions.withdraw(caller, input),
    'similar.mark': (caller, input) => discussions.mark(caller, input),
    'card.opened': (caller, input) => coverage.open(caller, input),
    'seat.list': (caller, input) => roles.list(caller, input),
    'seat.role': (caller, input) => roles.assign(caller, input),
    'group.attribution': (caller, input) => ratchet.change(caller, input),
    'announcement.send': (caller, input) => notices.send(caller, input),
    'spotlight.set': (caller, input) => spotlights.set(caller, input),
    'help.ask': (caller, input) => helpRequests.ask(caller, input),
    'help.answer': (caller, input) => helpRequests.answer(caller, input),
    'seat.done': (caller, input) => seats.done(caller, input),
    'ballot.open': (caller, input) =>
      input.symposiumId === undefined
        ? ballots.open(caller, input)
        : plenaryBallots.open(caller, input.symposiumId, input),
    'ballot.cast': async (caller, input) => (await boxOf(input.ballotId)).cast(caller, input),
    'ballot.enter': async (caller, input) => (await boxOf(input.ballotId)).enter(caller, input),
    'ballot.close': async (caller, input) => (await boxOf(input.ballotId)).close(caller, input),
    'ballot.results': async (caller, input) => (await boxOf(input.ballotId)).results(caller, input),
    'plenary.open': (caller, input) => plenary.open(caller, input),
    'plenary.close': (caller, input) => plenary.close(caller, input),
    'plenary.timer': (caller, input) => plenary.timer(caller, input),
    'screen.show': (caller, input) => plenary.show(caller, input),
    'screen.code': (caller, input) => screens.code(caller, input),
    'option.merge': (caller, input) => register.merge(caller, input),
    'option.split': (caller, input) => register.split(caller, input),
    'option.revise': (caller, input) => register.revise(caller, input),
    'option.place': (caller, input) => register.place(caller, input),
    'register.undo': (caller, input) => register.undo(caller, input),
    'seat.chair': (caller, input) => plenary.chair(caller, input),
    'option.create': (caller, input) => options.create(caller, input),
    'option.freeze': (caller, input) => options.freeze(caller, input),
    'option.open': (caller, input) => options.open(caller, input),
    'option.versions': (caller, input) => options.versions(caller, input),
    'option.endorse': (caller, input) => options.endorse(caller, input),
    'option.setAside': (caller, input) => options.setAside(caller, input),
    'readback.ask': (caller, input) => readbacks.ask(caller, input),
    'report.readback': (caller, input) => readbacks.answer(caller, input),
    'option.forward': (caller, input) => readbacks.forward(caller, input),
    'reservation.add': (caller, input) => voices.reserve(caller, input),
    'option.sponsor': async (caller, input) => (await voicesOn(input.optionId)).sponsor(caller, input),
    'option.interest': async (caller, input) => (await voicesOn(input.optionId)).interest(caller, input),
    'seat.authorise': (caller, input) => voices.authorise(caller, input),
  };
};
