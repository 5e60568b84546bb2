import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { defaultTimings } from '../../../../demo/emulator/core/timings.js';
import type { Item } from '../../../../demo/emulator/core/wire.js';
import { ControlRefusal } from '../../../../demo/emulator/control-client.js';
import { events, Harness, texts, type Customer } from '../harness.js';

interface Page {
  readonly Transcript: readonly Item[];
  readonly NextToken?: string;
}

describe('a persistent chat', () => {
  let emulator: Harness;
  let past: Customer;
  const rehydrate = (): void => {
    emulator.clock.advance(defaultTimings.rehydrateMs);
  };
  const page = async (customer: Customer, request: object): Promise<Page> =>
    (await emulator.call<Page>('transcript', customer.connectionToken, request)).body;
  const say = (customer: Customer, ...contents: string[]) =>
    emulator.api.addItems(
      customer.contactId,
      contents.map((Content) => ({ Content })),
    );

  /** A chat of two segments: "one two" with Ada, and "three" after a transfer. */
  const pastChat = async (start: object = {}): Promise<Customer> => {
    const customer = await emulator.customer(start);
    await say(customer, 'one', 'two');
    await emulator.api.agent(customer.contactId, { action: 'join', displayName: 'Ada' });
    await emulator.api.agent(customer.contactId, { action: 'transfer' });
    await say(customer, 'three');
    await emulator.api.endContact(customer.contactId);
    return customer;
  };

  beforeEach(async () => {
    emulator = new Harness();
    past = await pastChat();
  });

  it('shows the past chat before its own items, once it says that it can', async () => {
    const customer = await emulator.customer({ sourceContactId: past.contactId });
    await say(customer, 'four');
    const all = { MaxResults: 100, SortOrder: 'ASCENDING' };
    assert.deepEqual(texts((await page(customer, all)).Transcript), ['four']);
    rehydrate();
    assert.equal(events(customer.socket.items).at(-1), 'chat.rehydrated');
    const { Transcript } = await page(customer, all);
    assert.deepEqual(texts(Transcript), ['one', 'two', 'three', 'four']);
    const { history, transcript, sourceContactId } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      [...history, ...transcript].map(({ Id }) => Id),
      Transcript.map(({ Id }) => Id),
    );
    assert.equal(sourceContactId, past.contactId);
  });

  it('has said so before a customer who connects late', async () => {
    const started = await emulator.api.startContact({ sourceContactId: past.contactId });
    rehydrate();
    const { ConnectionCredentials } = await emulator.connection(started.ParticipantToken);
    const token = ConnectionCredentials.ConnectionToken;
    const { body } = await emulator.call<Page>('transcript', token, { MaxResults: 100 });
    assert.deepEqual(texts(body.Transcript), ['three', 'two', 'one']);
    assert.deepEqual(events(body.Transcript).slice(0, 2), ['participant.joined', 'chat.rehydrated']);
  });

  it('marks past items with the contact they were of, and its own with itself', async () => {
    const { contactId: lastSegment } = await emulator.detail(past.contactId);
    const customer = await emulator.customer({ sourceContactId: past.contactId });
    await say(customer, 'four');
    rehydrate();
    const { Transcript } = await page(customer, { MaxResults: 100, SortOrder: 'ASCENDING' });
    const origins = Transcript.filter(({ Type }) => Type === 'MESSAGE').map((item) => [
      item.Content,
      item.RelatedContactId,
      item.ContactId,
    ]);
    assert.deepEqual(origins, [
      ['one', past.contactId, undefined],
      ['two', past.contactId, undefined],
      ['three', lastSegment, undefined],
      ['four', undefined, customer.contactId],
    ]);
  });

  it('pages backward over the boundary without a gap or a repetition', async () => {
    const customer = await emulator.customer({ sourceContactId: past.contactId });
    await say(customer, 'four', 'five');
    rehydrate();
    const pages: Page[] = [];
    let token: string | undefined;
    do {
      pages.push(await page(customer, { MaxResults: 3, SortOrder: 'ASCENDING', NextToken: token }));
      token = pages.at(-1)?.NextToken;
    } while (token !== undefined);
    const items = pages.reverse().flatMap(({ Transcript }) => Transcript);
    const whole = await page(customer, { MaxResults: 100, SortOrder: 'ASCENDING' });
    assert.deepEqual(items, whole.Transcript);
    assert(pages.length > 3);
    const times = items.map(({ AbsoluteTime }) => AbsoluteTime);
    assert.deepEqual(times, [...new Set(times)].sort());
  });

  it('leaves out what followed the segment it goes on from', async () => {
    const customer = await emulator.customer({
      sourceContactId: past.contactId,
      rehydrationType: 'FROM_SEGMENT',
    });
    rehydrate();
    assert.deepEqual(texts((await emulator.detail(customer.contactId)).history), ['one', 'two']);
  });

  it('remembers the chats before the past chat too', async () => {
    const second = await emulator.customer({ sourceContactId: past.contactId });
    rehydrate();
    await say(second, 'four');
    await emulator.api.endContact(second.contactId);
    const third = await emulator.customer({ sourceContactId: second.contactId });
    rehydrate();
    const { history } = await emulator.detail(third.contactId);
    assert.deepEqual(texts(history), ['one', 'two', 'three', 'four']);
  });

  it('goes on only from a chat that has ended and is known', async () => {
    const current = await emulator.customer();
    for (const [sourceContactId, status, code] of [
      [current.contactId, 409, 'contact-not-ended'],
      ['unknown', 404, 'contact-not-found'],
    ] as const) {
      await assert.rejects(emulator.api.startContact({ sourceContactId }), (error: ControlRefusal) => {
        assert.deepEqual([error.status, error.code], [status, code]);
        return true;
      });
    }
  });

  it('does not come to a chat that has ended meanwhile', async () => {
    const customer = await emulator.customer({ sourceContactId: past.contactId });
    await emulator.api.endContact(customer.contactId);
    rehydrate();
    assert.equal(events(customer.socket.items).at(-1), 'chat.ended');
  });
});
