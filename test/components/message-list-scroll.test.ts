import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MessageList } from '../../components/message-list.js';
import { entry, manyEntries, ownEntry } from '../support/entries.js';
import {
  jump,
  logOf,
  markdownShown,
  message,
  messages,
  mountList,
  scrollTo,
  settled,
  toEnd,
} from '../support/message-list.js';

const topOf = (list: MessageList, key: string) => message(list, key).getBoundingClientRect().top;

async function add(list: MessageList, ...added: Parameters<typeof entry>[0][]): Promise<void> {
  const time = (list.entries.at(-1)?.time ?? 0) + 1_000;
  list.entries = [...list.entries, ...added.map((changes) => entry({ time, ...changes }))];
  await settled(list);
}

describe('<connect-chat-message-list> scrolling', () => {
  let list: MessageList;
  beforeEach(async () => {
    list = await mountList({ entries: manyEntries(40) });
  });

  it('begins at the end', () => {
    expect(toEnd(list)).to.be.below(2);
    expect(jump(list)).to.equal(null);
  });

  it('stands at the bottom while it is short', async () => {
    const short = await mountList({ entries: [entry({ key: 'a' })] });
    const gap =
      logOf(short).getBoundingClientRect().bottom - message(short, 'a').getBoundingClientRect().bottom;
    expect(gap).to.be.below(30);
  });

  describe('at the end', () => {
    it('follows what others say', async () => {
      await add(list, { key: 'new', text: 'A longer message. '.repeat(20) });
      expect(toEnd(list)).to.be.below(2);
    });

    it('follows what grows later', async () => {
      list.shadowRoot!.querySelector<HTMLElement>('.tail')!.style.blockSize = '200px';
      await settled(list);
      expect(toEnd(list)).to.be.below(2);
    });

    it('stays at the end when the room shrinks, as it does over a keyboard', async () => {
      list.parentElement!.style.blockSize = '200px';
      await settled(list);
      expect(toEnd(list)).to.be.below(2);
    });

    it('follows the upgrade of plain text to markdown', async () => {
      list.markdown = true;
      await add(list, {
        key: 'md',
        contentType: 'text/markdown',
        text: '# A\n\n- b\n- c\n\n- d\n\npara\n\npara',
      });
      await markdownShown(list);
      expect(message(list, 'md').querySelector('li')).not.to.equal(null);
      expect(toEnd(list)).to.be.below(2);
    });
  });

  describe('away from the end', () => {
    it('moves nothing when others speak, and offers the way with the news', async () => {
      await scrollTo(list, 600);
      const before = logOf(list).scrollTop;
      await add(list, { key: 'n1' }, { key: 'n2' }, { key: 'n3' });
      list.unread = 3;
      await settled(list);
      expect(logOf(list).scrollTop).to.equal(before);
      expect(jump(list)!.textContent.trim()).to.equal('3 new messages');
    });

    it('offers the way without words when there is no news', async () => {
      await scrollTo(list, 600);
      expect(jump(list)!.textContent.trim()).to.equal('');
      expect(jump(list)!.getAttribute('aria-label')).to.equal('Go to the latest message');
    });

    it('moves nothing when older messages come above', async () => {
      await scrollTo(list, 600);
      const before = topOf(list, 'e12');
      const older = Array.from({ length: 60 }, (_, index) =>
        entry({ key: `o${index}`, time: 1_000 + index * 600_000 }),
      );
      list.entries = [...older, ...list.entries];
      await settled(list);
      expect(topOf(list, 'e12')).to.be.closeTo(before, 1);
    });

    it('moves nothing when something above grows', async () => {
      await scrollTo(list, 800);
      const before = topOf(list, 'e16');
      message(list, 'e2').querySelector<HTMLElement>('.bubble')!.style.blockSize = '300px';
      await settled(list);
      expect(topOf(list, 'e16')).to.be.closeTo(before, 1);
    });

    it('goes to the end when the customer sends', async () => {
      await scrollTo(list, 0);
      const mine = ownEntry({ key: 'mine', delivery: 'sending', time: Date.now() });
      Object.assign(list, { entries: [...list.entries, mine], sent: 'mine' });
      await settled(list);
      expect(toEnd(list)).to.be.below(2);
      expect(jump(list)).to.equal(null);
    });

    it('stays where it is when the customer sends from another tab', async () => {
      await scrollTo(list, 0);
      list.entries = [...list.entries, ownEntry({ key: 'mine', delivery: 'sending', time: Date.now() })];
      await settled(list);
      expect(logOf(list).scrollTop).to.equal(0);
    });

    it('does not go to the end when an own message only moves on', async () => {
      await scrollTo(list, 0);
      list.entries = list.entries.map((one) => (one.own ? { ...one, delivery: 'read' } : one));
      await settled(list);
      expect(logOf(list).scrollTop).to.equal(0);
    });
  });

  it('goes to the end from the button, and takes the focus to the log', async () => {
    await scrollTo(list, 0);
    jump(list)!.focus();
    jump(list)!.click();
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
    expect(jump(list)).to.equal(null);
    expect(list.shadowRoot!.activeElement).to.equal(logOf(list));
  });

  it('scrolls nothing but the log', async () => {
    const spacer = document.createElement('div');
    spacer.style.blockSize = '3000px';
    list.parentElement!.before(spacer);
    window.scrollTo(0, 0);
    list.entries = [...list.entries, ownEntry({ key: 'mine', delivery: 'sending', time: Date.now() })];
    await settled(list);
    expect(window.scrollY).to.equal(0);
    spacer.remove();
  });

  it('comes back to the end after it was hidden', async () => {
    const box = list.parentElement!;
    box.style.display = 'none';
    await settled(list);
    await add(list, { key: 'meanwhile' });
    box.style.display = 'flex';
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
  });

  describe('with the keyboard', () => {
    const focused = () => (list.shadowRoot!.activeElement as HTMLElement | null)?.dataset.key;
    const press = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
    };
    beforeEach(() => {
      logOf(list).focus();
    });

    it('goes up from the newest message and down again', async () => {
      await press('ArrowUp');
      expect(focused()).to.equal('e39');
      await press('ArrowUp', 'ArrowUp', 'ArrowDown');
      expect(focused()).to.equal('e38');
    });

    it('goes to the first and the last', async () => {
      await press('Home');
      expect(focused()).to.equal('e0');
      await press('End');
      expect(focused()).to.equal('e39');
    });

    it('stops at either end', async () => {
      await press('Home', 'ArrowUp');
      expect(focused()).to.equal('e0');
      await press('End', 'ArrowDown');
      expect(focused()).to.equal('e39');
    });

    it('is one tab stop', () => {
      expect(messages(list).every(({ tabIndex }) => tabIndex === -1)).to.equal(true);
    });

    it('reaches the links of a message with Tab', async () => {
      await add(list, { key: 'link', text: 'https://a.example' });
      await press('ArrowUp', 'Tab');
      expect(list.shadowRoot!.activeElement!.localName).to.equal('a');
    });

    it('lets a message that is longer than the log be read to its end', async () => {
      await add(list, { key: 'long', text: 'word '.repeat(600) });
      await press('ArrowUp');
      const { top, bottom } = message(list, 'long').getBoundingClientRect();
      expect(bottom - top).to.be.greaterThan(logOf(list).clientHeight);
      await press('ArrowUp');
      expect(focused()).to.equal('long');
    });

    it('leaves keys with a modifier alone', async () => {
      await sendKeys({ down: 'Shift' });
      await press('ArrowUp');
      await sendKeys({ up: 'Shift' });
      expect(focused()).to.equal(undefined);
    });
  });
});
