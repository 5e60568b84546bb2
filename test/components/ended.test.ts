import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/ended.js';
import type { Ended } from '../../components/ended.js';
import { useTokens } from '../support/tokens.js';

describe('<connect-chat-ended>', () => {
  let ended: Ended;

  before(useTokens);
  beforeEach(async () => {
    ended = await fixture<Ended>(html`<connect-chat-ended><p slot="ended">Bye</p></connect-chat-ended>`);
  });

  const button = () => ended.renderRoot.querySelector('button')!;

  it('is accessible', async () => {
    await expect(ended).to.be.accessible();
  });

  it('asks for a new chat', async () => {
    setTimeout(() => button().click());
    await oneEvent(ended, 'ended-start');
  });

  it('takes the focus without arming its button', () => {
    ended.focus();
    expect(ended.shadowRoot?.activeElement).not.to.equal(null);
    expect(ended.shadowRoot?.activeElement).not.to.equal(button());
  });

  it('says that the chat is over, unless the log has said so', async () => {
    expect(ended.renderRoot.querySelector('.title')!.textContent).to.equal('This chat is over.');
    ended.told = true;
    await ended.updateComplete;
    expect(ended.renderRoot.querySelector('.title')).to.equal(null);
  });

  it('shows what the page has to say at the end', () => {
    expect(ended.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
  });
});
