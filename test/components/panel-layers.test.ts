import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Participant, SessionState, Snapshot } from '../../src/engine/types.js';
import { entry } from '../support/entries.js';
import { find, focused, mountPanel, settled, type MountedPanel } from '../support/mount-panel.js';
import { finishAnimations } from '../support/tokens.js';

const contact = { contactId: 'contact', participantId: 'sam' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const over: SessionState = { phase: 'ended', contact, by: 'agent' };
const maya: Participant = { id: 'm', role: 'agent', displayName: 'Maya', presence: 'here', typing: false };

/** The customer wants to leave, and the service has not answered yet. */
const leaving: Partial<Snapshot> = {
  ending: true,
  outbox: [
    { key: 'e', type: 'end', clientToken: 'e', text: '', contentType: '', status: 'sending', attempts: 0 },
  ],
};

describe('the layers of <connect-chat-panel>', () => {
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
  const click = async (selector: string) => {
    at(selector)!.click();
    await settled(mounted.panel);
  };

  describe('ending the chat', () => {
    let ends: number;

    beforeEach(async () => {
      await mount({ session: connected, participants: [maya] }, { floating: true });
      ends = 0;
      mounted.panel.addEventListener('panel-end', () => (ends += 1));
    });

    it('asks first, and the safe answer has the focus', async () => {
      await click('.options');
      await click('.menu-item--danger');
      expect(ends).to.equal(0);
      expect(focused()?.textContent.trim()).to.equal('Keep chatting');
      expect(at('.content')!.inert).to.equal(true);
      finishAnimations();
      await expect(mounted.panel).to.be.accessible();
    });

    it('goes back to where it came from when the customer stays', async () => {
      await click('.options');
      await click('.menu-item--danger');
      await click('.keep');
      expect(exists('connect-chat-end-dialog')).to.equal(false);
      expect(isFocused(at('.options'))).to.equal(true);
    });

    it('is asked of the page once it is confirmed', async () => {
      await click('.options');
      await click('.menu-item--danger');
      await click('.button--danger');
      expect(ends).to.equal(1);
      expect(exists('connect-chat-end-dialog')).to.equal(false);
    });

    it('leaves the focus in the panel once it is confirmed', async () => {
      mounted.panel.addEventListener('panel-end', () => mounted.session.set(leaving));
      await click('.options');
      await click('.menu-item--danger');
      await click('.button--danger');
      expect(isFocused(input())).to.equal(true);
    });

    it('is not confirmed where the page wants no question', async () => {
      mounted.host.confirmEndDisabled = true;
      await settled(mounted.host);
      await click('.options');
      await click('.menu-item--danger');
      expect(ends).to.equal(1);
    });

    it('locks the composer and says so while it is under way', async () => {
      await set(leaving);
      expect(input().readOnly).to.equal(true);
      expect(input().placeholder).to.equal('Ending your chat');
      expect(exists('.options')).to.equal(false);
    });

    it('takes words again for whatever a disconnect flow asks, and can be asked for again', async () => {
      await set(leaving);
      await set({ outbox: [] });
      expect(input().readOnly).to.equal(false);
      expect(input().placeholder).to.equal('Write a message');
      await click('.options');
      await click('.menu-item--danger');
      await click('.button--danger');
      expect(ends).to.equal(1);
    });

    it('is not asked any more of a chat that has ended meanwhile', async () => {
      await click('.options');
      await click('.menu-item--danger');
      await set({ session: over });
      expect(exists('connect-chat-end-dialog')).to.equal(false);
      expect(exists('.options')).to.equal(false);
    });
  });

  describe('on Escape', () => {
    it('closes the innermost layer, then the panel, and never the chat', async () => {
      await mount({ session: connected }, { floating: true });
      let closes = 0;
      mounted.panel.addEventListener('panel-close', () => (closes += 1));
      await click('.options');
      await click('.menu-item--danger');
      const seen = [];
      for (let press = 0; press < 2; press += 1) {
        await sendKeys({ press: 'Escape' });
        await settled(mounted.panel);
        seen.push([at('connect-chat-end-dialog') !== null, closes]);
      }
      expect(seen).to.deep.equal([
        [false, 0],
        [false, 1],
      ]);
      expect(mounted.session.sent).not.to.deep.include({ type: 'end' });
    });

    it('closes the options and goes back to their button', async () => {
      await mount({ session: connected });
      await click('.options');
      expect(isFocused(at('.menu-item'))).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await settled(mounted.panel);
      expect(exists('connect-chat-menu')).to.equal(false);
      expect(isFocused(at('.options'))).to.equal(true);
    });

    for (const floating of [true, false])
      it(`leads from the log back to the composer, and closes nothing (floating: ${floating})`, async () => {
        await mount({ session: connected, entries: [entry({ key: 'a' })] }, { floating });
        let closes = 0;
        mounted.panel.addEventListener('panel-close', () => (closes += 1));
        for (const from of ['[role=article]', '[role=log]']) {
          at(from)!.focus();
          await sendKeys({ press: 'Escape' });
          await settled(mounted.panel);
          expect(isFocused(input())).to.equal(true);
        }
        expect(closes).to.equal(0);
      });

    it('leaves the key to the page where there is nothing to close', async () => {
      await mount({ session: connected });
      const event = new KeyboardEvent('keydown', {
        key: 'Escape',
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      input().dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });
  });

  describe('the options', () => {
    it('open and close with their button, by press or by key', async () => {
      await mount({ session: connected });
      const seen = [];
      for (let press = 0; press < 3; press += 1) {
        at('.options')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        await settled(mounted.panel);
        await click('.options');
        seen.push(at('connect-chat-menu') !== null);
      }
      expect(seen).to.deep.equal([true, false, true]);
    });

    it('are absent where there would be nothing in them', async () => {
      await mount();
      expect(exists('.options')).to.equal(false);
    });
  });
});
