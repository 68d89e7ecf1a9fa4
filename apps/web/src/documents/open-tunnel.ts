import { TUNNEL } from '@rapport/sync/tunnel';
import { TunnelClient, type TunnelSocket } from '@rapport/sync/tunnel-client';
import { io } from 'socket.io-client';

/** One tunnel for all documents of a tab; another seat has another one. */
const tunnels = new Map<string, TunnelClient>();

const tunnelTo = ({ origin, search, searchParams }: URL): TunnelClient => {
  const key = origin + search;
  const known = tunnels.get(key);
  if (known !== undefined) return known;
  const tunnel = new TunnelClient(() =>
    io(`${origin.replace(/^ws/, 'http')}${TUNNEL.namespace}`, {
      path: '/live',
      auth: Object.fromEntries(searchParams),
      forceNew: true,
      // Whoever holds a channel comes back by itself, and tries the WebSocket first.
      reconnection: false,
    }),
  );
  tunnels.set(key, tunnel);
  return tunnel;
};

/** A channel of the tunnel for the document a sync address names. */
export const openTunnel = (url: string): TunnelSocket => {
  const address = new URL(url);
  return tunnelTo(address).open(address.pathname.split('/').at(-1) ?? '');
};
