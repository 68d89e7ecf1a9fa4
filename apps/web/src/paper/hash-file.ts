/** SHA-256 in hex. Where the page has no secure context the browser keeps its own to itself, and ours is fetched. */
export const hashFile = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  const digest =
    subtle === undefined
      ? (await import('lib0/hash/sha256')).digest(bytes)
      : new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** In groups of eight, to be written down or read out. */
export const readableHash = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? '';
