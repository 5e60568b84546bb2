import { parseArgs } from 'node:util';
import { localAuthentication, localStartChat } from '../backend/local.js';
import { seededRandom } from './core/seeded-random.js';
import { defaultTimings, scaleTimings } from './core/timings.js';
import { startEmulator, type EmulatorServerOptions, type RunningEmulator } from './server.js';

/** Reads the command line. Throws Error with how to write what could not be read. */
function readOptions(): EmulatorServerOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      speed: { type: 'string', default: '1' },
      seed: { type: 'string' },
      clock: { type: 'string', default: 'system' },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error('--port takes a number from 0 to 65535.');
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 100)) throw new Error('--speed takes a number from 1 to 100.');
  const { seed, clock } = values;
  if (seed !== undefined && !/^\d{1,10}$/.test(seed)) throw new Error('--seed takes a whole number.');
  if (clock !== 'system' && clock !== 'manual-offset') {
    throw new Error('--clock takes system or manual-offset.');
  }
  return {
    port,
    clock,
    timings: scaleTimings(defaultTimings, speed),
    ...(seed !== undefined && { random: seededRandom(Number(seed)) }),
  };
}

async function run(): Promise<void> {
  const emulator: RunningEmulator = await startEmulator({
    ...readOptions(),
    // The back end calls the emulator, whose address is known only once it listens.
    startChat: localStartChat({ connectEndpoint: () => emulator.endpoints.connectEndpoint }),
    authentication: localAuthentication({ connectEndpoint: () => emulator.endpoints.connectEndpoint }),
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
