import { describe, expect, test } from 'vitest';
import { SEAT_PACE, SeatPace } from './seat-pace.ts';

/** Takes `count` frames at once; what the last one costs. */
const flood = (pace: SeatPace, seat: string, count: number, bytes: number, now: number): number | null => {
  let wait: number | null = 0;
  for (let left = count; left > 0; left--) wait = pace.take(seat, bytes, now);
  return wait;
};

describe('what a seat may send', () => {
  test('a burst is free; what comes beyond it is paid for in time', () => {
    const pace = new SeatPace();
    expect(flood(pace, 'a', SEAT_PACE.burstFrames, 1, 0)).toBe(0);
    expect(flood(pace, 'a', SEAT_PACE.framesPerSecond, 1, 0)).toBe(1000);
    // After that second nothing is owed, and the next frame is on credit again.
    expect(pace.take('a', 1, 1000)).toBe(1);
  });

  test('bytes count apart from frames', () => {
    const pace = new SeatPace();
    expect(flood(pace, 'a', 4, SEAT_PACE.burstBytes / 4, 0)).toBe(0);
    expect(pace.take('a', SEAT_PACE.bytesPerSecond, 0)).toBe(1000);
  });

  test('who goes on beyond its means is shown out; who pauses is not', () => {
    const pace = new SeatPace();
    const { burstFrames, framesPerSecond, patienceMs } = SEAT_PACE;
    flood(pace, 'stubborn', burstFrames + 1, 1, 0);
    flood(pace, 'pauses', burstFrames + 1, 1, 0);
    for (let now = 1000; now <= patienceMs; now += 1000) {
      expect(flood(pace, 'stubborn', framesPerSecond + 1, 1, now)).toBeGreaterThan(0);
    }
    expect(flood(pace, 'stubborn', framesPerSecond + 1, 1, patienceMs + 1000)).toBeNull();
    expect(pace.take('pauses', 1, patienceMs + 1000)).toBe(0);
    expect(flood(pace, 'pauses', burstFrames + 1, 1, patienceMs + 2000)).toBe(1);
  });

  test('one seat’s flood costs no other anything', () => {
    const pace = new SeatPace();
    flood(pace, 'a', 3 * SEAT_PACE.burstFrames, 1, 0);
    expect(pace.take('b', 1, 0)).toBe(0);
  });

  test('a quiet seat is forgotten, one that owes is not', () => {
    const pace = new SeatPace();
    pace.take('quiet', 1, 0);
    flood(pace, 'owes', 100 * SEAT_PACE.burstFrames, 1, 0);
    pace.sweep(60_000);
    // Had it been forgotten, this would be free.
    expect(pace.take('owes', 1, 60_000)).toBeNull();
    expect(pace.take('quiet', 1, 60_000)).toBe(0);
  });
});
