import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ServerProcess } from './server-process.ts';

const TICK_MS = 10;

/** CPU time all processes of the machine have used so far, ms; what a hypervisor took away counts too. */
const busy = (): number => {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '').trim().split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields;
  return (user + nice + system + irq + softirq + steal) * TICK_MS;
};

const own = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + ServerProcess.cpuOfAll();
};

/** What everybody else on the machine does meanwhile. */
export class Neighbours {
  private readonly busy = busy();
  private readonly own = own();
  private readonly at = performance.now();

  /** Cores they have used since this was made, on average. */
  cores(): number {
    return Math.max(0, busy() - this.busy - (own() - this.own)) / (performance.now() - this.at);
  }

  /** Waits until they are quiet, or no longer than this. */
  static async quiet(cores: number, limitMs: number): Promise<void> {
    const end = performance.now() + limitMs;
    for (;;) {
      const look = new Neighbours();
      await wait(1_000);
      if (look.cores() <= cores || performance.now() > end) return;
    }
  }
}
