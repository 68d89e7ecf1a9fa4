/** Whose things this browser keeps: a seat's, or an organiser's, who has none. */
export const keeperOf = (me: { seat: { id: string } | null } | null): string => me?.seat?.id ?? 'organiser';

const prefixOf = (seatId: string): string => `rapport.seat.${seatId}.`;

/** The name under which something of one seat is kept on this device, so that signing out can find and wipe it. */
export const seatKey = (seatId: string, name: string): string => prefixOf(seatId) + name;

const wipeStorage = (storage: Storage, prefix: string): void => {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
};

/** Removes everything this browser kept for a seat. The server's `Clear-Site-Data` does the same for the last one. */
export const wipeSeat = async (seatId: string): Promise<void> => {
  const prefix = prefixOf(seatId);
  wipeStorage(localStorage, prefix);
  wipeStorage(sessionStorage, prefix);
  if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return;
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name] : []));
  await Promise.all(names.map(wipeDatabase));
};

/** Resolves when it is gone; pages that have it open let go of it. A database that cannot be deleted stops nobody. */
const wipeDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => resolve());
  });
