import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ComposerSubmitEvent, ComposerTypeEvent } from '../../components/composer-events.js';
import type { Composer } from '../../components/composer.js';
import '../../components/composer.js';
// It is here before the first test: the time that fetching takes is not what is tested.
import '../../components/format-kit.js';
import { useTokens } from '../support/tokens.js';

describe('<connect-chat-composer> that can format', () => {
  let composer: Composer;

  before(useTokens);

  beforeEach(async () => {
    composer = await fixture<Composer>(
      html`<connect-chat-composer
        enter="send"
        formatting
        style="inline-size: 376px"
      ></connect-chat-composer>`,
    );
  });

  const root = () => composer.renderRoot;
  const input = () => root().querySelector('textarea')!;
  const toggle = () => root().querySelector<HTMLButtonElement>('[aria-label=Formatting]');
  const bar = () => root().querySelector<HTMLElement>('[role=toolbar]');
  const tools = () => [...(bar()?.querySelectorAll('button') ?? [])];
  const tool = (name: string) => tools().find((one) => one.ariaLabel === name)!;
  const focused = () => (root() as ShadowRoot).activeElement;
  const rendered = async (is: () => unknown) => {
    while (!is()) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const open = async () => {
    toggle()!.click();
    await rendered(bar);
  };
  /** Types as a person does, so that there is something to undo. */
  const write = async (words: string) => {
    composer.focus();
    await sendKeys({ type: words });
  };
  const hold = async (key: string, press: string) => {
    await sendKeys({ down: key });
    await sendKeys({ press });
    await sendKeys({ up: key });
  };
  const submitted = () => {
    const said: (readonly [string, boolean])[] = [];
    composer.addEventListener('composer-submit', (event) => {
      if (event instanceof ComposerSubmitEvent) said.push([event.detail.text, event.detail.formatted]);
    });
    return said;
  };

  it('is accessible, with its tools and without', async () => {
    await expect(composer).to.be.accessible();
    await open();
    await expect(composer).to.be.accessible();
  });

  it('has no button for it, and no shortcuts, where nothing can be formatted', async () => {
    await open();
    composer.formatting = false;
    await composer.updateComplete;
    expect(toggle() ?? bar()).to.equal(null);
    await write('very');
    input().select();
    const event = new KeyboardEvent('keydown', { key: 'b', ctrlKey: true, bubbles: true, cancelable: true });
    input().dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(input().value).to.equal('very');
  });

  it('shows named tools once they are asked for, and hides them again', async () => {
    expect(toggle()!.getAttribute('aria-pressed')).to.equal('false');
    expect(bar()).to.equal(null);
    await open();
    expect(toggle()!.getAttribute('aria-pressed')).to.equal('true');
    expect(tools().map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Bold',
      'Italic',
      'Bulleted list',
      'Numbered list',
      'Link',
    ]);
    toggle()!.click();
    await composer.updateComplete;
    expect(bar()).to.equal(null);
  });

  it('says it in the words of the page', async () => {
    composer.strings = { ...composer.strings, formatting: 'Format', ...{ bold: 'Fett' } };
    await composer.updateComplete;
    root().querySelector<HTMLElement>('[aria-label=Format]')!.click();
    await rendered(bar);
    expect(tools()[0]!.ariaLabel).to.equal('Fett');
    expect(bar()!.ariaLabel).to.equal('Format');
  });

  it('formats what is selected, and the next words go on there', async () => {
    await open();
    await write('so very warm');
    input().setSelectionRange(3, 7);
    tool('Bold').click();
    expect(input().value).to.equal('so **very** warm');
    expect(focused()).to.equal(input());
    expect([input().selectionStart, input().selectionEnd]).to.deep.equal([5, 9]);
    await sendKeys({ type: 'quite' });
    expect(input().value).to.equal('so **quite** warm');
  });

  it('can be undone like anything typed', async () => {
    await open();
    await write('one');
    input().select();
    tool('Numbered list').click();
    expect(input().value).to.equal('1. one');
    await hold('Control', 'z');
    expect(input().value).to.equal('one');
    expect(composer.text).to.equal('one');
  });

  for (const [key, after] of [
    ['b', '**very**'],
    ['i', '*very*'],
    ['k', '[very](https://)'],
  ] as const)
    it(`knows Control with ${key} once the tools have been there, open or not`, async () => {
      await open();
      toggle()!.click();
      await write('very');
      input().select();
      await hold('Control', key);
      expect(input().value).to.equal(after);
      expect(bar()).to.equal(null);
    });

  for (const dir of ['ltr', 'rtl'] as const)
    it(`moves between its tools with the arrow keys (${dir})`, async () => {
      composer.dir = dir;
      await open();
      const [onward, back] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
      expect(tools().filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
      toggle()!.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(tool('Bold'));
      await sendKeys({ press: onward });
      expect(focused()).to.equal(tool('Italic'));
      await sendKeys({ press: 'End' });
      expect(focused()).to.equal(tool('Link'));
      await sendKeys({ press: onward });
      expect(focused()).to.equal(tool('Bold'));
      await sendKeys({ press: back });
      expect(focused()).to.equal(tool('Link'));
      await composer.updateComplete;
      expect(tools().map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, -1, -1, 0]);
      await sendKeys({ press: 'Home' });
      expect(focused()).to.equal(tool('Bold'));
    });

  it('hides its tools on Escape, and nothing else does so with the same key', async () => {
    let heard = 0;
    composer.parentElement!.addEventListener('keydown', () => (heard += 1), { once: true });
    await open();
    tool('Link').focus();
    await sendKeys({ press: 'Escape' });
    await composer.updateComplete;
    expect(bar()).to.equal(null);
    expect(focused()).to.equal(toggle());
    expect(heard).to.equal(0);
  });

  describe('says of its words', () => {
    it('that they are formatted, once a tool was used', async () => {
      const said = submitted();
      await open();
      await write('**typed** by hand');
      await sendKeys({ press: 'Enter' });
      await write('very');
      input().select();
      tool('Bold').click();
      await sendKeys({ press: 'Enter' });
      await write('and plain again');
      await sendKeys({ press: 'Enter' });
      expect(said).to.deep.equal([
        ['**typed** by hand', false],
        ['**very**', true],
        ['and plain again', false],
      ]);
    });

    it('that they are not, once the formatting is gone', async () => {
      const said = submitted();
      await open();
      await write('very');
      input().select();
      tool('Bold').click();
      tool('Bold').click();
      await sendKeys({ press: 'Enter' });
      expect(said).to.deep.equal([['very', false]]);
    });

    it('so with every change', async () => {
      const said: boolean[] = [];
      composer.addEventListener('composer-type', (event) => {
        if (event instanceof ComposerTypeEvent) said.push(event.detail.formatted);
      });
      await open();
      await write('a');
      tool('Bulleted list').click();
      input().select();
      await sendKeys({ press: 'Backspace' });
      expect(said).to.deep.equal([false, true, false]);
    });

    it('what was said of them before, when they were written elsewhere', async () => {
      const said = submitted();
      Object.assign(composer, { text: '**kept**', formatted: true });
      await composer.updateComplete;
      composer.focus();
      await sendKeys({ press: 'Enter' });
      expect(said).to.deep.equal([['**kept**', true]]);
    });
  });

  it('changes nothing while it is locked', async () => {
    await open();
    await write('very');
    input().select();
    composer.disabled = true;
    await composer.updateComplete;
    tool('Bold').click();
    expect(input().value).to.equal('very');
    expect(tool('Bold').getAttribute('aria-disabled')).to.equal('true');
    await expect(composer).to.be.accessible();
  });

  it('gives every tool room for a finger, and none to its neighbour', async () => {
    await open();
    const boxes = tools().map((one) => one.getBoundingClientRect());
    for (const { width, height } of boxes) expect(Math.min(width, height)).to.be.at.least(24);
    const inside = composer.getBoundingClientRect();
    expect(boxes.at(-1)!.right).to.be.at.most(inside.right);
    expect(boxes.every(({ left }, index) => left >= (boxes[index - 1]?.right ?? 0))).to.equal(true);
  });
});
