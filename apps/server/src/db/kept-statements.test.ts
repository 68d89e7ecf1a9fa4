import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { KeptStatements } from './kept-statements.ts';

const open = (): { sqlite: Sqlite.Database; kept: KeptStatements } => {
  const sqlite = new Sqlite(':memory:');
  sqlite.exec('create table word (text)');
  return { sqlite, kept: new KeptStatements(sqlite) };
};

test('a statement is compiled once, and gives what is there at the time', () => {
  const { kept } = open();
  kept.keep();
  const all = kept.prepare('select * from word');
  expect(all.all([])).toEqual([]);
  kept.prepare('insert into word values (?)').run(['peace']);
  expect(kept.prepare('select * from word')).toBe(all);
  expect(all.all([])).toEqual([{ text: 'peace' }]);
  kept.close();
});

test('nothing is kept while tables may change', () => {
  const { sqlite, kept } = open();
  kept.prepare('select * from word').all([]);
  sqlite.exec("alter table word add column language default 'en'");
  sqlite.exec("insert into word (text) values ('peace')");
  expect(kept.prepare('select * from word').all([])).toEqual([{ text: 'peace', language: 'en' }]);
  kept.close();
});

test('there is an end to what is kept', () => {
  const { kept } = open();
  kept.keep();
  const first = kept.prepare('select 0');
  for (let number = 1; number < 500; number += 1) kept.prepare(`select ${number}`);
  expect(kept.prepare('select 0')).toBe(first);
  kept.prepare('select 500');
  expect(kept.prepare('select 0')).not.toBe(first);
  kept.close();
});
