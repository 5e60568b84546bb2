import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Composer } from '../../components/composer.js';
import type { PanelCloseEvent, PanelSendEvent } from '../../components/panel-events.js';
import type { Participant, SessionState, Snapshot } from '../../src/engine/types.js';
import { find, focused, mountPanel, settled, type MountedPanel } from '../support/mount-panel.js';

const contact = { contactId: 'contact', participantId: 'sam' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const over: SessionState = { phase: 'ended', contact, by: 'agent' };
const failed: SessionState = { phase: 'failed', problem: { code: 'start-chat/timeout', recoverable: true } };
const maya: Participant = { id: 'm', role: 'agent', displayName: 'Maya', presence: 'here', typing: false };

describe('<connect-chat-panel>', () => {
  let mounted: MountedPanel;

  const mount = async (...args: Parameters<typeof mountPanel>) => (mounted = await mountPanel(...args));
  const at = (selector: string) => find(mounted.panel, selector);
  const exists = (selector: string) => at(selector) !== null;
  // Elements are compared here: a failed comparison by the assertion library would print the whole page.
  const isFocused = (element: Element | null) => focused() === element;
  const set = async (changes: Partial<Snapshot>) => {
    mounted.session.set(changes);
    await settled(mounted.panel);
  };
  const input = () => find(mounted.panel, 'textarea') as HTMLTextAreaElement;
  const write = (words: string) => {
    input().value = words;
    input().dispatchEvent(new InputEvent('input'));
  };

  it('is accessible', async () => {
    await mount({ session: connected, participants: [maya] });
    await expect(mounted.panel).to.be.accessible();
  });

  describe('as a box on the page', () => {
    it('is a region named by the heading', async () => {
      await mount();
      expect(at('section')!.getAttribute('role')).to.equal('region');
      expect(at('section')!.getAttribute('aria-label')).to.equal('Halden');
      expect(exists('[part="minimise"]')).to.equal(false);
    });

    it('is a dialog that can be closed when it floats', async () => {
      await mount({}, { floating: true });
      expect(at('section')!.getAttribute('role')).to.equal('dialog');
      setTimeout(() => at('[part="minimise"]')!.click());
      const { detail, bubbles } = await oneEvent<PanelCloseEvent>(mounted.panel, 'panel-close');
      expect(detail).to.deep.equal({ reason: 'user' });
      expect(bubbles).to.equal(false);
    });
  });

  describe('what it shows', () => {
    for (const [what, snapshot, selector] of [
      ['the welcome while there is nothing', {}, 'connect-chat-welcome'],
      [
        'the conversation at once while the chat starts',
        { session: { phase: 'starting', clientToken: 'start-1' } },
        'connect-chat-message-list',
      ],
      ['the conversation while connected', { session: connected }, 'connect-chat-message-list'],
      ['why the chat did not start', { session: failed }, 'connect-chat-start-error'],
      ['the way to a new chat at the end', { session: over }, 'connect-chat-ended'],
      ['the conversation at the end', { session: over }, 'connect-chat-message-list'],
    ] as const) {
      it(`is ${what}`, async () => {
        await mount(snapshot);
        expect(at(selector)!.offsetHeight).to.be.greaterThan(0);
      });
    }

    it('tells of a lost network under the header', async () => {
      await mount({ session: connected });
      await set({ session: { phase: 'offline', contact, attempt: 1 } });
      expect(at('.banner')!.textContent).to.include('offline');
    });
  });

  describe('a message', () => {
    beforeEach(() => mount({ session: connected }));

    it('goes up to be changed or refused', async () => {
      write('My card is 4111');
      setTimeout(() => at('.send')!.click());
      const event = await oneEvent<PanelSendEvent>(mounted.panel, 'panel-send');
      expect(event.detail).to.deep.equal({ text: 'My card is 4111', formatted: false });
      expect(mounted.session.sent).not.to.deep.include({ type: 'send-message' });
      expect(input().value).to.equal('');
    });

    it('stays in the composer when it is refused', () => {
      mounted.panel.addEventListener('panel-send', (event) => event.preventDefault());
      write('My card is 4111');
      at('.send')!.click();
      expect(input().value).to.equal('My card is 4111');
    });

    it('is written where the session can tell the other side', () => {
      write('M');
      expect(mounted.session.sent).to.deep.include({ type: 'type' });
    });

    for (const [event, command] of [
      ['list-retry', 'retry-message'],
      ['list-discard', 'discard-message'],
    ] as const) {
      it(`is handed to the session on ${event}`, () => {
        at('connect-chat-message-list')!.dispatchEvent(new CustomEvent(event, { detail: { key: 'k' } }));
        expect(mounted.session.sent).to.deep.include({ type: command, key: 'k' });
      });
    }
  });

  describe('a draft', () => {
    it('outlives an error, an end and Escape', async () => {
      await mount({}, { floating: true });
      write('Half a thought');
      await set({ session: failed });
      expect(at('connect-chat-composer')!.offsetHeight).to.equal(0);
      await set({ session: connected });
      await set({ session: over });
      await set({ session: { phase: 'idle' } });
      input().focus();
      await sendKeys({ press: 'Escape' });
      expect(input().value).to.equal('Half a thought');
    });
  });

  describe('the focus', () => {
    it('goes to the composer', async () => {
      await mount();
      mounted.panel.focus();
      await settled(mounted.panel);
      expect(isFocused(input())).to.equal(true);
    });

    it('does not fall out of the panel when the chat ends under the cursor', async () => {
      await mount({ session: connected });
      input().focus();
      await set({ session: over });
      expect(isFocused(at('.ended'))).to.equal(true);
    });

    it('goes to the explanation when the chat does not start, and back when it does', async () => {
      await mount({ session: { phase: 'starting', clientToken: 'start-1' } });
      input().focus();
      await set({ session: failed });
      expect(isFocused(at('.screen'))).to.equal(true);
      at('.button--primary')!.focus();
      await set({ session: { phase: 'starting', clientToken: 'start-1' } });
      expect(isFocused(input())).to.equal(true);
    });

    it('is never taken from the page', async () => {
      await mount({ session: connected });
      await set({ session: over });
      expect(isFocused(document.body)).to.equal(true);
    });
  });

  it('asks the page for a chat after an error and after the end', async () => {
    await mount({ session: failed });
    let starts = 0;
    mounted.panel.addEventListener('panel-start', () => (starts += 1));
    at('.button--primary')!.click();
    await set({ session: over });
    at('[part="new-chat"]')!.click();
    expect(starts).to.equal(2);
  });

  it('hands every slot on', async () => {
    const child = (slot: string) => Object.assign(document.createElement('p'), { slot, textContent: slot });
    const visible = (node: HTMLElement) => node.offsetHeight > 0;
    const names = ['header', 'header-actions', 'composer-start', 'composer-end', 'footer'];
    const everywhere = names.map(child);
    const [empty, ended, unavailable] = ['empty', 'ended', 'unavailable'].map(child);
    await mount({}, {}, [...everywhere, empty!, ended!, unavailable!]);
    expect([...everywhere, empty!].map(visible)).to.deep.equal([true, true, true, true, true, true]);
    await set({ session: over });
    expect(visible(ended!)).to.equal(true);
    await set({
      session: { phase: 'failed', problem: { code: 'start-chat/unavailable', recoverable: true } },
    });
    expect(visible(unavailable!)).to.equal(true);
  });

  it('keeps its composer through every state', async () => {
    await mount();
    const composer = at('connect-chat-composer') as Composer;
    for (const session of [
      { phase: 'starting', clientToken: 'start-1' },
      failed,
      connected,
      over,
      { phase: 'idle' },
    ] as const) {
      await set({ session });
      expect(at('connect-chat-composer') === composer).to.equal(true);
    }
  });
});
