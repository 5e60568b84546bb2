import { expect } from '@open-wc/testing';
import { appeared, inside, mountConnected, painted, reached, record } from '../support/mount-chat.js';

const session = '11111111-2222-3333-4444-555555555555';
const event = (name: string) => `application/vnd.amazonaws.connect.event.${name}`;
const initiated = {
  Type: 'EVENT',
  ContentType: event('authentication.initiated'),
  Content: JSON.stringify({ SessionId: session, state: 's1' }),
  ParticipantRole: 'SYSTEM',
  DisplayName: 'SYSTEM_MESSAGE',
};
const url = 'https://idp.example/login?state=s1';

/** A chat in which the customer has just been asked to sign in. */
async function asked(properties: Parameters<typeof mountConnected>[0] = {}) {
  const chat = await mountConnected(properties);
  chat.service.replies['authentication-url'] = () => new Response(JSON.stringify({ AuthenticationUrl: url }));
  const events = record(chat.element, 'authentication', 'message', 'unread');
  chat.service.deliver(initiated);
  const card = await appeared(chat.element, 'connect-chat-sign-in');
  await reached(chat.element, () => chat.element.session!.snapshot.notes[`sign-in:${session}`] !== undefined);
  await painted(chat.element);
  return { ...chat, card, events };
}

const words = (card: Element) => card.shadowRoot!.querySelector('[role=status]')!.textContent.trim();
const outcome = (name: string) => ({ Type: 'EVENT', ContentType: event(`authentication.${name}`) });

describe('a request to sign in', () => {
  // What is loaded with the first chat takes its time on a busy machine.
  before(async function () {
    this.timeout(60_000);
    await Promise.all([import('../../components/sign-in-kit.js'), import('../../src/chat.js')]);
  });

  it('is a message with a card, and asks for the address once, with where to come back to', async () => {
    const { service, card, events } = await asked({ authRedirectUri: '/back' });
    const calls = service.calls.filter(({ name }) => name === 'authentication-url');
    expect(calls.map(({ body }) => body)).to.deep.equal([
      { SessionId: session, RedirectUri: new URL('/back', location.href).href },
    ]);
    expect(words(card)).to.include('Sign in to continue');
    expect(events).to.deep.equal([['authentication', { state: 'initiated' }]]);
    const article = card.closest('[role=article]')!;
    const root = card.getRootNode() as ShadowRoot;
    const name = article
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent ?? '');
    expect(name.join(' ')).to.include('Sign in to continue');
  });

  it('is accessible', async () => {
    const { element } = await asked();
    await expect(inside(element, 'connect-chat-message-list')).to.be.accessible();
  });

  it('comes back to the page itself by default, without what its address asks', async () => {
    const { service } = await asked();
    const body = service.calls.find(({ name }) => name === 'authentication-url')?.body;
    expect(body?.RedirectUri).to.equal(location.origin + location.pathname);
  });

  it('is one card for the whole sign-in, with the outcome in it and the new name below', async () => {
    const { element, service, card, events } = await asked();
    service.deliver(outcome('succeeded'));
    service.deliver({
      Type: 'EVENT',
      ContentType: event('participant.displayname.updated'),
      ParticipantId: 'customer-1',
      ParticipantRole: 'CUSTOMER',
      DisplayName: 'Sam Rivera',
    });
    await painted(element);
    expect(words(card)).to.include('You’re signed in');
    const list = inside(element, 'connect-chat-message-list')!.shadowRoot!;
    expect(list.querySelectorAll('connect-chat-sign-in')).to.have.length(1);
    const lines = [...list.querySelectorAll('[part~=system-line]')].map((line) => line.textContent.trim());
    expect(lines.join()).to.include('You’re now Sam Rivera').and.not.to.include('signed in');
    expect(events.map(([, detail]) => detail)).to.deep.equal([
      { state: 'initiated' },
      { state: 'succeeded' },
    ]);
  });

  it('is given up with the service, word for word', async () => {
    const { service, card } = await asked();
    [...card.shadowRoot!.querySelectorAll('button')].at(-1)!.click();
    for (; !words(card).includes('You went on without signing in');) await new Promise(requestAnimationFrame);
    expect(service.calls.find(({ name }) => name === 'cancel-authentication')?.body).to.deep.equal({
      SessionId: session,
    });
  });

  it('is asked about once more in a chat that asks again', async () => {
    const { element, service } = await asked();
    service.deliver(outcome('timeout'));
    service.deliver({ ...initiated, Content: JSON.stringify({ SessionId: `${session.slice(0, -1)}6` }) });
    await painted(element);
    const list = inside(element, 'connect-chat-message-list')!.shadowRoot!;
    const titles = [...list.querySelectorAll('connect-chat-sign-in')].map(
      (one) => one.shadowRoot!.querySelector('.title')!.textContent,
    );
    expect(titles).to.deep.equal(['The sign-in ran out of time', 'Sign in to continue']);
  });

  it('can only be read when it names no session', async () => {
    const { element, service } = await mountConnected();
    service.deliver({ ...initiated, Content: 'nothing of use' });
    const bubble = await appeared(element, '.bubble');
    for (; !bubble.isConnected || !inside(element, '.bubble')!.textContent.includes('Sign in to continue');)
      await new Promise(requestAnimationFrame);
    expect(service.count('authentication-url')).to.equal(0);
  });

  it('says so to screen readers, once', async () => {
    const { element } = await asked();
    const announcer = await appeared(element, 'connect-chat-announcer');
    for (; !announcer.shadowRoot!.textContent.includes('Sign in to continue');)
      await new Promise(requestAnimationFrame);
    expect(announcer.shadowRoot!.textContent.match(/Sign in to continue/g)).to.have.length(1);
  });

  it('takes words from the page', async () => {
    const { card } = await asked({ strings: { signIn: 'Who are you?', signInButton: 'Show me' } });
    expect(words(card)).to.include('Who are you?');
    expect(card.shadowRoot!.querySelector('button')!.textContent.trim()).to.equal('Show me');
  });
});
