import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ComposerSubmitEvent, ComposerTypeEvent } from '../../components/composer-events.js';
import type { Composer } from '../../components/composer.js';
import '../../components/composer.js';
import { painted } from '../support/mount-panel.js';
import { useTokens } from '../support/tokens.js';

const long = 'It buzzes in the living room and in the hall, on two separate sockets. '.repeat(3);

describe('<connect-chat-composer>', () => {
  let composer: Composer;
  let submitted: string[];

  before(useTokens);

  beforeEach(async () => {
    composer = await fixture<Composer>(html`<connect-chat-composer enter="send"></connect-chat-composer>`);
    submitted = [];
    composer.addEventListener('composer-submit', (event) => {
      if (event instanceof ComposerSubmitEvent) submitted.push(event.detail.text);
    });
  });

  const input = () => composer.renderRoot.querySelector('textarea')!;
  const send = () => composer.renderRoot.querySelector<HTMLButtonElement>('.send')!;
  const field = () => composer.renderRoot.querySelector<HTMLElement>('.composer-field')!;
  const text = (selector: string) => composer.renderRoot.querySelector(selector)?.textContent.trim() ?? '';
  const type = async (words: string) => {
    input().value = words;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await composer.updateComplete;
  };
  const press = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    input().dispatchEvent(event);
    return event;
  };

  it('is accessible', async () => {
    await expect(composer).to.be.accessible();
  });

  it('is named by a label and not by its placeholder', () => {
    expect(input().labels[0]?.textContent).to.equal('Write a message');
  });

  describe('on Enter', () => {
    it('submits the trimmed words and empties the field', async () => {
      await type('  It says rev. B\n');
      press({ key: 'Enter' });
      expect(submitted).to.deep.equal(['It says rev. B']);
      expect(input().value).to.equal('');
    });

    it('makes a new line with Shift', async () => {
      composer.focus();
      await sendKeys({ type: 'one' });
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ type: 'two' });
      expect(input().value).to.equal('one\ntwo');
      expect(submitted).to.deep.equal([]);
    });

    for (const [when, init] of [
      ['an input method is composing', { isComposing: true }],
      ['an input method has just finished, as Safari tells it', { keyCode: 229 }],
    ] as const) {
      it(`does not submit while ${when}`, async () => {
        await type('にほん');
        press({ key: 'Enter', ...init });
        expect(submitted).to.deep.equal([]);
        expect(input().value).to.equal('にほん');
      });
    }

    it('makes a new line where there is no real keyboard', async () => {
      composer.enter = 'newline';
      await type('one');
      expect(press({ key: 'Enter' }).defaultPrevented).to.equal(false);
      expect(submitted).to.deep.equal([]);
    });

    it('does nothing without words', async () => {
      await type(' \n ');
      press({ key: 'Enter' });
      expect(submitted).to.deep.equal([]);
    });
  });

  it('keeps the words when the submission is cancelled', async () => {
    composer.addEventListener('composer-submit', (event) => event.preventDefault());
    await type('4111 1111 1111 1111');
    press({ key: 'Enter' });
    expect(input().value).to.equal('4111 1111 1111 1111');
  });

  it('says once per change what the words are now', async () => {
    const said: string[] = [];
    composer.addEventListener('composer-type', (event) => {
      if (event instanceof ComposerTypeEvent) said.push(event.detail.text);
    });
    await type('a');
    await type('');
    expect(said).to.deep.equal(['a', '']);
  });

  describe('the words that it is given', () => {
    it('are shown, and laid out', async () => {
      composer.style.inlineSize = '300px';
      composer.text = long;
      await composer.updateComplete;
      expect(input().value).to.equal(long);
      expect(field().hasAttribute('data-multiline')).to.equal(true);
      expect(send().getAttribute('aria-disabled')).to.equal(null);
    });

    it('leave the cursor alone when they stand there already', async () => {
      await type('abc');
      input().setSelectionRange(1, 1);
      composer.text = 'abc';
      composer.requestUpdate();
      await composer.updateComplete;
      expect(input().selectionStart).to.equal(1);
    });
  });

  it('says under the field why the words were not taken', async () => {
    await type('Hello');
    composer.error = 'Too many messages are waiting.';
    await composer.updateComplete;
    expect(text('#note')).to.equal('Too many messages are waiting.');
    expect(input().getAttribute('aria-invalid')).to.equal('true');
    expect(input().value).to.equal('Hello');
    await expect(composer).to.be.accessible();
  });

  describe('the send button', () => {
    it('can be reached when there is nothing to send, and says why', () => {
      send().focus();
      expect(composer.shadowRoot?.activeElement).to.equal(send());
      expect(send().getAttribute('aria-disabled')).to.equal('true');
      expect(text(`#${send().getAttribute('aria-describedby')!}`)).to.equal('Write something first.');
    });

    it('submits', async () => {
      await type('Hello');
      send().click();
      expect(submitted).to.deep.equal(['Hello']);
      expect(send().getAttribute('aria-disabled')).to.equal(null);
    });

    it('leaves the cursor in the field when it is pressed', () => {
      const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      send().dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
    });
  });

  describe('near the limit', () => {
    beforeEach(async () => {
      composer.maxBytes = 100;
      await composer.updateComplete;
    });

    for (const [bytes, words, counter] of [
      [89, 'a'.repeat(89), ''],
      [90, 'a'.repeat(90), '10 left'],
      [100, 'é'.repeat(50), '0 left'],
      [104, '🧵'.repeat(26), '4 over'],
    ] as const) {
      it(`shows "${counter}" at ${bytes} bytes`, async () => {
        await type(words);
        expect(text('#counter')).to.equal(counter);
      });
    }

    it('refuses what is too long, says so and keeps every letter', async () => {
      await type(long);
      press({ key: 'Enter' });
      send().click();
      expect(submitted).to.deep.equal([]);
      expect(input().value).to.equal(long);
      expect(input().getAttribute('aria-invalid')).to.equal('true');
      expect(text('#note')).to.equal('Too long to send. Shorten it a little.');
      await expect(composer).to.be.accessible();
    });

    it('does not count the blanks around the words', async () => {
      await type(`${'a'.repeat(80)}${' '.repeat(80)}`);
      expect(text('#counter')).to.equal('');
    });
  });

  describe('its layout', () => {
    beforeEach(() => {
      composer.style.inlineSize = '400px';
    });

    it('gives the words the full width from the second line on, and gives it back', async () => {
      await type('one line');
      const narrow = input().clientWidth;
      await type(long);
      expect(input().clientWidth).to.be.greaterThan(narrow);
      await type('one line');
      expect(input().clientWidth).to.equal(narrow);
    });

    it('stays where it is at the edge between the two', async () => {
      for (let length = 1; length < 80; length += 1) {
        await type('m'.repeat(length));
        const once = field().hasAttribute('data-multiline');
        await type('m'.repeat(length));
        expect(field().hasAttribute('data-multiline')).to.equal(once);
      }
    });

    it('grows to 160 px and scrolls from there', async () => {
      await type('line\n'.repeat(40));
      expect(input().offsetHeight).to.equal(160);
      expect(input().scrollHeight).to.be.greaterThan(160);
    });

    it('goes back to one line after sending', async () => {
      await type(long);
      press({ key: 'Enter' });
      expect(field().hasAttribute('data-multiline')).to.equal(false);
    });

    it('follows the width of its box', async () => {
      await type('It says rev. B on the plug of the lamp');
      expect(field().hasAttribute('data-multiline')).to.equal(false);
      composer.style.inlineSize = '200px';
      await painted();
      expect(field().hasAttribute('data-multiline')).to.equal(true);
    });
  });

  describe('when locked', () => {
    it('takes no words, and its placeholder says why', async () => {
      composer.disabled = true;
      composer.placeholder = 'Ending your chat';
      await composer.updateComplete;
      expect(input().readOnly).to.equal(true);
      expect(input().placeholder).to.equal('Ending your chat');
      await expect(composer).to.be.accessible();
    });
  });

  describe('what may be attached', () => {
    const attach = () => composer.renderRoot.querySelector<HTMLElement>('[part=attach]')!;
    const limits = () => composer.renderRoot.querySelector<HTMLElement>('#limits')!;

    beforeEach(async () => {
      composer.files = 0;
      await composer.updateComplete;
      // The browser's own dialog stays away.
      attach().nextElementSibling!.addEventListener('click', (event) => event.preventDefault());
    });

    it('describes the button before it is pressed, and takes no room', () => {
      expect(attach().getAttribute('aria-describedby')).to.equal('limits');
      expect(limits().textContent).to.include('up to 20 MB each');
      expect(limits().offsetHeight).to.equal(0);
    });

    it('is shown once it is pressed, until something is written or sent', async () => {
      for (const over of [() => type('Hello'), () => press({ key: 'Enter' })]) {
        attach().click();
        await composer.updateComplete;
        expect(limits().offsetHeight).to.be.greaterThan(0);
        await expect(composer).to.be.accessible();
        await over();
        await composer.updateComplete;
        expect(limits().offsetHeight).to.equal(0);
      }
    });
  });

  it('shows what the page puts beside the field', async () => {
    const own = await fixture<Composer>(
      html`<connect-chat-composer><button slot="composer-start">Photo</button></connect-chat-composer>`,
    );
    expect(own.querySelector('button')!.offsetWidth).to.be.greaterThan(0);
  });
});
