import type { ReportContent } from '@rapport/board/read-report';
import { LIMITS } from '@rapport/domain/limits';
import { countWords } from '@rapport/domain/options';
import type { GroupState } from '@rapport/protocol/group-state';
import { isForwarded, isPursued, isReadBack } from '../options/option-steps.ts';

/** What a rapporteur looks through before the report leaves; the place is where to go for it. */
export type ReportCheck =
  | { id: 'headlines'; isDone: boolean; place: string; written: number; most: number; over: number }
  | { id: 'forwarded'; isDone: boolean; place: string; forwarded: number; limit: number }
  | { id: 'readback'; isDone: boolean; place: string; asked: number; pursued: number }
  | { id: 'reservations'; isDone: boolean; place: string; count: number }
  | { id: 'sentences'; isDone: boolean; place: string; written: number; outdated: number; fresh: number }
  | { id: 'questions'; isDone: boolean; place: string; written: number };

const isWritten = (text: string): boolean => text.trim() !== '';

/**
 * The checklist of a report. Nothing on it keeps anybody from taking the report out; each point says how it stands.
 * `fitting` are ids of sentences that follow from the results as they are, `fresh` how many were never brought in.
 */
export const checkReport = (
  content: ReportContent,
  state: Pick<GroupState, 'options' | 'symposium'>,
  { fitting, fresh }: { fitting: ReadonlySet<string> | null; fresh: number },
): ReportCheck[] => {
  const headlines = content.headlines.filter(isWritten);
  const over = headlines.filter((text) => countWords(text) > LIMITS.headlineWords).length;
  const brought = state.options.filter((option) => isPursued(option) || isForwarded(option));
  const forwarded = brought.filter(isForwarded).length;
  const asked = brought.filter((option) => isReadBack(option) || isForwarded(option)).length;
  const reservations = brought.reduce((sum, option) => sum + option.reservations.length, 0);
  const sentences = content.agreement.filter(({ text }) => isWritten(text));
  const outdated =
    fitting === null ? 0 : sentences.filter(({ id, origin }) => origin !== 'own' && !fitting.has(id)).length;
  const questions = content.questions.filter(({ text }) => isWritten(text)).length;
  return [
    {
      id: 'headlines',
      isDone: headlines.length === LIMITS.headlines && over === 0,
      place: 'part-headlines',
      written: headlines.length,
      most: LIMITS.headlines,
      over,
    },
    {
      id: 'readback',
      isDone: brought.length > 0 && asked === brought.length,
      place: 'part-options',
      asked,
      pursued: brought.length,
    },
    {
      id: 'forwarded',
      isDone: forwarded > 0,
      place: 'part-options',
      forwarded,
      limit: state.symposium.forwardLimit,
    },
    { id: 'reservations', isDone: reservations > 0, place: 'part-options', count: reservations },
    {
      id: 'sentences',
      isDone: sentences.length > 0 && outdated === 0 && fresh === 0,
      place: 'part-agreement',
      written: sentences.length,
      outdated,
      fresh,
    },
    { id: 'questions', isDone: questions > 0, place: 'part-questions', written: questions },
  ];
};
