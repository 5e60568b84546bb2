import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createControl, type Control } from './control-client.js';
import { createEmulator, type Emulator, type EmulatorOptions } from './core/emulator.js';
import { OffsetClock } from './core/offset-clock.js';
import { acceptSockets } from './socket-server.js';
import { systemClock, systemRandom } from './system.js';

const host = '127.0.0.1';

/** What a local emulator is started with. */
export interface EmulatorServerOptions extends Partial<Omit<EmulatorOptions, 'clock' | 'origin'>> {
  /** Default 0: any free port. */
  readonly port?: number | undefined;
  /** `manual-offset`: the machine's clock, which the control API can move ahead. Default: `system`. */
  readonly clock?: 'system' | 'manual-offset' | undefined;
  /** Answers everything under `/start-chat`: the start-chat back end. */
  readonly startChat?: ((request: Request) => Promise<Response>) | undefined;
  /** Answers everything under `/authentication`: the back end that completes sign-ins. */
  readonly authentication?: ((request: Request) => Promise<Response>) | undefined;
  /** Answers every other path; undefined means that there is no such page. */
  readonly pages?: ((request: Request) => Promise<Response | undefined>) | undefined;
}

/** The addresses a client needs. */
export interface EmulatorEndpoints {
  readonly participantEndpoint: string;
  readonly connectEndpoint: string;
  readonly startChatEndpoint: string;
  /** Takes what the identity provider handed to the page. */
  readonly authEndpoint: string;
  readonly controlEndpoint: string;
}

/** An emulator that listens on this machine. */
export interface RunningEmulator {
  readonly port: number;
  readonly origin: string;
  readonly endpoints: EmulatorEndpoints;
  /** The control API as functions. */
  readonly control: Control;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts an emulator on 127.0.0.1.
 *
 * @throws {Error} if the port is taken; the message says how to choose another.
 */
export async function startEmulator(options: EmulatorServerOptions = {}): Promise<RunningEmulator> {
  const { port: wantedPort = 0, startChat, authentication, pages, random = systemRandom, ...rest } = options;
  const clock = options.clock === 'manual-offset' ? new OffsetClock(systemClock) : systemClock;
  const server = createServer();
  const port = await listen(server, wantedPort);
  const origin = `http://${host}:${String(port)}`;
  const emulator = createEmulator({ ...rest, random, clock, origin });
  serve(server, (request) => dispatch(request, { emulator, startChat, authentication, pages }));
  const closeSockets = acceptSockets(server, emulator);
  return {
    port,
    origin,
    endpoints: {
      participantEndpoint: origin,
      connectEndpoint: origin,
      startChatEndpoint: `${origin}/start-chat`,
      authEndpoint: `${origin}/authentication`,
      controlEndpoint: `${origin}/control`,
    },
    control: createControl(`${origin}/control`),
    async close() {
      emulator.close();
      closeSockets();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${String(port)} is busy. Choose another with --port N (0 picks a free one).`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

interface Handlers extends Pick<EmulatorServerOptions, 'startChat' | 'authentication' | 'pages'> {
  readonly emulator: Emulator;
}

async function dispatch(request: Request, handlers: Handlers): Promise<Response> {
  const { emulator, startChat, authentication, pages } = handlers;
  const { pathname } = new URL(request.url);
  if (/^\/(participant|contact|control|storage|idp)\//.test(pathname)) return emulator.handle(request);
  const backends = { '/start-chat': startChat, '/authentication': authentication };
  const answer = Object.hasOwn(backends, pathname) ? backends[pathname as keyof typeof backends] : pages;
  const reply = await answer?.(request);
  return reply ?? new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
}

function serve(server: Server, answer: (request: Request) => Promise<Response>): void {
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const reply = await answer(request);
      if (reply.type !== 'error') return reply;
      // A fault asked for a connection reset: the client must see no reply at all.
      outgoing.socket?.destroy();
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
}
