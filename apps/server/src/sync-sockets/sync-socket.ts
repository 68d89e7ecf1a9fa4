import { WebSocket } from 'ws';
import { CLOSE } from '@rapport/sync/close-codes';
import { refusalFrame } from '@rapport/sync/frames';
import { refusal } from '@rapport/sync/refusals';

/** Close code of WebSocket for a frame beyond `maxPayload`. */
const TOO_BIG = 1009;

/**
 * A frame beyond the limit is refused in the words of the sync protocol: a client that sees 1009 comes back and sends
 * the same frame again, for ever.
 */
export class SyncSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    if (code !== TOO_BIG) return super.close(code, data);
    if (this.readyState === WebSocket.OPEN) this.send(refusalFrame(refusal('too-large')));
    super.close(CLOSE.refused, 'too-large');
  }
}
