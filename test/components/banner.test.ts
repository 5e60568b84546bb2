import { expect, fixture, html } from '@open-wc/testing';
import '../../components/banner.js';
import type { Banner } from '../../components/banner.js';
import { finishAnimations, useTokens } from '../support/tokens.js';

describe('<connect-chat-banner>', () => {
  before(useTokens);

  for (const [notice, words] of [
    ['offline', 'You’re offline. Messages send when you’re back.'],
    ['reconnecting', 'Reconnecting. You can keep writing.'],
    ['restored', 'Back online. Nothing was lost.'],
  ] as const) {
    describe(`with the notice "${notice}"`, () => {
      let banner: Banner;

      beforeEach(async () => {
        banner = await fixture<Banner>(html`<connect-chat-banner .notice=${notice}></connect-chat-banner>`);
      });

      it('is accessible', async () => {
        finishAnimations();
        await expect(banner).to.be.accessible();
      });

      it('says it in words', () => {
        expect(banner.shadowRoot?.textContent.trim()).to.equal(words);
      });
    });
  }

  it('takes no room without one', async () => {
    const banner = await fixture<Banner>(html`<connect-chat-banner></connect-chat-banner>`);
    expect(banner.offsetHeight).to.equal(0);
  });
});
