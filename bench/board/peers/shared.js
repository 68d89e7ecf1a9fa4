/** The middle of a board, board px. */
export const around = (places, { width, height }) => {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, top, bottom] = [xs, ys].flatMap((all) => [
    all.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY),
    all.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY),
  ]);
  return places.length === 0 ? { x: 0, y: 0 } : { x: (left + right + width) / 2, y: (top + bottom + height) / 2 };
};

/** Indices of the `count` places nearest to a point. */
export const nearest = (places, middle, count) =>
  places
    .map(({ x, y }, index) => ({ index, far: (x - middle.x) ** 2 + (y - middle.y) ** 2 }))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, count)
    .map(({ index }) => index);

/** Marks the board as usable two frames after it is there. */
export const whenPainted = (isThere) => {
  const look = () => {
    if (!isThere()) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('board-usable')));
  };
  requestAnimationFrame(look);
};
