import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { ControlRefusal } from '../../../demo/emulator/control-client.js';
import type { ChangeView } from '../../../demo/emulator/core/control-types.js';
import { Harness, texts, type Customer } from './harness.js';
import { until } from './until.js';

describe('createControl', () => {
  let emulator: Harness;
  let customer: Customer;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane' });
  });

  it('starts, lists, shows and ends contacts', async () => {
    const { ContactId } = await emulator.api.startContact({ displayName: 'Joe', flow: true });
    assert.deepEqual(
      (await emulator.api.contacts()).map(({ displayName, queue }) => [displayName, queue]),
      [
        ['Joe', 'bot'],
        ['Jane', 'none'],
      ],
    );
    assert.equal((await emulator.api.endContact(ContactId)).status, 'ended');
    assert.equal((await emulator.api.contact(ContactId)).status, 'ended');
  });

  it('plays the other side', async () => {
    await emulator.api.agent(customer.contactId, { action: 'join', displayName: 'Ada' });
    const { item } = await emulator.api.agent(customer.contactId, { action: 'message', content: 'Hi' });
    assert.equal(item?.DisplayName, 'Ada');
    await emulator.api.addItems(customer.contactId, [{ Content: 'a' }, { Content: 'b' }]);
    assert.deepEqual(texts(customer.socket.items), ['Hi', 'a', 'b']);
    assert.equal(await emulator.api.sendFrame(customer.contactId, '{"odd":true}'), 1);
    assert.deepEqual(customer.socket.frames.at(-1), { odd: true });
  });

  it('adds, lists, removes and clears faults', async () => {
    const first = await emulator.api.addFault({ type: 'latency', ms: 5 });
    const second = await emulator.api.addFault({ type: 'mute', topic: 'ping', times: 2 });
    assert.equal(await emulator.api.addFault({ type: 'drop-sockets' }), undefined);
    const [latency, mute] = await emulator.api.faults();
    assert.deepEqual([latency?.id, latency?.type, latency?.left], [first, 'latency', undefined]);
    assert.deepEqual([mute?.id, mute?.type, mute?.left], [second, 'mute', 2]);
    assert(first !== undefined);
    await emulator.api.removeFault(first);
    assert.equal((await emulator.api.faults()).length, 1);
    await assert.rejects(emulator.api.removeFault(first), { code: 'fault-not-found', status: 404 });
    await emulator.api.clearFaults();
    assert.deepEqual(await emulator.api.faults(), []);
  });

  it('tells what is refused, and why', async () => {
    await assert.rejects(emulator.api.contact('a/b'), (error) => {
      assert(error instanceof ControlRefusal);
      assert.deepEqual([error.status, error.code], [404, 'contact-not-found']);
      assert.match(error.message, /a\/b/);
      return true;
    });
    const stranger = { type: 'half-open', contactId: 'unknown' } as const;
    await assert.rejects(emulator.api.addFault(stranger), { code: 'contact-not-found' });
  });

  it('lists every request', async () => {
    await emulator.say(customer, 'Hello');
    const { operation, status, contactId } = (await emulator.api.requests()).at(-1) ?? {};
    assert.deepEqual([operation, status, contactId], ['SendMessage', 200, customer.contactId]);
  });

  it('calls back with changes until it is told to stop', async () => {
    const changes: ChangeView[] = [];
    const stop = await emulator.api.watch((change) => changes.push(change));
    await emulator.api.addItems(customer.contactId, { Content: 'Hi' });
    await until('the change', () => changes.length > 0);
    assert.deepEqual(changes, [{ contactId: customer.contactId, change: 'item' }]);
    stop();
    await emulator.api.addItems(customer.contactId, { Content: 'Nobody listens' });
    await new Promise(setImmediate);
    assert.equal(changes.length, 1);
  });
});
