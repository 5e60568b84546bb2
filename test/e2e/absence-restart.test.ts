import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { WebSocket } from 'ws';
import { startEmulator, type RunningEmulator } from '../../demo/emulator/server.js';
import { Session } from '../../src/engine/session.js';
import { defaultTimings, type Snapshot } from '../../src/engine/types.js';
import { createClock } from '../../src/platform/clock.js';
import { createRandom } from '../../src/platform/random.js';
import type * as Transport from '../../src/transport/connect-transport.js';
import { until } from '../demo/emulator/until.js';

const count = 50;
/** The service lets 6 connect a second, and 9 at once after a rest. */
const mostASecond = 17;

let folder: string;
let createConnectTransport: typeof Transport.createConnectTransport;
let emulator: RunningEmulator;

before(async () => {
  // Node cannot load the service's client as it is published; a bundle of it, it can.
  folder = await mkdtemp(join(tmpdir(), 'connect-chat-restart-'));
  const outfile = join(folder, 'transport.mjs');
  await build({
    entryPoints: ['src/transport/connect-transport.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['browser'],
    logLevel: 'error',
  });
  ({ createConnectTransport } = (await import(pathToFileURL(outfile).href)) as typeof Transport);
  emulator = await startEmulator();
});

after(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

/** A customer's device with the engine, the real transport and real times. */
function createDevice(): Session {
  const clock = createClock();
  const transport = createConnectTransport({
    options: () => ({
      contentType: 'application/json',
      contentTypes: ['text/plain'],
      customerName: 'Sam',
      participantEndpoint: emulator.origin,
      startChat: async () => ({ data: { startChatResult: await emulator.control.startContact() } }),
    }),
    timings: defaultTimings,
    clock,
    WebSocket: WebSocket as unknown as NonNullable<Transport.ConnectTransportOptions['WebSocket']>,
  });
  return new Session({
    transport,
    clock,
    random: createRandom(),
    timings: defaultTimings,
    online: { isOnline: () => true, watch: () => () => undefined },
    report: (error) => {
      throw error;
    },
  });
}

const isConnected = ({ session }: Snapshot) => session.phase === 'connected';

/** The most of `moments` that lie within one second of each other. */
const densest = (moments: readonly number[]) =>
  Math.max(...moments.map((begin) => moments.filter((at) => at >= begin && at < begin + 1_000).length));

describe('50 customers whose service restarts', () => {
  it('come back spread out, and nobody is lost', { timeout: 120_000 }, async (t) => {
    const devices = Array.from({ length: count }, createDevice);
    t.after(() => {
      for (const device of devices) device.close();
    });
    const { control } = emulator;
    for (const device of devices) device.send({ type: 'start' });
    await until(
      'everybody to be connected',
      () => devices.every(({ snapshot }) => isConnected(snapshot)),
      30_000,
    );

    await control.addFault({ type: 'throttle', operation: '*' });
    const outage = (await control.addFault({ type: 'outage', ms: 30_000 })) ?? '';
    await until('everybody to notice', () => devices.every(({ snapshot }) => !isConnected(snapshot)));
    const returned = Date.now();
    await control.removeFault(outage);
    await until('everybody to be back', () => devices.every(({ snapshot }) => isConnected(snapshot)), 90_000);

    const requests = (await control.requests()).filter(({ time }) => Date.parse(time) >= returned);
    const connects = requests.filter(({ operation }) => operation === 'CreateParticipantConnection');
    const firsts = new Map<string | null, number>();
    for (const { contactId, status, time } of connects)
      if (status === 200 && !firsts.has(contactId)) firsts.set(contactId, Date.parse(time) - returned);
    const back = [...firsts.values()];
    assert.equal(back.length, count);
    const histogram = Array.from(
      { length: Math.ceil((Math.max(...back) + 1) / 1_000) },
      (_, second) => back.filter((ms) => Math.floor(ms / 1_000) === second).length,
    );
    const throttled = connects.filter(({ status }) => status === 429).length;
    t.diagnostic(
      `back by second: ${histogram.join(' ')}; densest second ${densest(back)}; ${throttled} throttled`,
    );
    assert.ok(densest(back) <= mostASecond);
  });
});
