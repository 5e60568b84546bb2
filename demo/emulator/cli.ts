import { parseArgs } from 'node:util';
import { localStartChat } from '../backend/local.js';
import { startEmulator, type RunningEmulator } from './server.js';

/** Reads `--port N`; 0, the default, picks a free port. */
function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error('--port takes a number from 0 to 65535.');
  return port;
}

async function run(): Promise<void> {
  const emulator: RunningEmulator = await startEmulator({
    port: readPort(),
    // The back end calls the emulator, whose address is known only once it listens.
    startChat: localStartChat({ connectEndpoint: () => emulator.endpoints.connectEndpoint }),
  });
  const stop = (): void => {
    void emulator.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(JSON.stringify(emulator.endpoints));
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
