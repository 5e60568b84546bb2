import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/start-error.js';
import type { StartError } from '../../components/start-error.js';
import { english } from '../../src/i18n/strings.js';
import type { Problem } from '../../src/engine/types.js';
import { useTokens } from '../support/tokens.js';

const timeout: Problem = { code: 'start-chat/timeout', recoverable: true };
const closed: Problem = { code: 'start-chat/unavailable', recoverable: true };

describe('<connect-chat-start-error>', () => {
  before(useTokens);

  const mount = (problem: Problem, slotted: unknown = '') =>
    fixture<StartError>(
      html`<connect-chat-start-error .problem=${problem} .closable=${true} .headingLevel=${1}
        >${slotted}</connect-chat-start-error
      >`,
    );
  const sentence = (screen: StartError) =>
    screen.renderRoot.querySelector('.screen-text')?.textContent.trim();
  const button = (screen: StartError, words: string) =>
    [...screen.renderRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === words);

  it('is accessible', async () => {
    await expect(await mount(timeout)).to.be.accessible();
  });

  for (const [code, words] of Object.entries(english.errors)) {
    it(`explains ${code} in a sentence of its own`, async () => {
      expect(sentence(await mount({ code, recoverable: false }))).to.equal(words);
    });
  }

  it('has a sentence for what it does not know', async () => {
    expect(sentence(await mount({ code: 'start-chat/of-the-future', recoverable: true }))).to.equal(
      english.errorUnknown,
    );
  });

  it('lets the site say itself when it is open', async () => {
    const detail = 'We open at 9.';
    expect(sentence(await mount({ ...closed, detail }))).to.equal(detail);
    expect(sentence(await mount({ ...timeout, detail }))).to.equal(english.errors['start-chat/timeout']);
  });

  it('shows the code for whoever is asked for help', async () => {
    expect((await mount(timeout)).renderRoot.querySelector('code')?.textContent).to.equal(
      'start-chat/timeout',
    );
  });

  it('selects the code for the customer where it cannot copy it', async () => {
    const screen = await mount(timeout);
    button(screen, 'Copy')!.click();
    await screen.updateComplete;
    expect(['Copy', 'Copied']).to.include(screen.renderRoot.querySelector('[aria-live]')?.textContent.trim());
  });

  for (const [words, event] of [
    ['Try again', 'start-error-retry'],
    ['Close', 'start-error-close'],
  ] as const) {
    it(`raises ${event} from "${words}"`, async () => {
      const screen = await mount(timeout);
      setTimeout(() => button(screen, words)!.click());
      await oneEvent(screen, event);
    });
  }

  it('offers no second try where the page is set up wrong', async () => {
    const screen = await mount({ code: 'configuration/missing-region', recoverable: false });
    expect(button(screen, 'Try again')).to.equal(undefined);
  });

  it('gives its place to what the page shows while the chat is closed, and only then', async () => {
    const own = html`<p slot="unavailable">Write to us</p>`;
    const screen = await mount(closed, own);
    expect(sentence(screen)).to.equal(undefined);
    expect(screen.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    screen.problem = timeout;
    await screen.updateComplete;
    expect(sentence(screen)).to.equal(english.errors['start-chat/timeout']);
    expect(screen.querySelector('p')!.offsetHeight).to.equal(0);
  });
});
