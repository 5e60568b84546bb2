import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/welcome.js';
import type { Welcome } from '../../components/welcome.js';
import { useTokens } from '../support/tokens.js';

describe('<connect-chat-welcome>', () => {
  before(useTokens);

  it('is accessible', async () => {
    await expect(
      await fixture(html`<connect-chat-welcome .headingLevel=${1}></connect-chat-welcome>`),
    ).to.be.accessible();
  });

  it('shows those who may answer, as far as the page says who they are', async () => {
    const welcome = await fixture<Welcome>(
      html`<connect-chat-welcome
        .participantNames=${{ agent: 'Maya Okafor', bot: 'Ada' }}
      ></connect-chat-welcome>`,
    );
    const [bot, agent, ...more] = welcome.renderRoot.querySelectorAll('.avatar');
    expect(bot?.classList.contains('avatar--bot')).to.equal(true);
    expect(agent?.textContent.trim()).to.equal('MO');
    expect(more).to.deep.equal([]);
  });

  it('promises nobody that it does not know', async () => {
    const welcome = await fixture<Welcome>(html`<connect-chat-welcome></connect-chat-welcome>`);
    expect(welcome.renderRoot.querySelector('.avatars')).to.equal(null);
  });

  describe('when the page asks for consent', () => {
    let welcome: Welcome;
    beforeEach(async () => {
      welcome = await fixture<Welcome>(
        html`<connect-chat-welcome .headingLevel=${1} consent><p slot="empty">Own</p></connect-chat-welcome>`,
      );
    });

    it('is accessible', async () => {
      await expect(welcome).to.be.accessible();
    });

    it('asks in a sentence, also where the page has put something of its own', async () => {
      expect(welcome.renderRoot.querySelector('.consent p')!.textContent).to.include('What you write here');
      setTimeout(() => welcome.renderRoot.querySelector('button')!.click());
      await oneEvent(welcome, 'welcome-consent');
    });

    it('takes the focus without arming its button', () => {
      welcome.focus();
      expect(welcome.shadowRoot?.activeElement?.matches('.consent')).to.equal(true);
    });
  });

  it('gives its place to what the page puts there', async () => {
    const welcome = await fixture<Welcome>(
      html`<connect-chat-welcome><p slot="empty">Own</p></connect-chat-welcome>`,
    );
    expect(welcome.renderRoot.querySelector('.screen-title')).to.equal(null);
    expect(welcome.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
  });
});
