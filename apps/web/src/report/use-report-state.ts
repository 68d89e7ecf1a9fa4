import { useCallback, useEffect, useRef, useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { ReportState } from '@rapport/protocol/report';
import type { Api } from '../session/http.ts';

export type Sentences = {
  state: ReportState | null;
  failure: Failure | null;
  /** Brings in what is new in a language; resolves with why not, or null. */
  bringIn: (language: Locale) => Promise<Failure | null>;
  retry: () => void;
};

/**
 * How the product's sentences stand to the results. Whoever may write begins the report by looking at it; that happens
 * once, whoever comes first. `results` is another text whenever a result has come or gone.
 */
export const useReportState = (
  {
    groupId,
    mayWrite,
    mayLook,
    language,
    results,
    isOnline,
  }: {
    groupId: GroupId;
    mayWrite: boolean;
    /** Whoever only reads is not told. */
    mayLook: boolean;
    /** In which a report nobody has opened begins. */
    language: Locale;
    results: string;
    isOnline: boolean;
  },
  calls: Pick<Api, 'get' | 'post'>,
): Sentences => {
  const [answer, setAnswer] = useState<{ outcome: Outcome<ReportState>; results: string } | null>(null);
  const [known, setKnown] = useState<ReportState | null>(null);
  const asked = useRef(0);
  const first = useRef(language);
  const path = `/api/groups/${groupId}/report`;

  const take = useCallback((now: string, question: Promise<Outcome<ReportState>>): Promise<Outcome<ReportState>> => {
    asked.current += 1;
    const mine = asked.current;
    return question.then((outcome) => {
      if (mine !== asked.current) return outcome;
      setAnswer({ outcome, results: now });
      if (outcome.ok) setKnown(outcome.value);
      return outcome;
    });
  }, []);
  const look = useCallback(
    (now: string) =>
      take(
        now,
        mayWrite
          ? calls.post(`${path}/open`, { language: first.current }, ReportState)
          : calls.get(`${path}/state`, ReportState),
      ),
    [calls, mayWrite, path, take],
  );
  useEffect(() => {
    if (isOnline && mayLook) void look(results);
  }, [look, results, isOnline, mayLook]);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  return {
    state: known,
    // Why it was not known for earlier results is of no use now.
    failure: answer === null || answer.outcome.ok || answer.results !== results ? null : answer.outcome.failure,
    bringIn: async (wanted) => {
      const outcome = await take(results, calls.post(`${path}/sentences`, { language: wanted }, ReportState));
      return outcome.ok ? null : outcome.failure;
    },
    retry: () => void look(results),
  };
};
