import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/header.js';
import type { Header } from '../../components/header.js';
import type { Participant } from '../../src/engine/types.js';
import { useTokens } from '../support/tokens.js';

const maya: Participant = {
  id: 'maya',
  role: 'agent',
  displayName: 'Maya Okafor',
  presence: 'here',
  typing: false,
};

describe('<connect-chat-header>', () => {
  let header: Header;

  before(useTokens);
  beforeEach(async () => {
    header = await fixture<Header>(
      html`<connect-chat-header
        .heading=${'Halden'}
        .counterpart=${maya}
        .hasOptions=${true}
        .closable=${true}
      ></connect-chat-header>`,
    );
  });

  const set = async (properties: Partial<Header>) => {
    Object.assign(header, properties);
    await header.updateComplete;
  };
  const words = (selector: string) =>
    header.renderRoot.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
  const button = (name: string) =>
    header.renderRoot.querySelector<HTMLElement>(`button[aria-label="${name}"]`);

  it('is accessible', async () => {
    await expect(header).to.be.accessible();
  });

  it('shows who is here, and for whom they speak', () => {
    expect(words('[role="heading"]')).to.equal('Maya Okafor');
    expect(words('.header-status')).to.equal('Here now Halden');
  });

  it('shows a bot as a bot', async () => {
    await set({ counterpart: { ...maya, role: 'bot', displayName: 'Halden Assistant' } });
    expect(words('.header-status')).to.equal('Bot Halden');
  });

  it('shows the brand while nobody is here', async () => {
    await set({ counterpart: undefined });
    expect(words('[role="heading"]')).to.equal('Halden');
    expect(words('.header-status')).to.equal('Customer support');
  });

  it('shows the logo of the page', async () => {
    await set({
      counterpart: undefined,
      logo: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
      logoAlt: 'Halden',
    });
    expect(header.renderRoot.querySelector('img')?.alt).to.equal('Halden');
    await expect(header).to.be.accessible();
  });

  for (const [when, properties] of [
    ['the person is away', { counterpart: { ...maya, presence: 'idle' } }],
    ['this device is offline', { offline: true }],
  ] as const) {
    it(`claims nobody to be here while ${when}`, async () => {
      await set(properties);
      expect(words('.header-status')).to.equal('Away Halden');
    });
  }

  it('says when the chat is over', async () => {
    await set({ counterpart: undefined, ended: true });
    expect(words('.header-status')).to.equal('Chat ended');
  });

  it('has the heading level that the page asks for', async () => {
    await set({ headingLevel: 4 });
    expect(header.renderRoot.querySelector('[role="heading"]')?.ariaLevel).to.equal('4');
  });

  it('has no button that would do nothing', async () => {
    await set({ hasOptions: false, closable: false });
    expect(header.renderRoot.querySelector('button')).to.equal(null);
  });

  for (const [name, event] of [
    ['Chat options', 'header-menu'],
    ['Minimise chat', 'header-minimise'],
  ] as const) {
    it(`raises ${event} from "${name}"`, async () => {
      setTimeout(() => button(name)!.click());
      const { bubbles, composed } = await oneEvent<Event>(header, event);
      expect([bubbles, composed]).to.deep.equal([false, false]);
    });
  }

  it('tells whether the options are open', async () => {
    await set({ optionsOpen: true });
    expect(button('Chat options')!.ariaExpanded).to.equal('true');
  });

  it('gives its place to what the page puts there, and keeps its buttons', async () => {
    const own = await fixture<Header>(
      html`<connect-chat-header .closable=${true}><h3 slot="header">Own</h3></connect-chat-header>`,
    );
    expect(own.renderRoot.querySelector('.header-title')).to.equal(null);
    expect(own.querySelector('h3')!.offsetWidth).to.be.greaterThan(0);
    expect(own.renderRoot.querySelector('button')).not.to.equal(null);
  });

  it('cuts a long name instead of growing', async () => {
    const before = header.offsetHeight;
    header.style.inlineSize = '320px';
    await set({ counterpart: { ...maya, displayName: 'Maya '.repeat(40) } });
    expect(header.offsetHeight).to.equal(before);
    expect(header.scrollWidth).to.equal(320);
  });
});
