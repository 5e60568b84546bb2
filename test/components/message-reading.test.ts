import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ListAttendEvent, ListPlaceEvent } from '../../components/message-list-events.js';
import type { MessageList } from '../../components/message-list.js';
import { entry, manyEntries, ownEntry } from '../support/entries.js';
import { ManualSchedule } from '../support/manual-schedule.js';
import { logOf, message, mountList, settled } from '../support/message-list.js';

/** How far `list` is from its end, in px. */
function toEnd(list: MessageList): number {
  const { scrollHeight, clientHeight, scrollTop } = logOf(list);
  return Math.abs(scrollHeight - clientHeight - scrollTop);
}

/** How far below the top edge of the log `element` begins, in px. */
const below = (list: MessageList, element: Element) =>
  element.getBoundingClientRect().top - logOf(list).getBoundingClientRect().top;

/** Where the log begins to show its messages, in px below its top edge. */
const edge = (list: MessageList) => Number.parseFloat(getComputedStyle(logOf(list)).paddingBlockStart);

const divider = (list: MessageList) => list.shadowRoot!.querySelector('.divider');
const jump = (list: MessageList) => list.shadowRoot!.querySelector<HTMLElement>('.jump');
const older = (list: MessageList) => list.shadowRoot!.querySelector<HTMLElement>('.older');

async function scrollTo(list: MessageList, top: number): Promise<void> {
  logOf(list).scrollTop = top;
  await settled(list);
}

/** Hides `list` or shows it again, as a closed panel does. */
async function show(list: MessageList, shown: boolean): Promise<void> {
  list.parentElement!.style.display = shown ? 'flex' : 'none';
  await settled(list);
}

/** What `list` says from now on about whether the reader is at the end. */
function attendance(list: MessageList): boolean[] {
  const said: boolean[] = [];
  list.addEventListener('list-attend', (event) =>
    said.push((event as CustomEvent<ListAttendEvent['detail']>).detail.attending),
  );
  return said;
}

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
    const [first = [], second = [], third = []] = [
      entries.slice(0, 10),
      entries.slice(10, 25),
      entries.slice(25),
    ];
    Object.assign(list, { entries: [...first, ...third], firstMissed: 'e25' });
    await settled(list);
    Object.assign(list, { entries: [...first, ...second, ...third], firstMissed: 'e10' });
    await settled(list);
    expect(divider(list)!.nextElementSibling).to.equal(message(list, 'e10'));
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

describe('<connect-chat-message-list> and the place of its reader', () => {
  const entries = manyEntries(40);
  let time: ManualSchedule;
  let places: (string | undefined)[];

  async function mount(properties: Partial<MessageList> = {}): Promise<MessageList> {
    time = new ManualSchedule();
    const list = await mountList({ entries, schedule: time.schedule, history: 'more', ...properties });
    places = [];
    list.addEventListener('list-place', (event) =>
      places.push((event as CustomEvent<ListPlaceEvent['detail']>).detail.key),
    );
    return list;
  }

  it('says where the reader rests, once they do', async () => {
    const list = await mount();
    await scrollTo(list, 900);
    time.advance(200);
    logOf(list).scrollTop += below(list, message(list, 'e10'));
    await settled(list);
    expect(places).to.deep.equal([]);
    time.advance(300);
    expect(places).to.deep.equal(['e10']);
  });

  it('says so when the reader is at the end again', async () => {
    const list = await mount();
    await scrollTo(list, 600);
    time.advance(300);
    jump(list)!.click();
    await settled(list);
    time.advance(300);
    expect(places.at(-1)).to.equal(undefined);
    expect(places).to.have.length(2);
  });

  it('says nothing of what the log does by itself', async () => {
    const list = await mount();
    list.entries = manyEntries(60);
    await settled(list);
    time.advance(300);
    expect(places).to.deep.equal([]);
  });

  it('goes by the service’s id, which outlives the page', async () => {
    const own = ownEntry({ key: 'own', id: 'service-id', time: entries[10]!.time + 1 });
    const list = await mount({ entries: [...entries.slice(0, 11), own, ...entries.slice(11)] });
    logOf(list).scrollTop = 900;
    await settled(list);
    logOf(list).scrollTop += below(list, message(list, 'own'));
    await settled(list);
    time.advance(300);
    expect(places).to.deep.equal(['service-id']);
  });

  it('is where it was when the page is loaded again', async () => {
    const list = await mount({ place: 'e12' });
    expect(below(list, message(list, 'e12'))).to.be.closeTo(edge(list), 1);
    expect(jump(list)).not.to.equal(null);
  });

  it('is waited for, and nothing counts as seen meanwhile', async () => {
    const list = await mount({ place: 'e12', entries: [], history: 'unknown' });
    const said = attendance(list);
    Object.assign(list, { entries, history: 'more', unread: 4, firstUnread: 'e35', firstMissed: 'e35' });
    await settled(list);
    expect(below(list, message(list, 'e12'))).to.be.closeTo(edge(list), 1);
    expect(said).to.deep.equal([]);
    expect(jump(list)!.textContent.trim()).to.equal('4 new messages');
  });

  it('is the end when it is further back than what is known', async () => {
    const list = await mount({ place: 'long-ago', entries: [], history: 'unknown' });
    Object.assign(list, { entries, history: 'more' });
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
    expect(jump(list)).to.equal(null);
  });

  it('gives way to what the customer sends', async () => {
    const list = await mount({ place: 'e12' });
    list.entries = [...entries, ownEntry({ key: 'mine', delivery: 'sending', time: Date.now() })];
    await settled(list);
    expect(toEnd(list)).to.be.below(2);
  });

  it('gives way to news that came while the panel was closed', async () => {
    const list = await mount({ place: 'e3', entries: [], history: 'unknown' });
    await show(list, false);
    Object.assign(list, { entries, history: 'more', unread: 10, firstUnread: 'e20' });
    await settled(list);
    await show(list, true);
    expect(below(list, divider(list)!)).to.be.closeTo(edge(list), 1);
  });
});
