import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { httpDate } from '../../../../demo/emulator/core/time.js';
import { ControlRefusal } from '../../../../demo/emulator/control-client.js';
import { Harness, origin, type Customer } from '../harness.js';
import { ManualClock } from '../manual-clock.js';

const dayMs = 24 * 60 * 60_000;

describe('time faults', () => {
  let emulator: Harness;
  let customer: Customer;
  const ahead = (time: string | null | undefined): number => Date.parse(time ?? '') - emulator.clock.now();

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  for (const ms of [dayMs, -dayMs]) {
    it(`shifts all that the service stamps by ${String(ms)} ms, and no lifetime`, async () => {
      await emulator.api.addFault({ type: 'clock-skew', ms });
      const said = await emulator.say(customer, 'Hello');
      // Time stands still here, so that a stamp can be only a few steps past the present.
      if (ms > 0) assert(ahead(said.body.AbsoluteTime) - ms < 100);
      const date = Date.parse(said.headers.get('date') ?? '');
      assert(Math.abs(date - emulator.clock.now() - ms) < 1_100);
      const { Websocket, ConnectionCredentials } = await emulator.connection(customer.participantToken);
      assert.equal(ahead(Websocket.ConnectionExpiry), 65 * 60_000 + ms);
      assert.equal(ahead(ConnectionCredentials.Expiry), dayMs + ms);
      assert.equal(ahead((await emulator.api.clock()).now), ms);
      assert.equal((await emulator.call('transcript', customer.connectionToken)).status, 200);
      emulator.clock.advance(99_000);
      emulator.open(Websocket.Url);
    });
  }

  it('never lets the times of a contact go back, wherever the clock goes', async () => {
    for (const ms of [0, dayMs, -dayMs, 3, 0, -1]) {
      await emulator.api.clearFaults();
      if (ms !== 0) await emulator.api.addFault({ type: 'clock-skew', ms });
      await emulator.say(customer, `skewed by ${String(ms)}`);
    }
    const { transcript } = await emulator.detail(customer.contactId);
    const times = transcript.map(({ AbsoluteTime }) => AbsoluteTime);
    assert.deepEqual(times, [...new Set(times)].sort());
    assert.equal(transcript.at(-1)?.Content, 'skewed by -1');
  });

  it('lies about one expiry or both, and keeps the true one', async () => {
    await emulator.api.addFault({ type: 'expiry-offset', ms: -dayMs, member: 'Expiry', times: 1 });
    await emulator.api.addFault({ type: 'expiry-offset', ms: -7, times: 1 });
    const first = await emulator.connection(customer.participantToken);
    assert.equal(ahead(first.ConnectionCredentials.Expiry), 0);
    assert.equal(ahead(first.Websocket.ConnectionExpiry), 65 * 60_000);
    const second = await emulator.connection(customer.participantToken);
    assert.equal(ahead(second.ConnectionCredentials.Expiry), dayMs - 7);
    assert.equal(ahead(second.Websocket.ConnectionExpiry), 65 * 60_000 - 7);
    const { ConnectionToken } = first.ConnectionCredentials;
    assert.equal((await emulator.call('transcript', ConnectionToken)).status, 200);
    emulator.open(first.Websocket.Url);
  });

  it('moves a clock that can be moved, and all that falls due happens', async () => {
    const before = await emulator.api.clock();
    assert.deepEqual([before.manual, before.skewMs], [true, 0]);
    const after = await emulator.api.advanceClock(65 * 60_000);
    assert.equal(Date.parse(after.now) - Date.parse(before.now), 65 * 60_000);
    assert.equal(customer.socket.closed, 1001);
  });

  it('says that a clock cannot be moved', async () => {
    const manual = new ManualClock();
    const { now, iso } = { now: () => manual.now(), iso: manual.iso };
    const schedule = manual.schedule.bind(manual);
    emulator = new Harness({ clock: { now, iso, schedule } });
    assert.equal((await emulator.api.clock()).manual, false);
    await assert.rejects(emulator.api.advanceClock(1), (error: ControlRefusal) => {
      assert.deepEqual([error.status, error.code], [409, 'clock-not-manual']);
      return true;
    });
  });

  it('stamps every reply with the time', async () => {
    const reply = await emulator.emulator.handle(new Request(`${origin}/participant/nothing`));
    assert.equal(reply.headers.get('date'), 'Sat, 21 Nov 2026 03:15:12 GMT');
  });
});

describe('httpDate', () => {
  for (const iso of [
    '1970-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.000Z',
    '1923-02-28T12:00:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '2026-11-21T03:15:12.001Z',
  ]) {
    it(`writes ${iso} as the platform does`, () => {
      assert.equal(httpDate(Date.parse(iso), iso), new Date(iso).toUTCString());
    });
  }
});
