const two = (value: number): string => String(value).padStart(2, '0');

/** `07:42`, from an hour on `1:07:42`; over time `+01:12`. A second counts as left until it is gone. */
export const timerText = (leftMs: number): string => {
  const over = leftMs <= -1000;
  const seconds = over ? Math.floor(-leftMs / 1000) : Math.max(0, Math.ceil(leftMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
  return over ? `+${clock}` : clock;
};

/** What is said to people who do not see the clock: at five minutes, one minute, ten seconds and the end. */
const MARKS = [300, 60, 10, 0] as const;
export type TimerMark = (typeof MARKS)[number];

/** The mark that was passed between two looks at the clock (ms left), the later one of several; null for none. */
export const passedMark = (beforeMs: number, afterMs: number): TimerMark | null =>
  MARKS.findLast((mark) => beforeMs > mark * 1000 && afterMs <= mark * 1000) ?? null;
