/**
 * Runs in every contender's page from its start, as text: benchmarks have no page of their own to be checked against.
 * `bench` records frames and long tasks, and drives what comes from other people through `__board`.
 */
export const IN_PAGE = `
  globalThis.bench = {
    longTasks: [],
    frames: null,
    usable: () =>
      new Promise((resolve) => {
        const look = () => {
          const [mark] = performance.getEntriesByName('board-usable');
          if (mark === undefined) return setTimeout(look, 20);
          resolve(mark.startTime);
        };
        look();
      }),
    record() {
      const frames = (this.frames = []);
      const next = (time) => {
        if (this.frames !== frames) return;
        frames.push(time);
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    stop() {
      const times = this.frames;
      this.frames = null;
      return times.slice(1).map((time, index) => time - times[index]);
    },
    /** Twenty people: each moves a card of its own ten times a second and its pointer twenty times. */
    async crowd(ms, people = 20) {
      const cards = __board.central(people);
      const homes = cards.map((i) => __board.cardPos(i));
      const started = performance.now();
      let moved = 0;
      let pointed = 0;
      const spot = (who, step) => ({
        x: homes[who].x + 90 * Math.sin(step / 9 + who),
        y: homes[who].y + 60 * Math.cos(step / 7 + who),
      });
      await new Promise((resolve, reject) => {
        const end = (how, what) => {
          clearInterval(timer);
          how(what);
        };
        const timer = setInterval(() => {
          const gone = performance.now() - started;
          const moves = [];
          for (; moved < (gone / 1000) * people * 10; moved += 1) {
            const who = moved % people;
            moves.push({ i: cards[who], ...spot(who, Math.floor(moved / people)) });
          }
          const cursors = [];
          for (; pointed < (gone / 1000) * people * 20; pointed += 1) {
            const who = pointed % people;
            cursors.push({ who, ...spot(who, Math.floor(pointed / people)) });
          }
          try {
            if (moves.length + cursors.length > 0) __board.remote(moves, cursors);
          } catch (error) {
            end(reject, error);
          }
          if (gone >= ms) end(resolve);
        }, 10);
      });
      return { seconds: (performance.now() - started) / 1000, moved };
    },
    /** Ms from a hundred cards of somebody else's until they are painted. */
    burst: (count) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        __board.add(count);
        const look = () => {
          if (performance.now() - started > 20_000) return reject(new Error('the new cards never came'));
          if (!__board.added()) return requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        requestAnimationFrame(look);
      }),
    /** Moves in batches of a hundred, one batch a frame. */
    async wear(moves) {
      const cards = __board.central(100);
      const homes = cards.map((i) => __board.cardPos(i));
      for (let done = 0; done < moves; done += cards.length) {
        const step = done / cards.length;
        __board.remote(
          cards.map((i, n) => ({ i, x: homes[n].x + (step % 40), y: homes[n].y + (step % 30) })),
          [],
        );
        await new Promise(requestAnimationFrame);
      }
    },
    nodes: () => document.querySelectorAll('*').length,
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
`;
