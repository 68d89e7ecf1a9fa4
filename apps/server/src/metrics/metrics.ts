import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures of this process. Labels name calls and states, never groups, seats or documents. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #calls: Histogram;

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#calls = new Histogram({
      name: 'rapport_http_call_seconds',
      help: 'HTTP calls by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers: [this.#registry],
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** `route` is the pattern of the route, never the address that was called. */
  called(call: { method: string; route: string; status: number; seconds: number }): void {
    this.#calls.observe({ method: call.method, route: call.route, status: call.status }, call.seconds);
  }

  /** A figure that is asked for whenever somebody reads the metrics. */
  watch(name: string, help: string, read: () => number): void {
    this.#registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  }

  /** A figure by one label, from a closed list of values; read whenever somebody reads the metrics. */
  watchBy(name: string, help: string, label: string, read: () => ReadonlyMap<string, number>): void {
    this.#registry.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          for (const [value, count] of read()) this.set({ [label]: value }, count);
        },
      }),
    );
  }

  read(): Promise<string> {
    return this.#registry.metrics();
  }
}
