import { expect, fixture, html } from '@open-wc/testing';
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

  it('gives its place to what the page puts there', async () => {
    const welcome = await fixture<Welcome>(
      html`<connect-chat-welcome><p slot="empty">Own</p></connect-chat-welcome>`,
    );
    expect(welcome.renderRoot.querySelector('.screen-title')).to.equal(null);
    expect(welcome.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
  });
});
