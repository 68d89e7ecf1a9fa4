const STEP_MS = 0.1;
const LONGEST_MS = 60_000;

/** How long things took, in steps of 0.1 ms. */
export class Latencies {
  private readonly counts = new Uint32Array(LONGEST_MS / STEP_MS + 1);
  count = 0;

  add(ms: number): void {
    const step = Math.min(this.counts.length - 1, Math.max(0, Math.round(ms / STEP_MS)));
    this.counts[step] = (this.counts[step] ?? 0) + 1;
    this.count += 1;
  }

  /** The value below which this share of all lies, ms; null without any. */
  percentile(share: number): number | null {
    if (this.count === 0) return null;
    const rank = Math.ceil(share * this.count);
    let seen = 0;
    for (const [step, count] of this.counts.entries()) {
      seen += count;
      if (seen >= rank) return Math.round(step * STEP_MS * 10) / 10;
    }
    return LONGEST_MS;
  }
}
