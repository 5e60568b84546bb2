import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { ComposerTypeEvent } from '../../components/composer-events.js';
import type { MessageList } from '../../components/message-list.js';
import { PanelSendEvent } from '../../components/panel-events.js';
import type { Command, SessionState, Snapshot } from '../../src/engine/types.js';
import { manyEntries } from '../support/entries.js';
import { FakeSession } from '../support/fake-session.js';
import { find, focused, mountPanel, settled, type MountedPanel } from '../support/mount-panel.js';

const contact = { contactId: 'contact', participantId: 'sam' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const over: SessionState = { phase: 'ended', contact, by: 'system' };

describe('<connect-chat-panel> and its session', () => {
  let mounted: MountedPanel;

  const mount = async (...args: Parameters<typeof mountPanel>) => (mounted = await mountPanel(...args));
  const at = (selector: string) => find(mounted.panel, selector);
  const set = async (changes: Partial<Snapshot>) => {
    mounted.session.set(changes);
    await settled(mounted.panel);
  };
  const sent = (type: Command['type']) => mounted.session.sent.filter((command) => command.type === type);
  const input = () => at('textarea') as HTMLTextAreaElement;
  const write = (words: string) => {
    input().value = words;
    input().dispatchEvent(new InputEvent('input'));
  };
  const list = () => at('connect-chat-message-list') as MessageList;

  describe('the draft', () => {
    it('is what the session has kept', async () => {
      await mount({ session: connected, draft: 'Half a thought' });
      expect(input().value).to.equal('Half a thought');
    });

    it('follows another tab', async () => {
      await mount({ session: connected });
      await set({ draft: 'Written elsewhere' });
      expect(input().value).to.equal('Written elsewhere');
      await set({ draft: '' });
      expect(input().value).to.equal('');
      expect(sent('draft')).to.deep.equal([]);
    });

    it('is saved when the composer is left', async () => {
      await mount({ session: connected });
      write('Half a thought');
      input().dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
      expect(sent('draft')).to.deep.equal([{ type: 'draft', text: 'Half a thought' }]);
    });

    it('is gone at once when it has been sent', async () => {
      await mount({ session: connected, draft: 'Hello' });
      at('.send')!.click();
      expect(sent('draft')).to.deep.equal([{ type: 'draft', text: '' }]);
      expect(input().value).to.equal('');
    });

    it('is known to be formatted for as long as it is', async () => {
      await mount({ session: connected });
      const composer = at('connect-chat-composer')!;
      composer.dispatchEvent(new ComposerTypeEvent('**Half** a thought', true));
      composer.dispatchEvent(new ComposerTypeEvent('**Half** a thou', true));
      const note = { type: 'note', name: 'composer', text: 'markdown' } as const;
      expect(sent('note').at(-1)).to.deep.equal(note);
      await set({ notes: { composer: 'markdown' }, draft: '**Half** a thought' });
      composer.dispatchEvent(new ComposerTypeEvent('Half a thought', false));
      expect(sent('note').at(-1)).to.deep.equal({ ...note, text: '' });
    });

    it('goes up as formatted when it was, wherever that was', async () => {
      await mount(
        { session: connected, draft: '**Half**', notes: { composer: 'markdown' } },
        { formatting: true },
      );
      const sends: PanelSendEvent['detail'][] = [];
      mounted.panel.addEventListener('panel-send', (event) => {
        if (event instanceof PanelSendEvent) sends.push(event.detail);
      });
      at('.send')!.click();
      expect(sends).to.deep.equal([{ text: '**Half**', formatted: true }]);
      expect(sent('note')).to.deep.equal([{ type: 'note', name: 'composer', text: '' }]);
    });

    it('stays when the page refuses it', async () => {
      await mount({ session: connected, draft: 'Hello' });
      mounted.panel.addEventListener('panel-send', (event) => event.preventDefault());
      at('.send')!.click();
      await settled(mounted.panel);
      expect(sent('draft')).to.deep.equal([]);
      expect(input().value).to.equal('Hello');
    });

    it('goes along to another session', async () => {
      await mount({ session: connected, draft: 'Hello' });
      const next = new FakeSession();
      mounted.host.session = next;
      await settled(mounted.host);
      expect(input().value).to.equal('Hello');
      expect(next.sent).to.deep.equal([{ type: 'draft', text: 'Hello' }]);
    });
  });

  describe('a message that is not taken', () => {
    const note = () => at('#note')!.textContent.trim();

    beforeEach(async () => {
      await mount({ session: connected });
      mounted.panel.addEventListener('panel-send', (event) => {
        event.preventDefault();
        mounted.panel.composerError = 'Too many messages are waiting.';
      });
      write('Hello');
      at('.send')!.click();
      await settled(mounted.panel);
    });

    it('says why under the composer, until the words change', async () => {
      expect(note()).to.equal('Too many messages are waiting.');
      write('Hello!');
      await settled(mounted.panel);
      expect(note()).to.equal('');
    });

    it('says so again the next time', async () => {
      at('.send')!.click();
      await settled(mounted.panel);
      expect(note()).to.equal('Too many messages are waiting.');
    });
  });

  it('asks the session for what was said before, and only while it can answer', async () => {
    await mount({ session: connected, entries: manyEntries(2), history: 'more' });
    at('.older button')!.click();
    expect(sent('load-older')).to.have.length(1);
    await set({ session: { phase: 'offline', contact, attempt: 1 } });
    expect(at('.older')).to.equal(null);
    await set({ session: over });
    expect(at('.older')).to.equal(null);
  });

  it('tells the session where the reader rests', async () => {
    await mount({ session: connected, entries: manyEntries(2) });
    for (const key of ['e1', undefined])
      list().dispatchEvent(new CustomEvent('list-place', { detail: { key } }));
    expect(sent('place')).to.deep.equal([{ type: 'place', key: 'e1' }, { type: 'place' }]);
  });

  it('draws the conversation again only for what is in it', async () => {
    await mount({ session: connected, entries: manyEntries(50), firstMissed: 'e48' });
    let updates = 0;
    list().addController({ hostUpdated: () => (updates += 1) });
    // What the first layout brings about comes a frame later.
    do {
      updates = 0;
      await nextFrame();
      await nextFrame();
    } while (updates > 0);
    for (const draft of ['a', 'ab', 'abc']) await set({ draft });
    await set({ outbox: [] });
    write('abcd');
    await settled(mounted.panel);
    expect(updates).to.equal(0);
    await set({ entries: manyEntries(51) });
    expect(updates).to.be.greaterThan(0);
  });

  it('says plainly that a chat which it resumes is over', async () => {
    await mount({ session: over, resumed: true });
    expect(at('connect-chat-ended')!.shadowRoot!.textContent).to.include('This chat is over.');
    expect(at('[part="new-chat"]')!.textContent.trim()).to.equal('Start a new chat');
  });

  describe('consent', () => {
    const composer = () => at('connect-chat-composer')!;

    beforeEach(async () => {
      await mount();
      mounted.panel.consent = true;
      await settled(mounted.panel);
    });

    it('is asked for before there is a composer', async () => {
      expect(composer().offsetHeight).to.equal(0);
      expect(at('.consent')!.offsetHeight).to.be.greaterThan(0);
      await expect(mounted.panel).to.be.accessible();
    });

    it('is told to the page, and the focus goes on to the composer', async () => {
      mounted.panel.focus();
      await settled(mounted.panel);
      expect(focused()!.matches('.consent')).to.equal(true);
      at('.consent button')!.focus();
      setTimeout(() => at('.consent button')!.click());
      await oneEvent(mounted.panel, 'panel-consent');
      mounted.panel.consent = false;
      await settled(mounted.panel);
      expect(composer().offsetHeight).to.be.greaterThan(0);
      expect(focused() === input()).to.equal(true);
      expect(mounted.session.sent).to.deep.equal([]);
    });
  });
});
