import { expect, fixture, html } from '@open-wc/testing';
import { ConnectChat } from '../../src/connect-chat.js';
import type { ConnectChatEventName } from '../../src/events.js';
import '../../src/index.js';
import { appeared, inside, mountChat, painted, record, told } from '../support/mount-chat.js';

const openings = ['before-open', 'open', 'before-close', 'close'] satisfies ConnectChatEventName[];

describe('<connect-chat>', () => {
  it('is accessible with its launcher, and with its panel', async () => {
    const { element } = await mountChat({ floating: true });
    await expect(element).to.be.accessible();
    element.show();
    await told(element, 'open');
    await expect(element).to.be.accessible();
  });

  it('says once that it is ready', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const events = record(box, 'ready');
    const element = document.createElement('connect-chat');
    element.floating = true;
    box.append(element);
    await painted(element);
    box.append(element);
    await painted(element);
    expect(events).to.deep.equal([['ready', {}]]);
  });

  it('loads nothing behind the launcher until somebody is about to open it', async () => {
    const { element } = await mountChat({ floating: true });
    await painted(element);
    expect(element.session).to.equal(undefined);
    expect(element.state.connection).to.equal('idle');
    inside(element, '.corner')!.dispatchEvent(new PointerEvent('pointerenter'));
    await appeared(element, 'connect-chat-panel');
    expect(element.session).to.be.an('object');
    expect(element.open).to.equal(false);
  });

  it('shows the chat at once when it does not float, and ignores show, hide and toggle', async () => {
    const { element } = await mountChat();
    const events = record(element, ...openings);
    await appeared(element, 'connect-chat-composer');
    element.show();
    element.toggle();
    element.hide();
    await painted(element);
    expect(element.open).to.equal(false);
    expect(events).to.deep.equal([]);
    expect(inside(element, '.launcher')).to.equal(undefined);
    expect(inside(element, '.frame')!.hidden).to.equal(false);
  });

  describe('opening and closing', () => {
    it('is told before and, once painted, after, with who did it', async () => {
      const { element } = await mountChat({ floating: true });
      const events = record(element, ...openings);
      element.show();
      expect(events).to.deep.equal([['before-open', { reason: 'method' }]]);
      await told(element, 'open');
      expect(inside(element, '.panel')!.getBoundingClientRect().height).to.be.greaterThan(100);
      inside(element, '.launcher')!.click();
      await told(element, 'close');
      element.toggle();
      await told(element, 'open');
      expect(events.slice(1)).to.deep.equal([
        ['open', { reason: 'method' }],
        ['before-close', { reason: 'user' }],
        ['close', { reason: 'user' }],
        ['before-open', { reason: 'method' }],
        ['open', { reason: 'method' }],
      ]);
    });

    it("is the page's own decision when it assigns open", async () => {
      const { element } = await mountChat({ floating: true });
      const events = record(element, ...openings);
      element.addEventListener('connect-chat-before-open', (event) => event.preventDefault());
      element.open = true;
      await told(element, 'open');
      expect(element.hasAttribute('open')).to.equal(true);
      element.removeAttribute('open');
      await told(element, 'close');
      expect(events).to.deep.equal([
        ['open', { reason: 'property' }],
        ['close', { reason: 'property' }],
      ]);
    });

    it('is nobody’s doing at the first rendering', async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const events = record(box, ...openings);
      box.innerHTML = '<connect-chat floating open></connect-chat>';
      const element = box.querySelector('connect-chat')!;
      await appeared(element, 'connect-chat-composer');
      await painted(element);
      expect(element.open).to.equal(true);
      expect(events).to.deep.equal([]);
    });

    it('can be refused', async () => {
      const { element } = await mountChat({ floating: true });
      element.addEventListener('connect-chat-before-open', (event) => event.preventDefault(), { once: true });
      element.show();
      expect(element.open).to.equal(false);
      element.show();
      element.addEventListener('connect-chat-before-close', (event) => event.preventDefault());
      inside(element, '.launcher')!.click();
      element.hide();
      expect(element.open).to.equal(true);
    });

    it('says nothing of a change that is taken back at once, and keeps no reason of it', async () => {
      const { element } = await mountChat({ floating: true });
      const events = record(element, 'open', 'close');
      element.show();
      element.hide();
      await painted(element);
      element.open = true;
      await told(element, 'open');
      expect(events).to.deep.equal([['open', { reason: 'property' }]]);
    });

    it('is told in order, however fast', async () => {
      const { element } = await mountChat({ floating: true });
      const events = record(element, 'open', 'close');
      element.show();
      await element.updateComplete;
      element.hide();
      await told(element, 'close');
      expect(events.map(([name]) => name)).to.deep.equal(['open', 'close']);
    });

    it('reflects to the attribute and to the launcher', async () => {
      const { element } = await mountChat({ floating: true });
      const launcher = () => inside(element, '.launcher')!;
      expect(launcher().getAttribute('aria-expanded')).to.equal('false');
      expect(launcher().getAttribute('aria-label')).to.equal('Open chat');
      element.show();
      await told(element, 'open');
      expect(element.getAttribute('open')).to.equal('');
      expect(launcher().getAttribute('aria-expanded')).to.equal('true');
      expect(launcher().getAttribute('aria-label')).to.equal('Close chat');
    });
  });

  describe('its words', () => {
    it('can be replaced at run time, one by one, in the launcher and in the panel', async () => {
      const { element } = await mountChat({ floating: true });
      element.show();
      const composer = await appeared(element, 'connect-chat-composer textarea, textarea');
      element.strings = { closeChat: 'Zu', composerLabel: 'Schreiben' };
      await painted(element);
      expect(inside(element, '.launcher')!.getAttribute('aria-label')).to.equal('Zu');
      expect(composer.getAttribute('placeholder')).to.equal('Schreiben');
      expect(inside(element, '.send')!.getAttribute('aria-label')).to.equal('Send');
    });

    it('come back when a framework clears the property', async () => {
      const { element } = await mountChat({ strings: { composerLabel: 'Schreiben' } });
      const composer = await appeared(element, 'textarea');
      Object.assign(element, { strings: undefined });
      await painted(element);
      expect(composer.getAttribute('placeholder')).to.equal('Write a message');
    });
  });

  describe('a second copy', () => {
    it('of the registration is harmless', async () => {
      const { define } = await import('../../src/define.js');
      define('connect-chat', class extends HTMLElement {});
      expect(customElements.get('connect-chat')).to.equal(ConnectChat);
    });

    it('on the page has its own everything', async () => {
      const first = await mountChat();
      const second = await mountChat({ heading: 'Second' });
      await first.element.start();
      expect(first.element.state.contactId).to.equal('contact-1');
      expect(second.element.state.contactId).to.equal(undefined);
      expect(second.service.calls).to.deep.equal([]);
      expect(first.element.session).not.to.equal(second.element.session);
    });
  });
});
