import { expect } from '@open-wc/testing';
import type { AnnouncementWords } from '../../../src/controllers/announcements.js';
import { AnnouncerQueue } from '../../../src/controllers/announcer-queue.js';
import type { Contact, Participant, SessionState, Snapshot } from '../../../src/engine/types.js';
import { spokenEnglish } from '../../../src/i18n/spoken-strings.js';
import { english } from '../../../src/i18n/strings.js';
import { entry } from '../../support/entries.js';
import { blankSnapshot } from '../../support/fake-session.js';
import { ManualSchedule } from '../../support/manual-schedule.js';

const words: AnnouncementWords = {
  strings: { ...english, ...spokenEnglish },
  locale: 'en',
  nameOf: ({ displayName }) => displayName ?? '',
};
const contact: Contact = { contactId: 'c', participantId: 'p' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const offline: SessionState = { phase: 'offline', contact, attempt: 1 };
const maya: Participant = { id: 'm', role: 'agent', displayName: 'Maya', presence: 'here', typing: false };

describe('AnnouncerQueue', () => {
  let said: string[];
  let time: ManualSchedule;
  let queue: AnnouncerQueue;
  let now: Snapshot;

  beforeEach(() => {
    said = [];
    time = new ManualSchedule();
    queue = new AnnouncerQueue(({ text }) => said.push(text), time.schedule);
    now = { ...blankSnapshot, session: connected };
  });

  function step(changes: Partial<Snapshot>): void {
    const previous = now;
    now = { ...previous, ...changes };
    queue.step(previous, now, words);
  }
  const typing = (typing: boolean, changes: Partial<Participant> = {}) =>
    step({ participants: [{ ...maya, typing, ...changes }] });

  it('says one summary of what came in several pages', () => {
    const entries = ['a', 'b', 'c'].map((key) => entry({ key }));
    step({ entries: entries.slice(0, 1), history: 'more' });
    said = [];
    step({ entries: entries.slice(0, 2), firstMissed: 'b' });
    time.advance(400);
    step({ entries, firstMissed: 'a' });
    time.advance(499);
    expect(said).to.deep.equal([]);
    time.advance(60_000);
    expect(said).to.deep.equal(['Conversation restored, 3 messages, 3 new']);
  });

  describe('of messages that come one by one', () => {
    const arrive = (...keys: string[]) => {
      for (const key of keys)
        step({ entries: [...now.entries, entry({ key, text: key, time: Date.now() + now.entries.length })] });
    };

    it('says the first and counts the rest of a burst', () => {
      arrive('a', 'b', 'c', 'd', 'e', 'f', 'g');
      expect(said).to.deep.equal(['Maya: a', 'Maya: b', 'Maya: c']);
      time.advance(2_000);
      expect(said.slice(3)).to.deep.equal(['4 new messages']);
      time.advance(60_000);
      expect(said).to.have.length(4);
    });

    it('says all in full that leave time between them', () => {
      for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
        arrive(key);
        time.advance(1_000);
      }
      expect(said).to.have.length(6);
      expect(said.at(-1)).to.equal('Maya: f');
    });

    it('says the words of a single one that was held back', () => {
      arrive('a', 'b', 'c', 'd');
      time.advance(2_000);
      expect(said.at(-1)).to.equal('Maya: d');
    });

    it('says who comes in between in its place', () => {
      arrive('a', 'b', 'c', 'd', 'e');
      const left = entry({ key: 'left', kind: 'event', event: 'left', time: Date.now() + 100 });
      step({ entries: [...now.entries, left] });
      expect(said.slice(3)).to.deep.equal(['2 new messages', 'Maya left the chat']);
    });

    it('says nothing more of a burst once it is stopped', () => {
      arrive('a', 'b', 'c', 'd', 'e');
      queue.stop();
      time.advance(60_000);
      expect(said).to.have.length(3);
    });
  });

  describe('says that somebody is writing', () => {
    it('after two seconds, once per spell', () => {
      typing(true);
      time.advance(1_999);
      expect(said).to.deep.equal([]);
      time.advance(1);
      typing(true);
      time.advance(60_000);
      expect(said).to.deep.equal(['Maya is writing']);
      typing(false);
      typing(true);
      time.advance(2_000);
      expect(said).to.have.length(2);
    });

    it('not when they stop before', () => {
      typing(true);
      time.advance(1_000);
      typing(false);
      time.advance(60_000);
      expect(said).to.deep.equal([]);
    });

    it('not of the customer', () => {
      typing(true, { role: 'customer' });
      time.advance(60_000);
      expect(said).to.deep.equal([]);
    });
  });

  describe('says that the connection is lost', () => {
    it('after two seconds, and then that it is back', () => {
      step({ session: offline });
      time.advance(2_000);
      step({ session: connected });
      expect(said).to.deep.equal([spokenEnglish.spokenOffline, spokenEnglish.spokenBackOnline]);
    });

    it('not when it comes back before', () => {
      step({ session: offline });
      time.advance(1_999);
      step({ session: connected });
      time.advance(60_000);
      expect(said).to.deep.equal([]);
    });

    it('not when the chat is over', () => {
      step({ session: offline });
      step({ session: { phase: 'ended', contact, by: 'agent' } });
      time.advance(60_000);
      expect(said).to.deep.equal([]);
    });
  });

  it('says nothing more once it is stopped', () => {
    typing(true);
    step({ session: offline });
    queue.stop();
    time.advance(60_000);
    expect(said).to.deep.equal([]);
  });
});
