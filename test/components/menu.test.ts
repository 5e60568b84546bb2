import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/menu.js';
import type { Menu } from '../../components/menu.js';
import { finishAnimations, useTokens } from '../support/tokens.js';

describe('<connect-chat-menu>', () => {
  let menu: Menu;

  before(useTokens);
  beforeEach(async () => {
    menu = await fixture<Menu>(html`<connect-chat-menu></connect-chat-menu>`);
  });

  const endChat = () => menu.renderRoot.querySelector('button')!;

  it('is accessible', async () => {
    finishAnimations();
    await expect(menu).to.be.accessible();
  });

  it('takes the focus to its first control', () => {
    menu.focus();
    expect(menu.shadowRoot?.activeElement).to.equal(endChat());
  });

  it('asks to end the chat', async () => {
    setTimeout(() => endChat().click());
    await oneEvent(menu, 'menu-end');
  });

  it('asks to be closed when the focus goes elsewhere', async () => {
    const relatedTarget = document.body;
    setTimeout(() => endChat().dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget })));
    await oneEvent(menu, 'menu-close');
  });

  it('asks to be closed when something else is pressed', async () => {
    setTimeout(() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
    await oneEvent(menu, 'menu-close');
  });

  it('stays when it is pressed itself, and once it is gone it listens no longer', () => {
    let closed = 0;
    menu.addEventListener('menu-close', () => (closed += 1));
    endChat().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    menu.remove();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(closed).to.equal(0);
  });
});
