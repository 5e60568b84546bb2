import { expect } from '@open-wc/testing';
import type { ListPlaceEvent } from '../../components/message-list-events.js';
import type { MessageList } from '../../components/message-list.js';
import { manyEntries, ownEntry } from '../support/entries.js';
import { ManualSchedule } from '../support/manual-schedule.js';
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
    const mine = ownEntry({ key: 'mine', delivery: 'sending', time: Date.now() });
    Object.assign(list, { entries: [...entries, mine], sent: 'mine' });
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
