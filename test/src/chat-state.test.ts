import { expect } from '@open-wc/testing';
import { secrets } from '../support/fake-service.js';
import { inside, mountChat, mountConnected, reached, record, told } from '../support/mount-chat.js';

describe('what the page can read', () => {
  it('is frozen: the state and every detail but that of before-send', async () => {
    const { element, service } = await mountChat();
    const events = record(
      element,
      'connection',
      'started',
      'message',
      'sent',
      'unread',
      'ended',
      'error',
      'ready',
    );
    await element.send('Hello');
    service.deliver();
    await reached(element, () => element.state.entries.length === 2);
    service.end();
    for (const [name, detail] of events) expect(detail, name).to.be.frozen;
    const { state } = element;
    for (const part of [state, state.entries, state.participants, ...state.entries, ...state.participants]) {
      expect(part).to.be.frozen;
    }
    expect(element.state).to.equal(state);
  });

  it('holds no credential: state, events and DOM', async () => {
    const { element, service } = await mountChat();
    const told: unknown[] = [];
    for (const name of [
      'connection',
      'started',
      'message',
      'sent',
      'participant-joined',
      'error',
      'ended',
    ] as const) {
      element.addEventListener(`connect-chat-${name}`, (event) => told.push((event as CustomEvent).detail));
    }
    await element.send('Hello');
    service.deliver();
    service.replies['connection'] = () => new Response('', { status: 500 });
    service.sockets[0]!.break();
    const seen =
      JSON.stringify([element.state, told, element.session?.snapshot]) +
      element.outerHTML +
      panelHtml(element);
    for (const secret of secrets) expect(seen).not.to.contain(secret);
    expect(JSON.stringify(service.calls)).to.contain(secrets[0]);
  });

  it('counts what arrives behind the launcher', async () => {
    const { element, service } = await mountConnected({ floating: true });
    const unread = told(element, 'unread');
    service.deliver();
    expect((await unread).detail).to.deep.equal({ count: 1 });
    await element.updateComplete;
    expect(inside(element, '.badge')!.textContent).to.equal('1');
    expect(inside(element, '.launcher')!.getAttribute('aria-label')).to.equal('Open chat, 1 unread message');
    expect(inside(element, '[role=status].news')!.textContent).to.equal('1 unread message');
    element.show();
    await reached(element, () => element.state.unread === 0);
    await element.updateComplete;
    expect(inside(element, '.badge')).to.equal(undefined);
  });
});

/** The markup of every shadow tree. */
function panelHtml(root: Element): string {
  const { shadowRoot } = root;
  return (
    (shadowRoot?.innerHTML ?? '') + [...(shadowRoot?.querySelectorAll('*') ?? [])].map(panelHtml).join('')
  );
}
