import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Emulator } from './core/emulator.js';
import type { EmulatorSocket } from './core/socket.js';

/** Lets WebSockets in on a server and ties each to the emulator. The returned function cuts all of them. */
export function acceptSockets(server: Server, emulator: Emulator): () => void {
  const upgrades = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, connection, head) => {
    // From here on nobody but us hears that the client is gone without a goodbye; 'close' follows.
    connection.on('error', () => undefined);
    const answer = emulator.openSocket(request.url ?? '/');
    if (!answer.accepted) {
      if (answer.status === undefined) {
        connection.destroy(); // An outage: nobody is there to answer.
        return;
      }
      const reason = STATUS_CODES[answer.status] ?? 'Refused';
      connection.end(
        `HTTP/1.1 ${String(answer.status)} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    connection.once('close', () => {
      answer.socket.close(); // Also when the handshake itself fails.
    });
    upgrades.handleUpgrade(request, connection, head, (webSocket) => {
      join(webSocket, answer.socket, connection);
    });
  });
  return () => {
    for (const webSocket of upgrades.clients) webSocket.terminate();
    upgrades.close();
  };
}

function join(webSocket: WebSocket, socket: EmulatorSocket, connection: Duplex): void {
  socket.onmessage = (text) => {
    webSocket.send(text);
  };
  socket.onclose = (code) => {
    if (code === undefined) webSocket.terminate();
    else webSocket.close(code);
  };
  if (socket.isHalfOpen) deafen(connection);
  socket.onhalfopen = () => {
    deafen(connection);
  };
  webSocket.on('message', (data, isBinary) => {
    // Text frames arrive as one Buffer, since no other binary type was asked for.
    if (!isBinary && Buffer.isBuffer(data)) socket.send(data.toString('utf8'));
  });
  webSocket.on('close', () => {
    socket.close();
  });
  webSocket.on('error', () => {
    webSocket.terminate(); // A broken frame ends the connection; 'close' follows.
  });
}

/** Swallows all that arrives before the WebSocket can see it: not even a close frame is answered, as over a dead link. */
function deafen(connection: Duplex): void {
  connection.removeAllListeners('data').on('data', () => undefined);
}
