import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { seededRandom } from '../../../../demo/emulator/core/seeded-random.js';
import { events, Harness, texts, type Customer } from '../harness.js';

describe('item faults', () => {
  let emulator: Harness;
  let customer: Customer;
  const deliver = (...contents: string[]) =>
    emulator.api.addItems(
      customer.contactId,
      contents.map((Content) => ({ Content })),
    );
  const seen = (): string => texts(customer.socket.items).join(' ');
  const kept = async (): Promise<string> =>
    texts((await emulator.detail(customer.contactId)).transcript).join(' ');
  const setUp = async (options: object = {}): Promise<void> => {
    emulator = new Harness(options);
    customer = await emulator.customer();
  };

  beforeEach(() => setUp());

  it('drops items, which the transcript keeps', async () => {
    await emulator.api.addFault({ type: 'drop-items', times: 2 });
    await deliver('a', 'b', 'c');
    assert.deepEqual([seen(), await kept()], ['c', 'a b c']);
  });

  it('drops only the items of a content type, such as the end of the chat', async () => {
    const contentType = 'application/vnd.amazonaws.connect.event.chat.ended';
    await emulator.api.addFault({ type: 'drop-items', contentType });
    await deliver('a');
    await emulator.api.endContact(customer.contactId);
    assert.deepEqual([seen(), events(customer.socket.items)], ['a', []]);
    assert.equal(events((await emulator.detail(customer.contactId)).transcript).at(-1), 'chat.ended');
  });

  it('drops only the items of one contact', async () => {
    const other = await emulator.customer();
    await emulator.api.addFault({ type: 'drop-items', contactId: other.contactId });
    await deliver('a');
    await emulator.api.addItems(other.contactId, { Content: 'b' });
    assert.deepEqual([seen(), texts(other.socket.items)], ['a', []]);
  });

  it('delays items, so that a later one overtakes', async () => {
    await emulator.api.addFault({ type: 'delay-items', ms: 500, times: 1 });
    await deliver('a', 'b');
    assert.equal(seen(), 'b');
    emulator.clock.advance(499);
    assert.equal(seen(), 'b');
    emulator.clock.advance(1);
    assert.deepEqual([seen(), await kept()], ['b a', 'a b']);
  });

  it('keeps the order when all items are equally late', async () => {
    await emulator.api.addFault({ type: 'delay-items', ms: 500 });
    await deliver('a');
    emulator.clock.advance(100);
    await deliver('b');
    emulator.clock.advance(500);
    assert.equal(seen(), 'a b');
  });

  it('brings a late item to the sockets that are open when it arrives', async () => {
    await emulator.api.addFault({ type: 'delay-items', ms: 500, times: 1 });
    await deliver('a');
    await emulator.api.addFault({ type: 'drop-sockets' });
    const { Websocket } = await emulator.connection(customer.participantToken);
    const next = emulator.subscribe(emulator.open(Websocket.Url));
    emulator.clock.advance(500);
    assert.deepEqual([seen(), texts(next.items)], ['', ['a']]);
  });

  it('doubles items at once or later', async () => {
    await emulator.api.addFault({ type: 'duplicate-items', copies: 2, times: 1 });
    await emulator.api.addFault({ type: 'duplicate-items', ms: 300, times: 1 });
    await deliver('a', 'b', 'c');
    assert.equal(seen(), 'a a a b c');
    emulator.clock.advance(300);
    assert.deepEqual([seen(), await kept()], ['a a a b c b', 'a b c']);
  });

  it('doubles an echo that comes before the reply as one that comes after', async () => {
    for (const order of ['before', 'after'] as const) {
      await setUp();
      await emulator.api.addFault({ type: 'echo', order });
      await emulator.api.addFault({ type: 'duplicate-items', times: 1 });
      const scheduled = emulator.clock.nextTask();
      const body = { ContentType: 'text/plain', Content: 'a' };
      const reply = emulator.call('message', customer.connectionToken, body);
      await scheduled;
      assert.equal(seen(), order === 'before' ? 'a a' : '');
      emulator.clock.advance(20);
      assert.equal((await reply).status, 200);
      assert.deepEqual([seen(), await kept()], ['a a', 'a']);
    }
  });

  it('holds items and delivers them the other way round', async () => {
    await emulator.api.addFault({ type: 'reorder-items', count: 3, times: 1 });
    await deliver('a', 'b');
    assert.equal(seen(), '');
    await deliver('c', 'd');
    assert.deepEqual([seen(), await kept()], ['c b a d', 'a b c d']);
  });

  it('lets held items go when too few follow', async () => {
    await emulator.api.addFault({ type: 'reorder-items', count: 3, ms: 700 });
    await deliver('a', 'b');
    emulator.clock.advance(700);
    assert.equal(seen(), 'b a');
    await deliver('c', 'd', 'e');
    assert.equal(seen(), 'b a e d c');
  });

  it('shuffles by the chance it is given, so that a run repeats', async () => {
    const shuffle = async (seed: number): Promise<string> => {
      await setUp({ random: seededRandom(seed) });
      await emulator.api.addFault({ type: 'reorder-items', count: 8, order: 'shuffle', times: 1 });
      await deliver('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
      assert.equal(await kept(), 'a b c d e f g h');
      assert.deepEqual(seen().split(' ').sort().join(' '), await kept());
      return seen();
    };
    assert.equal(await shuffle(7), await shuffle(7));
    assert.notEqual(await shuffle(7), await shuffle(8));
  });
});
