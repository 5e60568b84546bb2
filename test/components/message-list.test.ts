import { expect, oneEvent } from '@open-wc/testing';
import type {
  ListAttendEvent,
  ListDiscardEvent,
  ListRetryEvent,
} from '../../components/message-list-events.js';
import type { MessageList } from '../../components/message-list.js';
import type { Entry } from '../../src/engine/types.js';
import { entry, manyEntries, ownEntry } from '../support/entries.js';
import { logOf, markdownShown, message, messages, mountList, settled } from '../support/message-list.js';

describe('<connect-chat-message-list>', () => {
  it('is accessible', async () => {
    const list = await mountList({
      entries: [
        entry({ key: 'a', text: 'See https://a.example' }),
        entry({ key: 'b', kind: 'event', event: 'joined' }),
        ownEntry({ key: 'c', delivery: 'failed' }),
        entry({ key: 'd', role: 'bot', contentType: 'application/json', text: '{"a":1}' }),
        entry({
          key: 'e',
          kind: 'attachment',
          attachment: { id: 'f', name: 'a.pdf', type: 'application/pdf', status: 'approved' },
        }),
      ],
      participants: [{ id: 'p-maya', role: 'agent', displayName: 'Maya', presence: 'here', typing: true }],
      firstUnread: 'c',
      unread: 1,
    });
    await expect(list).to.be.accessible();
  });

  it('is a log that does not speak for itself', async () => {
    const log = logOf(await mountList());
    expect(log.getAttribute('aria-live')).to.equal('off');
    expect(log.getAttribute('aria-label')).to.equal('Chat history');
    expect(log.tabIndex).to.equal(0);
  });

  describe('a message', () => {
    /** The accessible name of the message with `key`, put together as the browser does. */
    function nameOf(list: MessageList, key: string): string {
      const ids = message(list, key).getAttribute('aria-labelledby')!.split(' ');
      const texts = ids.map((id) => list.shadowRoot!.getElementById(id)?.textContent ?? '');
      return texts.join(' ').replace(/\s+/g, ' ').trim();
    }

    it('is named by who, when, what and how far', async () => {
      const list = await mountList({
        locale: 'en-GB',
        entries: [
          entry({ key: 'a b"c', text: 'Hello' }),
          entry({ key: 'b', text: 'Again' }),
          ownEntry({ key: 'd', text: 'Hi' }),
        ],
      });
      expect(nameOf(list, 'b')).to.equal('Maya 14:02 Again');
      expect(nameOf(list, 'd')).to.equal('You 14:02 Hi Sent 14:02');
      expect(messages(list)[0]!.getAttribute('aria-labelledby')!.split(' ')).to.have.length(3);
    });

    it('says "Bot" of a machine in words', async () => {
      const list = await mountList({ entries: [entry({ key: 'a', role: 'bot', displayName: 'Helper' })] });
      expect(message(list, 'a').textContent).to.include('Helper').and.to.include('Bot');
    });

    it('shows the name and picture once per group', async () => {
      const list = await mountList({ entries: [entry({ key: 'a' }), entry({ key: 'b' })] });
      expect(list.shadowRoot!.querySelectorAll('.message-name')).to.have.length(1);
      expect(list.shadowRoot!.querySelectorAll('.avatar')).to.have.length(1);
    });

    it('takes names and pictures that the page gives', async () => {
      const list = await mountList({
        entries: [entry({ key: 'a' })],
        participantNames: { agent: 'Support' },
        avatars: { agent: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' },
      });
      expect(list.shadowRoot!.querySelector('.message-name b')!.textContent).to.equal('Support');
      expect(list.shadowRoot!.querySelector('.avatar img')).not.to.equal(null);
    });

    it('keeps line breaks and turns addresses into links', async () => {
      const list = await mountList({ entries: [entry({ key: 'a', text: 'one\n  two https://a.example.' })] });
      const link = message(list, 'a').querySelector('a')!;
      expect([link.href, link.target, link.rel]).to.deep.equal([
        'https://a.example/',
        '_blank',
        'noopener noreferrer',
      ]);
      expect(message(list, 'a').querySelector<HTMLElement>('.bubble')!.innerText).to.equal(
        'one\n  two https://a.example.',
      );
    });

    it('shows a template that nobody knows as what there is to read, and how to answer', async () => {
      const text =
        '{"templateType":"AppleForm","data":{"content":{"title":"Solved?","elements":[{"title":"Yes"}]}}}';
      const contentType = 'application/vnd.amazonaws.connect.message.interactive';
      const list = await mountList({ entries: [entry({ key: 'a', contentType, text })] });
      const card = message(list, 'a').querySelector('.card')!;
      expect(card.textContent)
        .to.include('Solved?')
        .and.to.include('Yes')
        .and.to.include('Please write your answer');
    });
  });

  it('says in plain words who came, and leaves out what the page has blanked', async () => {
    const { english } = await import('../../src/i18n/strings.js');
    const entries = [
      entry({ key: 'a', kind: 'event', event: 'joined' }),
      entry({ key: 'b', kind: 'event', event: 'left' }),
    ];
    const list = await mountList({ entries, strings: { ...english, left: '' } });
    const lines = [...list.shadowRoot!.querySelectorAll('.system')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^Maya joined the chat /);
    expect(list.shadowRoot!.querySelector('.system b')!.textContent).to.equal('Maya');
  });

  it('tells who is writing, but not the customer', async () => {
    const maya = { id: 'm', role: 'agent', displayName: 'Maya', presence: 'here', typing: true } as const;
    const list = await mountList({ participants: [maya, { ...maya, id: 'c', role: 'customer' }] });
    const typing = list.shadowRoot!.querySelectorAll('[part="typing"]');
    expect(typing).to.have.length(1);
    expect(typing[0]!.textContent.replace(/\s+/g, ' ')).to.include('Maya is writing');
  });

  it('puts the divider above the first unread message and leaves it there once that is read', async () => {
    const entries = manyEntries(4);
    const list = await mountList({ entries, unread: 2, firstUnread: 'e2' });
    const divider = () => list.shadowRoot!.querySelector('.divider');
    expect(divider()!.nextElementSibling).to.equal(message(list, 'e2'));
    list.unread = 0;
    await settled(list);
    expect(divider()).not.to.equal(null);
    list.parentElement!.hidden = true;
    list.parentElement!.style.display = 'none';
    await settled(list);
    expect(divider()).to.equal(null);
  });

  describe('an own message that failed', () => {
    const failed = ownEntry({
      key: 'x',
      delivery: 'failed',
      problem: { code: 'message/failed', recoverable: true },
    });
    const press = (list: MessageList, action: string) =>
      message(list, 'x').querySelector<HTMLElement>(`[data-action="${action}"]`)!.click();

    it('can be tried again, with the focus on the message', async () => {
      const list = await mountList({ entries: [failed] });
      const pressed = oneEvent<ListRetryEvent>(list, 'list-retry');
      press(list, 'retry');
      const event = await pressed;
      expect(event.detail).to.deep.equal({ key: 'x' });
      expect([event.bubbles, event.composed]).to.deep.equal([false, false]);
      expect(list.shadowRoot!.activeElement).to.equal(message(list, 'x'));
    });

    it('can be taken away, with the focus on the log', async () => {
      const list = await mountList({ entries: [failed] });
      const pressed = oneEvent<ListDiscardEvent>(list, 'list-discard');
      press(list, 'discard');
      expect((await pressed).detail).to.deep.equal({ key: 'x' });
      expect(list.shadowRoot!.activeElement).to.equal(logOf(list));
    });

    it('says why when it cannot be tried again', async () => {
      const problem = { code: 'message/refused', recoverable: false };
      const list = await mountList({ entries: [{ ...failed, problem }] });
      expect(message(list, 'x').textContent).to.include('This message was turned down.');
      expect(message(list, 'x').querySelector('[data-action="retry"]')).to.equal(null);
    });
  });

  describe('keeps its nodes', () => {
    const changes: Readonly<Record<string, (before: Entry) => Entry>> = {
      'the service gives an id': (before) => ({
        ...before,
        id: 'real',
        delivery: 'sent',
        time: before.time + 5,
      }),
      'the status changes': (before) => ({ ...before, delivery: 'read' }),
      'sending fails': (before) => ({ ...before, delivery: 'failed' }),
      'more of an answer comes': (before) => ({ ...before, text: `${before.text} more`, streaming: true }),
    };
    for (const [name, change] of Object.entries(changes)) {
      it(`when ${name}`, async () => {
        const own = ownEntry({ key: 'own', delivery: 'sending' });
        const list = await mountList({ entries: [...manyEntries(3), own] });
        const before = messages(list);
        const bubbles = before.map((node) => node.querySelector('.bubble'));
        list.entries = [...manyEntries(3), change(own)];
        await settled(list);
        expect(messages(list)).to.deep.equal(before);
        expect(messages(list).map((node) => node.querySelector('.bubble'))).to.deep.equal(bubbles);
      });
    }

    it('untouched, all thousand of them, when another arrives', async () => {
      const entries = manyEntries(1_000);
      const list = await mountList({ entries });
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((seen) => records.push(...seen));
      observer.observe(logOf(list), {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      list.entries = [...entries, entry({ key: 'new', time: entries.at(-1)!.time + 1_000 })];
      await settled(list);
      records.push(...observer.takeRecords());
      observer.disconnect();
      const touched = records.flatMap(({ target, type, addedNodes, removedNodes }) => {
        const settledMessage = (target as Element).closest('[role="article"]');
        const fresh = settledMessage?.getAttribute('data-key') === 'new';
        return removedNodes.length > 0 || (settledMessage && !fresh) ? [`${type} ${addedNodes.length}`] : [];
      });
      expect(touched).to.deep.equal([]);
      expect(records.length).to.be.below(12);
    });
  });

  describe('markdown', () => {
    const bold = entry({ key: 'a', contentType: 'text/markdown', text: 'a **b** [c](https://c.example)' });

    it('is shown with its formatting once the renderer is there', async () => {
      const list = await mountList({ entries: [bold], markdown: true });
      await markdownShown(list);
      expect(message(list, 'a').querySelector('strong')!.textContent).to.equal('b');
      expect(message(list, 'a').querySelector('a')!.target).to.equal('_blank');
    });

    it('is plain text where the page does not want it', async () => {
      const list = await mountList({ entries: [bold] });
      await markdownShown(list);
      expect(message(list, 'a').textContent).to.include('a **b** [c]');
    });

    it('has the caret at the end of what has been said so far', async () => {
      const list = await mountList({
        entries: [{ ...bold, text: '- one\n- two', streaming: true }],
        markdown: true,
      });
      await markdownShown(list);
      expect(message(list, 'a').querySelector('li:last-child .caret')).not.to.equal(null);
      expect(message(list, 'a').querySelector('time')).to.equal(null);
    });
  });

  it('says when the reader is at the end and when not', async () => {
    const seen: boolean[] = [];
    const list = await mountList();
    list.addEventListener('list-attend', (event) =>
      seen.push((event as CustomEvent<ListAttendEvent['detail']>).detail.attending),
    );
    list.entries = manyEntries(30);
    await settled(list);
    logOf(list).scrollTop = 0;
    await settled(list);
    expect(seen).to.deep.equal([false]);
    logOf(list).scrollTop = 1e6;
    await settled(list);
    expect(seen).to.deep.equal([false, true]);
  });
});
