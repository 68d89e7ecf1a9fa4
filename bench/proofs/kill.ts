import { parseArgs } from 'node:util';
import { provesDiskFull } from './disk-full.ts';
import { provesKills } from './kills.ts';
import { provesStop } from './stopped.ts';

/**
 * `node kill.ts --kills 50`: the whole server as a process of its own, killed at random moments under load; then
 * stopped for a while, then with a file that may not grow.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });

const kills = await provesKills({ kills: Number(values.kills), writers: 6, random: Math.random });
const stopped = await provesStop();
const diskFull = await provesDiskFull();
console.log(JSON.stringify({ kills, stopped, diskFull }, null, 2));
process.exitCode = kills.lost.length + kills.shownOut + stopped.lost.length + diskFull.lost.length > 0 ? 1 : 0;
