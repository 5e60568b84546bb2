import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Announcer } from '../../components/announcer.js';
import '../../components/announcer.js';
import { entry, ownEntry } from '../support/entries.js';
import { FakeSession } from '../support/fake-session.js';
import { ManualSchedule } from '../support/manual-schedule.js';

describe('<connect-chat-announcer>', () => {
  let session: FakeSession;
  let time: ManualSchedule;
  let announcer: Announcer;

  beforeEach(async () => {
    session = new FakeSession({ entries: [entry({ key: 'before', text: 'Old news' })] });
    time = new ManualSchedule();
    announcer = await fixture<Announcer>(
      html`<connect-chat-announcer .session=${session} .schedule=${time.schedule}></connect-chat-announcer>`,
    );
  });

  /** The code that finds the words comes with the first thing that happens. */
  async function prime(): Promise<void> {
    add('First');
    await waitUntil(() => lines('polite').length > 0);
    time.advance(60_000);
  }

  const region = (politeness: string) => announcer.shadowRoot!.querySelector(`[aria-live="${politeness}"]`)!;
  const lines = (politeness: string) =>
    [...region(politeness).children].map(({ textContent }) => textContent);
  const add = (...keys: string[]) => {
    const added = keys.map((key, index) => entry({ key, text: key, time: Date.now() + index }));
    session.set({ entries: [...session.snapshot.entries, ...added] });
  };

  it('is accessible', async () => {
    await expect(announcer).to.be.accessible();
  });

  it('has its regions before there is anything to say, and says nothing of what was there', () => {
    expect(lines('polite')).to.deep.equal([]);
    expect(lines('assertive')).to.deep.equal([]);
  });

  it('says what happened while the code that finds the words was on its way', async () => {
    add('One');
    add('Two');
    await waitUntil(() => lines('polite').length > 0);
    expect(lines('polite')).to.deep.equal(['Maya: One', 'Maya: Two']);
  });

  it('says nothing of that once it follows no session any more', async () => {
    add('One');
    announcer.remove();
    await import('../../src/controllers/announcer-queue.js');
    await aTimeout(0);
    expect(lines('polite')).to.deep.equal([]);
  });

  it('adds what is new as a line of its own', async () => {
    await prime();
    add('One');
    const first = region('polite').firstElementChild;
    add('Two');
    expect(lines('polite')).to.deep.equal(['Maya: One', 'Maya: Two']);
    expect(region('polite').firstElementChild).to.equal(first);
  });

  it('keeps a line long enough to be heard, and then removes it', async () => {
    await prime();
    add('One');
    time.advance(5_000);
    expect(lines('polite')).to.have.length(1);
    time.advance(5_000);
    expect(lines('polite')).to.have.length(0);
  });

  it('interrupts only for what became of the customer’s own message', async () => {
    await prime();
    const own = ownEntry({ key: 'o', delivery: 'sending', text: 'Mine' });
    session.set({ entries: [own] });
    session.set({ entries: [{ ...own, delivery: 'failed' }] });
    expect(lines('assertive')).to.have.length(1);
    expect(lines('polite')).to.deep.equal([]);
  });

  it('keeps its regions while it re-renders', async () => {
    await prime();
    const polite = region('polite');
    add('One');
    announcer.locale = 'de';
    announcer.requestUpdate();
    await announcer.updateComplete;
    expect(region('polite')).to.equal(polite);
    expect(lines('polite')).to.deep.equal(['Maya: One']);
  });

  it('does not hang on to the session after it is removed, and listens once when it is moved', () => {
    const parent = announcer.parentElement!;
    announcer.remove();
    expect(session.listenerCount).to.equal(0);
    parent.append(announcer);
    expect(session.listenerCount).to.equal(1);
  });
});
