import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A statement with the votes on it as the file's publisher has recounted them. */
export type Statement = { id: string; text: string; agrees: number; disagrees: number; passes: number };

/** 1 agrees, −1 disagrees, 0 passes. */
export type Vote = { voter: string; statement: string; value: 1 | 0 | -1 };

export type Conversation = { statements: Statement[]; votes: Vote[] };

type Row = Record<string, string>;

const rowsOf = async (path: string): Promise<Row[]> =>
  parse(await readFile(path, 'utf8'), { columns: true, bom: true });

/** Reads one folder of the corpus: `cards.csv` and `votes.csv`. */
export const readConversation = async (folder: string): Promise<Conversation> => {
  const statements = await rowsOf(join(folder, 'cards.csv'));
  const votes = await rowsOf(join(folder, 'votes.csv'));
  return {
    statements: statements.map((row) => ({
      id: row['card_id'] ?? '',
      text: row['text'] ?? '',
      agrees: Number(row['agrees']),
      disagrees: Number(row['disagrees']),
      passes: Number(row['passes']),
    })),
    votes: votes.map((row) => {
      const value = Number(row['value']);
      if (value !== 1 && value !== 0 && value !== -1) throw new Error(`a vote of ${row['value']}`);
      return { voter: row['voter_id'] ?? '', statement: row['card_id'] ?? '', value };
    }),
  };
};
