import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MessageList } from '../../components/message-list.js';
import { entry, manyEntries } from '../support/entries.js';
import {
  attendance,
  below,
  divider,
  edge,
  jump,
  logOf,
  message,
  mountList,
  scrollTo,
  settled,
  show,
  toEnd,
} from '../support/message-list.js';

const older = (list: MessageList) => list.shadowRoot!.querySelector<HTMLElement>('.older');

describe('<connect-chat-message-list> for somebody who comes to look', () => {
  const entries = manyEntries(40);

  it('begins at the first unread message when more is unread than fits', async () => {
    const list = await mountList({ entries, unread: 10, firstUnread: 'e20' });
    expect(divider(list)!.textContent.trim()).to.equal('New');
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
    expect(jump(list)!.textContent.trim()).to.equal('10 new messages');
  });

  it('begins at the end when all that is unread fits there', async () => {
    const list = await mountList({ entries, unread: 1, firstUnread: 'e38' });
    expect(toEnd(list)).to.be.below(2);
    expect(below(list, divider(list)!)).to.be.greaterThan(0);
  });

  it('goes to the news when the panel is opened again, wherever the reader was', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    await scrollTo(list, 100);
    await show(list, false);
    Object.assign(list, { entries, unread: 20, firstUnread: 'e20' });
    await settled(list);
    const said = attendance(list);
    await show(list, true);
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
    expect(said).to.deep.equal([]);
  });

  it('goes to the news when the panel is opened again, though they came before it was closed', async () => {
    // So many that most of them are not laid out.
    const list = await mountList({ entries: manyEntries(400) });
    await scrollTo(list, 100);
    Object.assign(list, { entries: manyEntries(420), unread: 20, firstUnread: 'e400' });
    await settled(list);
    expect(logOf(list).scrollTop).to.equal(100);
    await show(list, false);
    await show(list, true);
    await settled(list);
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
  });

  it('shows the first of the news when the panel is opened again, though they fit in less than it shows', async () => {
    const list = await mountList({ entries: manyEntries(39) });
    await scrollTo(list, 100);
    Object.assign(list, { entries, unread: 1, firstUnread: 'e39' });
    await settled(list);
    await show(list, false);
    await show(list, true);
    expect(toEnd(list)).to.be.below(2);
    expect(below(list, divider(list)!)).to.be.within(0, logOf(list).clientHeight);
  });

  it('says once more that the reader is there when what was missed is in their view', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    const said = attendance(list);
    Object.assign(list, { entries: manyEntries(21), firstMissed: 'e20' });
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
    expect(said).to.deep.equal([true]);
  });

  it('shows what was missed under a quiet divider, from its beginning', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    const said = attendance(list);
    Object.assign(list, { entries, firstMissed: 'e20' });
    await settled(list);
    expect(divider(list)!.textContent.trim()).to.equal('While you were away');
    expect(divider(list)!.matches('.divider--quiet')).to.equal(true);
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
    expect(jump(list)).not.to.equal(null);
    expect(said).to.deep.equal([false]);
  });

  it('keeps to the beginning of what was missed while more of it comes above', async () => {
    const list = await mountList({ entries: manyEntries(10) });
    const [first, second, third] = [entries.slice(0, 10), entries.slice(10, 25), entries.slice(25)];
    Object.assign(list, { entries: [...first, ...third], firstMissed: 'e25' });
    await settled(list);
    Object.assign(list, { entries: [...first, ...second, ...third], firstMissed: 'e10' });
    await settled(list);
    expect(divider(list)!.nextElementSibling).to.equal(message(list, 'e10'));
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
  });

  it('finds its way in a panel that is still growing', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    await show(list, false);
    Object.assign(list, { entries, unread: 20, firstUnread: 'e20' });
    list.parentElement!.style.transform = 'scale(0.97)';
    await show(list, true);
    list.parentElement!.style.transform = '';
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
  });

  it('stays at the end when what was missed fits there, and does not come back to it', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    Object.assign(list, { entries: manyEntries(21), firstMissed: 'e20' });
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
    list.entries = entries;
    await settled(list);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
  });

  it('moves nothing for a reader who is elsewhere', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    await scrollTo(list, 200);
    Object.assign(list, { entries, firstMissed: 'e20' });
    await settled(list);
    expect(logOf(list).scrollTop).to.equal(200);
  });

  it('shows one divider, "New", where both would stand', async () => {
    const list = await mountList({ entries, unread: 10, firstUnread: 'e20', firstMissed: 'e20' });
    const words = [...list.shadowRoot!.querySelectorAll('.divider')].map((one) => one.textContent.trim());
    expect(words).to.deep.equal(['New']);
  });

  it('forgets the dividers when the panel has been closed', async () => {
    const list = await mountList({ entries: manyEntries(20) });
    Object.assign(list, { entries: manyEntries(21), firstMissed: 'e20' });
    await settled(list);
    await show(list, false);
    await show(list, true);
    expect(divider(list)).to.equal(null);
  });

  it('lets go of the news once the reader scrolls', async () => {
    const list = await mountList({ entries, unread: 10, firstUnread: 'e20' });
    const top = logOf(list).scrollTop + 200;
    await scrollTo(list, top);
    message(list, 'e39').querySelector<HTMLElement>('.bubble')!.style.blockSize = '200px';
    await settled(list);
    expect(logOf(list).scrollTop).to.equal(top);
  });
});

