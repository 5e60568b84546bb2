import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { Throttle } from '../../../../demo/emulator/core/throttle.js';
import { Harness } from '../harness.js';
import { ManualClock } from '../manual-clock.js';

/** How many requests in a row pass. */
function burst(throttle: Throttle, operation: string): number {
  let passed = 0;
  while (passed < 100 && throttle.allows(operation)) passed += 1;
  return passed;
}

describe('Throttle', () => {
  for (const [operation, most, perSecond] of [
    ['CreateParticipantConnection', 9, 6],
    ['DisconnectParticipant', 5, 3],
    ['GetTranscript', 12, 8],
    ['SendMessage', 15, 10],
    ['SendEvent', 15, 10],
    ['StartAttachmentUpload', 5, 2],
    ['CompleteAttachmentUpload', 5, 2],
    ['GetAttachment', 12, 8],
    ['StartChatContact', 8, 5],
    ['DescribeView', 100, 100],
  ] as const) {
    it(`lets ${String(most)} ${operation} pass at once, then ${String(perSecond)} a second`, () => {
      const clock = new ManualClock();
      const throttle = new Throttle(clock, 1_000);
      assert.equal(burst(throttle, operation), most);
      clock.advance(1_000);
      assert.equal(burst(throttle, operation), perSecond);
      clock.advance(60_000);
      assert.equal(burst(throttle, operation), most);
    });
  }

  it('gives messages and events one bucket, and every other operation its own', () => {
    const throttle = new Throttle(new ManualClock(), 1_000);
    burst(throttle, 'SendMessage');
    assert.equal(throttle.allows('SendEvent'), false);
    assert.equal(burst(throttle, 'StartAttachmentUpload'), 5);
    assert.equal(throttle.allows('CompleteAttachmentUpload'), true);
  });

  it('is faster where a second is shorter', () => {
    const clock = new ManualClock();
    const throttle = new Throttle(clock, 50);
    burst(throttle, 'SendMessage');
    clock.advance(50);
    assert.equal(burst(throttle, 'SendMessage'), 10);
  });
});

describe('throttle fault', () => {
  it('holds one customer’s haste against all, and can be switched off', async () => {
    const emulator = new Harness();
    const [hasty, patient] = [await emulator.customer(), await emulator.customer()];
    const body = { ContentType: 'text/plain', Content: 'x' };
    const send = async (token: string) => (await emulator.call('message', token, body)).status;
    const id = await emulator.api.addFault({ type: 'throttle' });
    assert(id !== undefined);
    for (let sent = 0; sent < 15; sent += 1) assert.equal(await send(hasty.connectionToken), 200);
    const typing = { ContentType: 'application/vnd.amazonaws.connect.event.typing' };
    const refused = await emulator.call('event', patient.connectionToken, typing);
    assert.deepEqual([refused.status, refused.body.__type], [429, 'ThrottlingException']);
    emulator.clock.advance(100);
    assert.deepEqual([await send(patient.connectionToken), await send(hasty.connectionToken)], [200, 429]);
    assert.equal((await emulator.call('transcript', hasty.connectionToken)).status, 200);
    await emulator.api.removeFault(id);
    assert.equal(await send(hasty.connectionToken), 200);
  });

  it('can be limited to one operation and one contact', async () => {
    const emulator = new Harness();
    const [limited, free] = [await emulator.customer(), await emulator.customer()];
    const { contactId } = limited;
    await emulator.api.addFault({ type: 'throttle', operation: 'GetTranscript', contactId });
    const read = async (token: string) => (await emulator.call('transcript', token)).status;
    for (let sent = 0; sent < 12; sent += 1) {
      assert.equal(await read(free.connectionToken), 200);
      assert.equal(await read(limited.connectionToken), 200);
    }
    assert.deepEqual([await read(limited.connectionToken), await read(free.connectionToken)], [429, 200]);
  });
});
