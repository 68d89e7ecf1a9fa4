import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, seconds, tail, which } from './run.mjs';

/**
 * A program the tests use and npm cannot bring.
 * @typedef {{ name: string, debian: string, use: string, find: () => string | null }} Program
 */

/** @param {readonly string[]} commands */
const first = (commands) => commands.map(which).find((file) => file !== null) ?? null;

/** @returns {string | null} the newest folder with initdb and postgres */
const findPostgres = () => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  const initdb = which('initdb');
  return folder ?? (initdb === null ? null : dirname(initdb));
};

/** @type {Record<'chromium' | 'postgres' | 'office', Program>} */
export const programs = {
  chromium: {
    name: 'Chromium',
    debian: 'chromium',
    use: 'the browser stories',
    find: () => process.env['CHROMIUM_PATH'] || first(['chromium', 'chromium-browser', 'google-chrome']),
  },
  postgres: {
    name: 'PostgreSQL',
    debian: 'postgresql',
    use: 'the database suite on PostgreSQL',
    find: findPostgres,
  },
  office: {
    name: 'LibreOffice',
    debian: 'libreoffice-writer',
    use: 'opening the exported documents',
    find: () => first(['soffice', 'libreoffice']),
  },
};

const ci = process.env['CI'] === 'true';

/**
 * Finds the programs; on Debian in CI, as root, it installs what is missing. Says in a line what it could not get.
 * @returns {Promise<Record<keyof typeof programs, string | null>>}
 */
export const findPrograms = async () => {
  const missing = () => Object.values(programs).filter((program) => program.find() === null);
  if (ci && missing().length > 0 && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const packages = missing().map((program) => program.debian);
    process.stdout.write(`Installing ${packages.join(', ')} with apt-get … `);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update', '-q'], { env });
    const outcome = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
    console.log(`${outcome.code === 0 ? 'done' : 'failed'} in ${seconds(update.ms + outcome.ms)}`);
    if (outcome.code !== 0) console.log(tail(outcome.output, 15));
  }
  for (const program of missing()) {
    console.log(
      `${program.name} was not found, so ${program.use} is left out. On Debian or Ubuntu: sudo apt-get install ${program.debian}`,
    );
  }
  return {
    chromium: programs.chromium.find(),
    postgres: programs.postgres.find(),
    office: programs.office.find(),
  };
};
