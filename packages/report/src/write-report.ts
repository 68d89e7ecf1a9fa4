import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import { arrangeRecord } from './arrange-record.ts';
import { composeReport } from './compose-report.ts';
import { writeDocx } from './write-docx.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';

/**
 * A group's report as the bytes of a file (docs/method.md §9). The same record gives the same bytes. It shows what
 * the projection left in the record and nothing else; it holds no time of its own making. JSON is the same in every
 * language.
 */
export const writeReport = async (
  projected: ProjectedRecord,
  format: 'md' | 'json' | 'docx',
  language: Locale,
): Promise<Uint8Array> => {
  const record = arrangeRecord(projected);
  switch (format) {
    case 'json':
      return new TextEncoder().encode(writeJson(record));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(composeReport(record, language)));
    case 'docx':
      return writeDocx(composeReport(record, language), record.symposium.startsOn);
  }
};
