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
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(prefix) === true) indexedDB.deleteDatabase(name);
  }
};
