import { expect } from '@open-wc/testing';
import { ConnectChatError } from '../../src/errors.js';
import {
  appeared,
  inside,
  mountChat,
  mountConnected,
  painted,
  reached,
  record,
  told,
} from '../support/mount-chat.js';

const code = (error: unknown) => (error instanceof ConnectChatError ? error.code : String(error));

describe('<connect-chat> in and out of the page', () => {
  it('keeps its chat when it is moved', async () => {
    const { element, service } = await mountConnected();
    const { session } = element;
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await painted(element);
    expect(element.session).to.equal(session);
    expect(service.openSockets).to.equal(1);
    service.deliver();
    await reached(element, () => element.state.entries.length === 1);
    elsewhere.remove();
  });

  it('lets go of its socket and its calls when it is removed', async () => {
    const { element, service } = await mountConnected();
    service.replies['message'] = () => new Promise(() => undefined);
    const sending = element.send('Hello').catch(code);
    const ending = element.end().catch(code);
    await reached(element, () => element.state.entries.length > 0);
    element.remove();
    expect(await sending).to.equal('chat/removed');
    expect(await ending).to.equal('chat/removed');
    expect(service.openSockets).to.equal(0);
    expect(element.session!.closed.aborted).to.equal(true);
  });

  it('hears nothing of the page any more once it is removed', async () => {
    const { element } = await mountConnected();
    element.remove();
    await Promise.resolve();
    const events = record(element, 'connection', 'error');
    window.dispatchEvent(new Event('offline'));
    expect(events).to.deep.equal([]);
    window.dispatchEvent(new Event('online'));
  });

  it('rejects calls while it is removed', async () => {
    const { element } = await mountConnected();
    element.remove();
    await Promise.resolve();
    expect(await element.start().catch(code)).to.equal('chat/removed');
    expect(await element.send('Hello').catch(code)).to.equal('chat/removed');
    expect(await element.end().catch(code)).to.equal('chat/removed');
  });

  it('begins anew when it comes back', async () => {
    const { element, service } = await mountConnected({ floating: true });
    service.deliver();
    await reached(element, () => element.state.unread === 1);
    const parent = element.parentElement!;
    element.remove();
    await Promise.resolve();
    parent.append(element);
    await element.updateComplete;
    expect(element.state).to.include({ connection: 'idle', contactId: undefined, unread: 0 });
    expect(inside(element, '.badge')).to.equal(undefined);
    await element.send('Hello again');
    expect(element.state.contactId).to.equal('contact-2');
    element.show();
    await told(element, 'open');
    expect((await appeared(element, '[role=article]')).textContent).to.contain('Hello again');
  });

  it('starts by itself again when it comes back', async () => {
    const { element, service } = await mountChat({ autoStart: true });
    await told(element, 'started');
    const parent = element.parentElement!;
    element.remove();
    await Promise.resolve();
    parent.append(element);
    await told(element, 'started');
    expect(service.count('start')).to.equal(2);
  });

  it('starts nothing when it is removed before its code has arrived', async () => {
    const { element, service } = await mountChat({ autoStart: true });
    element.remove();
    const outcome = await element.start().catch(code);
    expect(outcome).to.equal('chat/removed');
    expect(service.calls).to.deep.equal([]);
    expect(element.session!.closed.aborted).to.equal(true);
  });

  it('starts once it is on the page when it was asked to before', async () => {
    const { element } = await mountChat();
    const later = document.createElement('connect-chat');
    const { startChatEndpoint, region, transport } = element;
    Object.assign(later, { startChatEndpoint, region, transport });
    const starting = later.start();
    element.replaceWith(later);
    await starting;
    expect(later.state.contactId).to.equal('contact-1');
  });
});
