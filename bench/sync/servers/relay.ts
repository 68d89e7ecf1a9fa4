// The limit: hands every message on to everybody in its room, its author too, knows nothing of documents, keeps nothing. With
// EVERY_MS it gathers what a room says and gives each member one shared write per so many milliseconds.
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

const everyMs = Number(process.env['EVERY_MS'] ?? 0);
type Member = { webSocket: WebSocket; socket: Duplex };
type Room = { members: Set<Member>; gathered: Buffer[]; timer: boolean };
const rooms = new Map<string, Room>();

/** A message as a server's WebSocket frame. */
const frameOf = (message: Buffer): Buffer => {
  const { length } = message;
  const head = length < 126 ? Buffer.from([0x82, length]) : Buffer.from([0x82, 126, (length >> 8) & 255, length & 255]);
  return Buffer.concat([head, message]);
};

const flush = (room: Room): void => {
  room.timer = false;
  const all = Buffer.concat(room.gathered);
  room.gathered = [];
  for (const { socket } of room.members) socket.write(all);
};

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    const name = request.url ?? '';
    const room = rooms.get(name) ?? { members: new Set(), gathered: [], timer: false };
    rooms.set(name, room);
    const member = { webSocket, socket };
    room.members.add(member);
    webSocket.on('close', () => room.members.delete(member));
    webSocket.on('error', () => undefined);
    webSocket.on('message', (message) => {
      if (!(message instanceof Buffer)) return;
      if (everyMs === 0) {
        for (const { webSocket: other } of room.members) other.send(message);
        return;
      }
      room.gathered.push(frameOf(message));
      if (room.timer) return;
      room.timer = true;
      setTimeout(() => flush(room), everyMs);
    });
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
