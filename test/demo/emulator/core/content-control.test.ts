import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { ControlRefusal } from '../../../../demo/emulator/control-client.js';
import { Harness, type Customer } from '../harness.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const refused = (code: string) => (error: unknown) => error instanceof ControlRefusal && error.code === code;

describe('the control API for content', () => {
  let emulator: Harness;
  let customer: Customer;
  const newest = () => customer.socket.items.findLast(({ Type }) => Type === 'MESSAGE');

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  it('lists and shows every word of the menu but those of the flow itself, by the bot or by the agent', async () => {
    const { body } = await emulator.control<{ words: { title: string }[][] }>('GET', '/words');
    const words = body.words.flat().map(({ title }) => title);
    assert(words.length > 25);
    assert(!words.includes('Survey'));
    for (const word of words) {
      await emulator.api.show(customer.contactId, word);
      emulator.clock.advance(100);
    }
    await emulator.api.agent(customer.contactId, { action: 'join', displayName: 'Ada' });
    await emulator.api.show(customer.contactId, 'panel');
    emulator.clock.advance(100);
    assert.deepEqual([newest()?.ContentType, newest()?.DisplayName], [interactive, 'Ada']);
    for (const word of ['survey', 'agent', 'bye', 'nothing'])
      await assert.rejects(emulator.api.show(customer.contactId, word), refused('word-not-found'));
  });

  it('shows nothing in a contact that has ended', async () => {
    await emulator.api.endContact(customer.contactId);
    const { contactId } = customer;
    for (const sending of [
      () => emulator.api.show(contactId, 'panel'),
      () => emulator.api.sendInteractive(contactId, { template: {} }),
      () => emulator.api.sendView(contactId, { viewId: 'form' }),
      () => emulator.api.sendAttachment(contactId, { name: 'a.txt', content: 'x' }),
      () => emulator.api.askToSignIn(contactId),
    ]) {
      await assert.rejects(sending, refused('contact-ended'));
    }
  });

  it('names what is not there', async () => {
    const { contactId } = customer;
    for (const [code, asking] of [
      ['view-not-found', () => emulator.api.sendView(contactId, { viewId: 'unknown' })],
      ['view-not-found', () => emulator.api.sendView(contactId, {})],
      ['attachment-not-found', () => emulator.api.attachment(contactId, 'unknown')],
      ['attachment-not-found', () => emulator.api.judgeAttachment(contactId, 'unknown', 'APPROVED')],
      ['sign-in-not-found', () => emulator.api.endSignIn(contactId, 'unknown', { outcome: 'failed' })],
      ['contact-not-found', () => emulator.api.askToSignIn('unknown')],
      ['invalid-request', () => emulator.api.sendAttachment(contactId, { name: 'a.exe', content: 'x' })],
      ['invalid-request', () => emulator.api.sendAttachment(contactId, { name: 'a.txt', content: '' })],
    ] as const) {
      await assert.rejects(asking, refused(code), code);
    }
  });

  it('refuses what is not uploaded, not sent or over already', async () => {
    const { contactId } = customer;
    const { body } = await emulator.call<{ AttachmentId: string }>(
      'start-attachment-upload',
      customer.connectionToken,
      { ContentType: 'text/plain', AttachmentSizeInBytes: 1, AttachmentName: 'a.txt', ClientToken: 'a' },
    );
    await assert.rejects(emulator.api.attachment(contactId, body.AttachmentId), refused('not-uploaded'));
    await assert.rejects(
      emulator.api.judgeAttachment(contactId, body.AttachmentId, 'APPROVED'),
      refused('not-sent'),
    );
    const sessionId = await emulator.api.askToSignIn(contactId);
    await emulator.api.endSignIn(contactId, sessionId, { outcome: 'timeout' });
    await assert.rejects(
      emulator.api.endSignIn(contactId, sessionId, { outcome: 'failed' }),
      refused('sign-in-over'),
    );
  });
});
