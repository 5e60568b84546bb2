import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/end-dialog.js';
import type { EndDialog } from '../../components/end-dialog.js';
import { finishAnimations, useTokens } from '../support/tokens.js';

describe('<connect-chat-end-dialog>', () => {
  let dialog: EndDialog;

  before(useTokens);
  beforeEach(async () => {
    dialog = await fixture<EndDialog>(
      html`<connect-chat-end-dialog .name=${'Maya'}></connect-chat-end-dialog>`,
    );
  });

  const button = (words: string) =>
    [...dialog.renderRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === words)!;
  const focused = () => dialog.shadowRoot?.activeElement?.textContent.trim();

  it('is accessible', async () => {
    finishAnimations();
    await expect(dialog).to.be.accessible();
  });

  it('says who will notice', () => {
    expect(dialog.renderRoot.querySelector('#text')?.textContent.trim()).to.equal(
      'Maya will see that you left.',
    );
  });

  it('names nobody while nobody is there', async () => {
    dialog.name = '';
    await dialog.updateComplete;
    expect(dialog.renderRoot.querySelector('#text')?.textContent.trim()).to.equal(
      'You can start a new one at any time.',
    );
  });

  it('takes the focus to the safe answer', () => {
    dialog.focus();
    expect(focused()).to.equal('Keep chatting');
  });

  it('keeps the focus between its two answers', async () => {
    dialog.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('End chat');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Keep chatting');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused()).to.equal('End chat');
  });

  for (const [words, event] of [
    ['Keep chatting', 'dialog-cancel'],
    ['End chat', 'dialog-confirm'],
  ] as const) {
    it(`raises ${event} from "${words}"`, async () => {
      setTimeout(() => button(words).click());
      await oneEvent(dialog, event);
    });
  }

  it('takes a press beside it for "Keep chatting"', async () => {
    setTimeout(() => dialog.renderRoot.querySelector<HTMLElement>('.scrim')!.click());
    await oneEvent(dialog, 'dialog-cancel');
  });
});