describe('<connect-chat-message-list> and the past', () => {
  const entries = manyEntries(40);
  const past = Array.from({ length: 60 }, (_, index) =>
    entry({ key: `o${index}`, time: 1_000 + index * 600_000 }),
  );
  let asked: number;

  async function mount(history: MessageList['history'] = 'more', known = entries): Promise<MessageList> {
    const list = await mountList({ entries: known, history });
    asked = 0;
    list.addEventListener('list-older', () => (asked += 1));
    return list;
  }

  it('asks for more once when the reader comes near the top', async () => {
    const list = await mount();
    expect(asked).to.equal(0);
    await scrollTo(list, 250);
    await scrollTo(list, 100);
    expect(asked).to.equal(1);
    await scrollTo(list, 900);
    await scrollTo(list, 100);
    expect(asked).to.equal(2);
  });

  it('asks for more once per page', async () => {
    const list = await mount();
    await scrollTo(list, 100);
    list.history = 'loading';
    await settled(list);
    await scrollTo(list, 50);
    expect(asked).to.equal(1);
    list.history = 'more';
    await settled(list);
    await scrollTo(list, 20);
    expect(asked).to.equal(2);
  });

  for (const history of ['unknown', 'loading', 'complete'] as const) {
    it(`asks for nothing when the history is ${history}`, async () => {
      const list = await mount(history);
      await scrollTo(list, 0);
      expect(asked).to.equal(0);
      expect(list.shadowRoot!.querySelector('.older button')).to.equal(null);
    });
  }

  for (const key of ['Home', 'PageUp']) {
    it(`asks for more on ${key}`, async () => {
      const list = await mount('more', manyEntries(2));
      logOf(list).focus();
      await sendKeys({ press: key });
      expect(asked).to.equal(1);
    });
  }

  it('asks for more from a button, and keeps the focus in the log', async () => {
    const list = await mount('more', manyEntries(2));
    const button = older(list)!.querySelector('button')!;
    expect(button.textContent.trim()).to.equal('Earlier messages');
    button.focus();
    button.click();
    expect(asked).to.equal(1);
    list.history = 'loading';
    await settled(list);
    expect(older(list)!.textContent.trim()).to.equal('Loading earlier messages');
    expect(list.shadowRoot!.activeElement).to.equal(logOf(list));
    await expect(list).to.be.accessible();
  });

  it('moves nothing for a reader at the very top, where the day stands that the page takes with it', async () => {
    const list = await mount('loading');
    await scrollTo(list, 0);
    const first = message(list, 'e0');
    const top = below(list, first);
    const sameDay = Array.from({ length: 20 }, (_, index) =>
      entry({ key: `s${index}`, time: entries[0]!.time - 20_000 + index * 1_000 }),
    );
    Object.assign(list, { entries: [...sameDay, ...entries], history: 'more' });
    await settled(list);
    expect(below(list, first)).to.be.closeTo(top, 1);
  });

  for (const [what, history] of [
    ['more', 'more'],
    ['no more', 'complete'],
  ] as const) {
    it(`moves nothing by a pixel when a page comes and there is ${what} behind it`, async () => {
      const list = await mount();
      await scrollTo(list, 0);
      const before = below(list, message(list, 'e0'));
      list.history = 'loading';
      await settled(list);
      expect(below(list, message(list, 'e0'))).to.equal(before);
      Object.assign(list, { entries: [...past, ...entries], history });
      await settled(list);
      expect(below(list, message(list, 'e0'))).to.be.closeTo(before, 1);
      expect(logOf(list).scrollTop).to.be.greaterThan(1_000);
    });
  }

  it('moves nothing when there turns out to be nothing', async () => {
    const list = await mount();
    await scrollTo(list, 100);
    const before = below(list, message(list, 'e4'));
    list.history = 'complete';
    await settled(list);
    expect(below(list, message(list, 'e4'))).to.be.closeTo(before, 1);
  });
});
