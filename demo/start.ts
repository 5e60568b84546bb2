import { parseArgs } from 'node:util';
import { localAuthentication, localStartChat } from './backend/local.js';
import { startEmulator } from './emulator/server.js';
import { createPages } from './server/pages.js';

const usage = 'Usage: npm start -- [--port N]   (default 8080; 0 picks a free port)';

try {
  await start(readPort());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });
  const port = Number(values.port);
  if (values.port.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535.\n${usage}`);
  }
  return port;
}

/** Runs emulator, back end and pages as one server until the process is told to stop. */
async function start(port: number): Promise<void> {
  const server = await startEmulator({
    port,
    // The back end calls the very server it is part of, whose address is known once that listens.
    startChat: localStartChat({ connectEndpoint: () => server.endpoints.connectEndpoint }),
    authentication: localAuthentication({ connectEndpoint: () => server.endpoints.connectEndpoint }),
    pages: createPages(),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  console.log(`The demo runs at ${server.origin}/ (stop it with Ctrl+C)`);
}
