import { expect } from '@open-wc/testing';
import { ConnectChatError } from '../../src/errors.js';
import type { ErrorCode } from '../../src/errors.js';
import {
  appeared,
  mountChat,
  mountConnected,
  painted,
  reached,
  record,
  told,
} from '../support/mount-chat.js';

/** The error that a promise rejects with. */
async function refusal(promise: Promise<unknown>): Promise<ConnectChatError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(ConnectChatError);
    return error as ConnectChatError;
  }
  throw new Error('It was not refused.');
}

async function expectRefusal(
  promise: Promise<unknown>,
  code: ErrorCode,
  recoverable: boolean,
): Promise<void> {
  const error = await refusal(promise);
  expect(error).to.include({ code, recoverable });
  expect(error.message).to.match(/^[A-Z].+\.$/);
}

/** Writes into the composer and presses Enter. */
function write(composer: HTMLElement, text: string): void {
  const field = composer as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.form!.requestSubmit();
}

describe('start()', () => {
  it('resolves once the contact exists, and tells that it has started', async () => {
    const { element } = await mountChat();
    const events = record(element, 'started');
    await element.start();
    const ids = { contactId: 'contact-1', participantId: 'customer-1' };
    expect(element.state).to.include(ids);
    expect(events).to.deep.equal([['started', ids]]);
  });

  it('starts one chat, however often it is called', async () => {
    const { element, service } = await mountChat();
    await Promise.all([element.start(), element.start()]);
    await element.start();
    expect(service.count('start')).to.equal(1);
  });

  it('rejects with what went wrong, and tells it once', async () => {
    const { element, service } = await mountChat();
    service.replies['start'] = () => new Response('', { status: 429 });
    const errors = record(element, 'error');
    await expectRefusal(element.start(), 'start-chat/throttled', true);
    expect(errors.map(([, detail]) => (detail as { code: string }).code)).to.deep.equal([
      'start-chat/throttled',
    ]);
    await expectRefusal(
      (await mountChat({ startChatEndpoint: '' })).element.start(),
      'configuration/missing-endpoint',
      false,
    );
    await expectRefusal(
      (await mountChat({ region: '' })).element.start(),
      'configuration/missing-region',
      false,
    );
  });

  it('uses a transport that was set after the chat had arrived', async () => {
    const { element, service } = await mountChat({ transport: undefined });
    await appeared(element, 'textarea');
    element.transport = service.transport;
    await element.start();
    expect(service.count('start')).to.equal(1);
  });
});

describe('auto-start', () => {
  it('starts by itself, also behind a closed launcher', async () => {
    const { element, service } = await mountChat({ floating: true, autoStart: true });
    await told(element, 'started');
    expect(element.open).to.equal(false);
    expect(service.count('start')).to.equal(1);
  });

  it('starts when it is set later, and only once', async () => {
    const { element, service } = await mountChat();
    await appeared(element, 'textarea');
    element.autoStart = true;
    await told(element, 'started');
    element.parentElement!.append(element);
    element.heading = 'Changed';
    await painted(element);
    expect(service.count('start')).to.equal(1);
  });

  it('does not begin again what has failed or ended', async () => {
    const { element, service } = await mountChat();
    service.replies['start'] = () => new Response('', { status: 500 });
    element.autoStart = true;
    await told(element, 'error');
    element.parentElement!.append(element);
    await painted(element);
    expect(service.count('start')).to.equal(1);
  });
});

