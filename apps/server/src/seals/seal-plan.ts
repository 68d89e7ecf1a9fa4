import { Locale } from '@rapport/domain/languages';
import type { GroupId } from '@rapport/domain/ids';
import type { ReportFormat } from '@rapport/protocol/http';
import { paperPath } from '../paper/options-papers.ts';

/** A file of the seal, by its path in the archive. */
export type PlannedFile = { path: string } & (
  | { kind: 'report'; groupId: GroupId; format: ReportFormat; language: Locale }
  | { kind: 'paper'; format: ReportFormat; language: Locale }
  | { kind: 'register'; format: 'csv' | 'json' }
);

/** In each of the symposium's languages, and once where the language makes no difference. */
const FORMATS = ['docx', 'pdf', 'pptx', 'md', 'csv', 'json'] as const satisfies readonly ReportFormat[];

/** Languages of the symposium that files are written in; English where there is none. */
export const sealLanguages = (tags: readonly string[]): Locale[] => {
  const spoken = new Set(tags.map((tag) => tag.split('-')[0]));
  const found = Locale.options.filter((locale) => spoken.has(locale));
  return found.length === 0 ? ['en'] : found;
};

/** Every file that a seal consists of: the same symposium gives the same paths in the same order. */
export const planSeal = (
  groups: readonly { id: GroupId; code: string }[],
  languages: readonly Locale[],
): PlannedFile[] => {
  const [first = 'en'] = languages;
  const inLanguages = (format: string): { language: Locale; suffix: string }[] =>
    format === 'json'
      ? [{ language: first, suffix: format }]
      : languages.map((language) => ({ language, suffix: `${language}.${format}` }));
  return [
    ...FORMATS.flatMap((format) =>
      inLanguages(format).map(({ language }): PlannedFile => ({
        path: paperPath(format, language),
        kind: 'paper',
        format,
        language,
      })),
    ),
    { path: 'register/register.csv', kind: 'register', format: 'csv' },
    { path: 'register/register.json', kind: 'register', format: 'json' },
    ...groups.flatMap(({ id, code }) =>
      FORMATS.flatMap((format) =>
        inLanguages(format).map(({ language, suffix }): PlannedFile => ({
          path: `groups/${code}/${code}-report.${suffix}`,
          kind: 'report',
          groupId: id,
          format,
          language,
        })),
      ),
    ),
  ];
};
