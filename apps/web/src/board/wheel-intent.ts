/** What a turn of the wheel means. */
export type WheelIntent = { kind: 'pan'; dx: number; dy: number } | { kind: 'zoom'; factor: number };

export type WheelTurn = {
  deltaX: number;
  deltaY: number;
  deltaMode: number;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  /** ms, monotonic */
  timeStamp: number;
};

/** ms without a turn after which the next one starts a new gesture */
const PAUSE = 180;
/** A notch of a mouse wheel is at least this many px, straight up or down. */
const NOTCH = 60;

/**
 * Tells a mouse wheel (zooms) from two fingers on a trackpad (pan; a pinch comes with `ctrlKey`). Nothing in the
 * event says which device it was, so the first turn of a gesture decides for all of it.
 */
export const wheelReader = (): ((turn: WheelTurn) => WheelIntent) => {
  let lastAt = Number.NEGATIVE_INFINITY;
  let wheel = false;
  return (turn) => {
    const { deltaX, deltaY, deltaMode, shiftKey } = turn;
    const scale = deltaMode === 1 ? 20 : deltaMode === 2 ? 400 : 1;
    if (turn.timeStamp - lastAt > PAUSE) {
      wheel = deltaMode !== 0 || (deltaX === 0 && Math.abs(deltaY) >= NOTCH && Number.isInteger(deltaY));
    }
    lastAt = turn.timeStamp;
    if (turn.ctrlKey || turn.metaKey) {
      // A pinch comes in small parts, a wheel in notches of about 100.
      return { kind: 'zoom', factor: Math.exp(-clamp(deltaY * scale, 60) * 0.01) };
    }
    if (shiftKey) return { kind: 'pan', dx: -(deltaX === 0 ? deltaY : deltaX) * scale, dy: 0 };
    if (wheel) return { kind: 'zoom', factor: Math.exp(-clamp(deltaY * scale, 120) * 0.0022) };
    return { kind: 'pan', dx: -deltaX * scale, dy: -deltaY * scale };
  };
};

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
