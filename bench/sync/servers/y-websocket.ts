// @y/websocket-server 0.1.1 as its own command starts it: the last one on Yjs 13. 0.1.5 comes with two different
// pre-releases of Yjs 14 and spreads no change of ours. Its command is written for an older `ws` than is safe.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = createServer((_request, answer) => answer.end('okay'));
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
