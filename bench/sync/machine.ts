import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const TICK_MS = 10;
const RANK = -10;

/** Puts this process and all it starts before ordinary work on the machine. False where that is not allowed. */
export const goFirst = (): boolean => {
  try {
    setPriority(RANK);
    return true;
  } catch {
    return false;
  }
};

/** How long this thread has been ready to run without getting its core so far, ms. */
const waited = (): number => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1] ?? 0) / 1e6;

/** What a hypervisor has taken away from all cores so far, ms. */
const stolen = (): number => {
  const fields = (readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '').trim().split(/\s+/);
  return Number(fields[8] ?? 0) * TICK_MS;
};

/** What a run was kept from: the generator's waiting for its core, and what a hypervisor took from either. */
export class Disturbance {
  private readonly waited = waited();
  private readonly stolen = stolen();
  private readonly at = performance.now();

  /** As a share of a core since this was made. */
  share(): number {
    return (waited() - this.waited + stolen() - this.stolen) / (performance.now() - this.at);
  }
}
