// node sync/run.ts [--scenarios a,b] [--servers a,b] [--rounds 3] [--seconds 10] [--out file.jsonl]
// Runs every scenario against every server, one after the other, round by round; appends one line of JSON a run.
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Disturbance, goFirst } from './machine.ts';
import { CONTENDERS, type Contender, type ContenderName } from './contenders.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { ServerProcess } from './server-process.ts';

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: Object.keys(SCENARIOS).join(',') },
    servers: { type: 'string', default: Object.keys(CONTENDERS).join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    out: { type: 'string', default: '' },
    // Up to which share of a core a run may be kept waiting, and how often one that was kept longer is tried again.
    quiet: { type: 'string', default: '0.05' },
    tries: { type: 'string', default: '1' },
  },
});

if (!goFirst()) console.error('Not allowed to run before other work on this machine: be alone on it.');

const LIMIT_MS = 120_000;
const late = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('took too long')), LIMIT_MS).unref());

type Run = { round: number; scenario: string; server: string; run: Scenario; contender: Contender };

const once = async ({ round, scenario, server, run, contender }: Run) => {
  const disturbance = new Disturbance();
  let figures: object;
  try {
    figures = await Promise.race([run(contender, Number(values.seconds)), late()]);
  } catch (error) {
    figures = { failed: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
  const disturbed = Math.round(disturbance.share() * 1000) / 1000;
  await ServerProcess.endAll();
  return { round, scenario, server, disturbed, ...figures };
};

for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const scenario of values.scenarios.split(',')) {
    for (const server of values.servers.split(',') as ContenderName[]) {
      const run = SCENARIOS[scenario];
      const contender = CONTENDERS[server];
      if (run === undefined || contender === undefined) throw new Error(`no such run: ${scenario} ${server}`);
      for (let attempt = 1; attempt <= Number(values.tries); attempt += 1) {
        const line = await once({ round, scenario, server, run, contender });
        console.log(JSON.stringify(line));
        if (values.out !== '') appendFileSync(values.out, `${JSON.stringify(line)}\n`);
        if (line.disturbed <= Number(values.quiet)) break;
      }
    }
  }
}
process.exit(0);
