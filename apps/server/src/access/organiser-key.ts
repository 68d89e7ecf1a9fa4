import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'organiser.key';

/** The key from the settings, else from `dataDir`, else a new one written there for its owner's eyes only. */
export const loadOrganiserKey = async (dataDir: string, configured: string | null): Promise<string> => {
  if (configured !== null) return configured;
  const path = join(dataDir, FILE);
  try {
    const key = (await readFile(path, 'utf8')).trim();
    if (key.length >= 16) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(24).toString('base64url');
  await writeFile(path, `${key}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return key;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time. */
export const sameKey = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
