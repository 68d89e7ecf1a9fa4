import type { Socket } from 'socket.io';
import { readCredential, type Credential } from '../access/credentials.ts';

/** The secret a socket came with: in its `auth`, or the cookie which that names by tab. */
export const credentialOf = ({ request, handshake }: Socket): Credential => {
  const auth = handshake.auth as { token?: unknown; tab?: unknown };
  if (typeof auth.token === 'string') return { token: auth.token, source: 'bearer' };
  return readCredential(request, typeof auth.tab === 'string' ? auth.tab : undefined);
};
