import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, texts, type Customer } from '../harness.js';

describe('in-flight processing', () => {
  let emulator: Harness;
  let customer: Customer;
  const send = (Content: string, ClientToken?: string) =>
    emulator.call('message', customer.connectionToken, { ContentType: 'text/plain', Content, ClientToken });
  const seen = () => texts(customer.socket.items);
  const kept = async () => texts((await emulator.detail(customer.contactId)).transcript);

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  it('answers PROCESSING, and brings the message later as the processor left it', async () => {
    await emulator.api.addFault({
      type: 'processing',
      status: 'PROCESSING',
      content: 'My card is ****',
      ms: 400,
      times: 1,
    });
    const { status, body } = await send('My card is 4111');
    assert.equal(status, 200);
    assert.deepEqual(body.MessageMetadata, { MessageProcessingStatus: 'PROCESSING' });
    emulator.clock.advance(399);
    assert.deepEqual([seen(), await kept()], [[], []]);
    emulator.clock.advance(1);
    assert.deepEqual([seen(), await kept()], [['My card is ****'], ['My card is ****']]);
    const { Id, AbsoluteTime } = customer.socket.items.at(-1) ?? {};
    assert.deepEqual([Id, AbsoluteTime], [body.Id, body.AbsoluteTime]);
  });

  it('leaves a message as it is unless told otherwise', async () => {
    await emulator.api.addFault({ type: 'processing', status: 'PROCESSING', times: 1 });
    await send('Hello');
    emulator.clock.advance(1_000);
    assert.deepEqual(seen(), ['Hello']);
  });

  it('brings a processed message after a later one, and files it where it was sent', async () => {
    await emulator.api.addFault({ type: 'processing', status: 'PROCESSING', times: 1 });
    await send('first');
    await emulator.say(customer, 'second');
    emulator.clock.advance(1_000);
    assert.deepEqual(
      [seen(), await kept()],
      [
        ['second', 'first'],
        ['first', 'second'],
      ],
    );
  });

  for (const status of ['FAILED', 'REJECTED'] as const) {
    it(`answers ${status}, and delivers nothing`, async () => {
      await emulator.api.addFault({ type: 'processing', status, times: 1 });
      const { body } = await send('Hello', 'token');
      assert.deepEqual(body.MessageMetadata, { MessageProcessingStatus: status });
      assert.deepEqual((await send('Hello', 'token')).body, body);
      emulator.clock.advance(60_000);
      assert.deepEqual([seen(), await kept()], [[], []]);
      await emulator.say(customer, 'Again');
      assert.deepEqual(seen(), ['Again']);
    });
  }

  it('processes a repeated request once', async () => {
    await emulator.api.addFault({ type: 'processing', status: 'PROCESSING' });
    const [first, second] = [await send('Hello', 'token'), await send('Hello', 'token')];
    assert.deepEqual(second.body, first.body);
    emulator.clock.advance(1_000);
    assert.deepEqual(seen(), ['Hello']);
  });

  it('drops what is not processed when the chat ends, and only other contacts go on', async () => {
    const { contactId } = await emulator.customer();
    await emulator.api.addFault({ type: 'processing', status: 'FAILED', contactId });
    await emulator.api.addFault({ type: 'processing', status: 'PROCESSING' });
    await send('Hello');
    await emulator.api.endContact(customer.contactId);
    emulator.clock.advance(1_000);
    assert.deepEqual([seen(), await kept()], [[], []]);
  });
});
