/** The middle of the card that lies nearest to the middle of the board, board px. */
export const around = (places, { width, height }) => {
  if (places.length === 0) return { x: 0, y: 0 };
  const [x, y] = ['x', 'y'].map((axis) => {
    const all = places.map((place) => place[axis]);
    const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
    return (least + most) / 2;
  });
  const [index] = nearest(places, { x, y }, 1);
  return { x: places[index].x + width / 2, y: places[index].y + height / 2 };
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