describe('send()', () => {
  it('starts the chat if need be and resolves with the ids of the message', async () => {
    const { element, service } = await mountChat();
    const sent = told(element, 'sent');
    const ids = await element.send('Hello');
    expect(ids.id).to.match(/^sent-/);
    expect((await sent).detail.entry).to.include({
      key: ids.key,
      id: ids.id,
      text: 'Hello',
      role: 'customer',
    });
    expect(service.calls.find(({ name }) => name === 'message')?.body).to.include({
      Content: 'Hello',
      ContentType: 'text/plain',
    });
  });

  it('sends only types that both sides have agreed on', async () => {
    const { element, service } = await mountChat({ supportedMessagingContentTypes: 'text/plain' });
    await element.send('**Hello**', { contentType: 'text/markdown' });
    expect(service.calls.find(({ name }) => name === 'message')?.body).to.include({
      ContentType: 'text/plain',
    });
  });

  it('rejects what is too long or empty', async () => {
    const { element, service } = await mountChat({ maxMessageBytes: 6 });
    await expectRefusal(element.send('äöü!'), 'message/too-long', true);
    await expectRefusal(element.send(' \n'), 'message/empty', true);
    expect((await element.send('äöü')).id).to.be.a('string');
    expect(service.count('message')).to.equal(1);
  });

  it('rejects once the chat has ended', async () => {
    const { element, service } = await mountConnected();
    service.end();
    await expectRefusal(element.send('Hello?'), 'chat/ended', true);
  });

  it('rejects a message that waits while the chat ends', async () => {
    const { element, service } = await mountConnected();
    service.replies['message'] = () => new Promise(() => undefined);
    const sending = element.send('Hello?');
    await reached(element, () => element.state.entries.length > 0);
    service.end();
    await expectRefusal(sending, 'chat/ended', true);
  });

  it('rejects what the service turns down', async () => {
    const { element, service } = await mountConnected();
    service.replies['message'] = () => new Response('{"message":"No"}', { status: 400 });
    const failed = told(element, 'send-failed');
    await expectRefusal(element.send('Hello'), 'message/refused', true);
    expect((await failed).detail).to.include({ code: 'message/refused', retryable: true });
  });

  it('rejects when the chat that it needs cannot start', async () => {
    const { element, service } = await mountChat();
    service.replies['start'] = () => new Response('', { status: 401 });
    await expectRefusal(element.send('Hello'), 'start-chat/unauthorized', true);
  });
});

describe('before-send', () => {
  it('can rewrite what is shown and sent', async () => {
    const { element, service } = await mountChat();
    element.addEventListener('connect-chat-before-send', ({ detail }) => {
      detail.text = detail.text.replace(/\d/g, '•');
    });
    await element.send('Card 4111');
    expect(element.state.entries[0]?.text).to.equal('Card ••••');
    expect(JSON.stringify(service.calls)).not.to.contain('4111');
  });

  it('can refuse: the method rejects, the composer keeps the words, and nothing is sent', async () => {
    const { element, service } = await mountChat();
    const composer = (await appeared(element, 'textarea')) as HTMLTextAreaElement;
    const errors = record(element, 'error');
    element.addEventListener('connect-chat-before-send', (event) => event.preventDefault());
    await expectRefusal(element.send('Hello'), 'message/canceled', true);
    write(composer, 'Hello');
    expect(composer.value).to.equal('Hello');
    expect(errors).to.deep.equal([]);
    expect(service.calls).to.deep.equal([]);
  });

  it('is measured after it was rewritten; the composer keeps what has become too long', async () => {
    const { element } = await mountChat({ maxMessageBytes: 10 });
    const composer = (await appeared(element, 'textarea')) as HTMLTextAreaElement;
    element.addEventListener('connect-chat-before-send', ({ detail }) => {
      detail.text = detail.text.repeat(9);
    });
    const error = told(element, 'error');
    write(composer, 'Hello');
    expect((await error).detail).to.include({ code: 'message/too-long', recoverable: true });
    expect(composer.value).to.equal('Hello');
  });
});

describe('end()', () => {
  it('ends the chat, tells who did, and resolves when it is over', async () => {
    const { element, service } = await mountConnected();
    service.replies['disconnect'] = () => {
      queueMicrotask(() => service.end());
      return undefined;
    };
    const events = record(element, 'before-end', 'ended');
    await element.end();
    expect(events).to.deep.equal([
      ['before-end', {}],
      ['ended', { contactId: 'contact-1', by: 'customer' }],
    ]);
    expect(element.state.connection).to.equal('ended');
    expect(service.openSockets).to.equal(0);
  });

  it('rejects when the page refuses, and the chat goes on', async () => {
    const { element, service } = await mountConnected();
    element.addEventListener('connect-chat-before-end', (event) => event.preventDefault(), { once: true });
    const refused = await element.end().catch((error: unknown) => error);
    expect(refused)
      .to.be.instanceOf(ConnectChatError)
      .and.include({ code: 'chat/end-canceled', recoverable: true });
    expect(service.count('disconnect')).to.equal(0);
    expect(element.state).to.include({ connection: 'connected' });
  });

  it('resolves at once when there is nothing to end', async () => {
    const { element, service } = await mountConnected();
    service.end();
    await element.end();
    await (await mountChat()).element.end();
    expect(service.count('disconnect')).to.equal(0);
  });

  it('leaves room for a new chat', async () => {
    const { element, service } = await mountConnected();
    service.end();
    await element.start();
    expect(element.state).to.include({ contactId: 'contact-2' });
  });
});
