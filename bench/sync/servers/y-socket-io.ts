// y-socket.io as its own command starts it, without its log of connections.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { YSocketIO } from 'y-socket.io/dist/server';

const server = createServer();
new YSocketIO(new Server(server), {}).initialize();
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
