import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectChat } from '../../src/connect-chat.js';
import { inside, mountChat, painted, told } from '../support/mount-chat.js';

/** What has the focus, in whichever shadow root. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** A button of the page, with the focus. */
async function pageButton(): Promise<HTMLButtonElement> {
  const button = await fixture<HTMLButtonElement>(html`<button>Help</button>`);
  button.focus();
  return button;
}

const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });

async function opened(element: ConnectChat, open: () => void): Promise<void> {
  const event = told(element, 'open');
  open();
  await event;
  await painted(element);
}

async function closed(element: ConnectChat, close: () => void): Promise<void> {
  const event = told(element, 'close');
  close();
  await event;
}

describe('<connect-chat> and the focus', () => {
  it('goes to the composer when the visitor opens the chat', async () => {
    const { element } = await mountChat({ floating: true });
    const launcher = inside(element, '.launcher')!;
    launcher.focus();
    await opened(element, () => launcher.click());
    expect(focused()).to.equal(inside(element, 'textarea'));
  });

  it('stays where it is when the page opens the chat', async () => {
    const button = await pageButton();
    const { element } = await mountChat({ floating: true });
    await opened(element, () => element.show());
    expect(focused()).to.equal(button);
    await closed(element, () => element.hide());
    await opened(element, () => (element.open = true));
    expect(focused()).to.equal(button);
  });

  it('goes back to the launcher on Escape', async () => {
    const { element } = await mountChat({ floating: true });
    const launcher = inside(element, '.launcher')!;
    await opened(element, () => launcher.click());
    await closed(element, () => focused()!.dispatchEvent(escape()));
    expect(focused()).to.equal(launcher);
  });

  it('goes back to the button of the page that opened the chat', async () => {
    const button = await pageButton();
    const { element } = await mountChat({ floating: true });
    await opened(element, () => element.show());
    element.focus();
    await painted(element);
    expect(focused()).to.equal(inside(element, 'textarea'));
    await closed(element, () => focused()!.dispatchEvent(escape()));
    expect(focused()).to.equal(button);
  });

  it('goes to the launcher when what opened the chat is gone or cannot take it', async () => {
    const button = await pageButton();
    const { element } = await mountChat({ floating: true });
    await opened(element, () => element.show());
    element.focus();
    await painted(element);
    button.disabled = true;
    await closed(element, () => focused()!.dispatchEvent(escape()));
    expect(focused()).to.equal(inside(element, '.launcher'));
  });

  it('leaves a panel that the page closes under it', async () => {
    const { element } = await mountChat({ floating: true });
    await opened(element, () => inside(element, '.launcher')!.click());
    await closed(element, () => (element.open = false));
    expect(focused()).to.equal(inside(element, '.launcher'));
  });

  it('is not taken from the page when the page closes the chat', async () => {
    const { element } = await mountChat({ floating: true });
    await opened(element, () => element.show());
    const button = await pageButton();
    await closed(element, () => element.hide());
    expect(focused()).to.equal(button);
  });

  it('stays on the launcher that closes the chat, whatever opened it', async () => {
    await pageButton();
    const { element } = await mountChat({ floating: true });
    await opened(element, () => element.show());
    const launcher = inside(element, '.launcher')!;
    launcher.focus();
    await closed(element, () => launcher.click());
    expect(focused()).to.equal(launcher);
  });

  it("goes to the page's own launcher", async () => {
    const own = Object.assign(document.createElement('button'), { slot: 'launcher', textContent: 'Ask us' });
    const { element } = await mountChat({ floating: true }, [own]);
    await opened(element, () => own.click());
    await closed(element, () => focused()!.dispatchEvent(escape()));
    expect(focused()).to.equal(own);
    element.focus();
    expect(focused()).to.equal(own);
  });

  it('comes with focus(): to the launcher while closed, else to the composer', async () => {
    const { element } = await mountChat({ floating: true });
    element.focus({ preventScroll: true });
    expect(focused()).to.equal(inside(element, '.launcher'));
    const { element: inline } = await mountChat();
    inline.focus();
    await inline.updateComplete;
    while (!inside(inline, 'textarea')) await new Promise(requestAnimationFrame);
    await painted(inline);
    expect(focused()).to.equal(inside(inline, 'textarea'));
  });
});
