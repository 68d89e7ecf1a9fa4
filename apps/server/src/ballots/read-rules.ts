import { BallotRules, type BallotKind } from '@rapport/domain/ballots';

/** A ballot's kind and settings from its row. */
export const readRules = (row: { kind: BallotKind; settings: string }): BallotRules =>
  BallotRules.parse({ kind: row.kind, settings: JSON.parse(row.settings) as unknown });
