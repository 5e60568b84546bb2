import { expect } from '@open-wc/testing';
import { announcementsBetween, type AnnouncementWords } from '../../../src/controllers/announcements.js';
import type { Contact, Entry, SessionState, Snapshot } from '../../../src/engine/types.js';
import { english } from '../../../src/i18n/strings.js';
import { baseTime, entry, ownEntry } from '../../support/entries.js';
import { blankSnapshot } from '../../support/fake-session.js';

const words: AnnouncementWords = {
  strings: english,
  locale: 'en',
  nameOf: ({ displayName }) => displayName ?? 'Assistant',
};
const contact: Contact = { contactId: 'c', participantId: 'p' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const snapshot = (entries: readonly Entry[], session: SessionState = connected): Snapshot => ({
  ...blankSnapshot,
  session,
  entries,
});

/** What is said over a sequence of transcripts. */
function said(...steps: readonly (readonly Entry[])[]): readonly string[] {
  return steps
    .slice(1)
    .flatMap((entries, index) => announcementsBetween(snapshot(steps[index] ?? []), snapshot(entries), words))
    .map(({ text }) => text);
}

describe('announcementsBetween', () => {
  const hello = entry({ key: 'a', text: 'Hello' });
  const later = (ms: number) => ({ time: baseTime + ms });

  it('says who said what', () => {
    expect(said([], [hello])).to.deep.equal(['Maya: Hello']);
  });

  it('says markdown as words', () => {
    const text = '**Two** [guides](https://a.example)';
    expect(said([], [entry({ key: 'a', contentType: 'text/markdown', text })])).to.deep.equal([
      'Maya: Two guides',
    ]);
  });

  it('says what a template offers', () => {
    const text =
      '{"templateType":"QuickReply","data":{"content":{"title":"Solved?","elements":[{"title":"Yes"},{"title":"No"}]}}}';
    const contentType = 'application/vnd.amazonaws.connect.message.interactive';
    expect(said([], [entry({ key: 'a', contentType, text })])).to.deep.equal(['Maya: Solved?. Yes. No']);
  });

  it('says the name of a file', () => {
    const attachment = { id: 'f', name: 'label.pdf', type: 'application/pdf', status: 'approved' } as const;
    expect(said([], [entry({ key: 'a', kind: 'attachment', attachment })])).to.deep.equal([
      'Maya sent a file: label.pdf',
    ]);
  });

  it('says who came and went', () => {
    const joined = entry({ key: 'j', kind: 'event', event: 'joined' });
    const left = entry({ key: 'l', kind: 'event', event: 'left', ...later(1) });
    expect(said([], [joined], [joined, left])).to.deep.equal(['Maya joined the chat', 'Maya left the chat']);
  });

  it('is silent about own messages on their way', () => {
    const own = ownEntry({ key: 'o', delivery: 'sending' });
    expect(
      said(
        [hello],
        [hello, own],
        [hello, { ...own, delivery: 'sent', id: 'x' }],
        [hello, { ...own, delivery: 'read' }],
      ),
    ).to.deep.equal([]);
  });

  it('says once that an own message failed, and says it at once', () => {
    const own = ownEntry({ key: 'o', delivery: 'sending', text: 'My receipt' });
    const failed: Entry = { ...own, delivery: 'failed' };
    const steps = announcementsBetween(snapshot([own]), snapshot([failed]), words);
    expect(steps).to.deep.equal([
      { kind: 'failure', text: 'Not sent: My receipt. Try again from the chat history.' },
    ]);
    expect(said([failed], [failed, hello])).to.deep.equal(['Maya: Hello']);
  });

  it('says a streamed answer once, when it is complete', () => {
    const piece = (text: string, streaming: boolean) =>
      entry({ key: 's', text, ...(streaming && { streaming }) });
    expect(said([], [piece('I', true)], [piece('I am', true)], [piece('I am here', false)])).to.deep.equal([
      'Maya: I am here',
    ]);
  });

  it('says only how many when many come at once', () => {
    const many = [1, 2, 3, 4].map((index) => entry({ key: `${index}`, ...later(index) }));
    expect(said([hello], [hello, ...many])).to.deep.equal(['4 new messages']);
    expect(said([hello], [hello, ...many.slice(0, 3)])).to.have.length(3);
  });

  it('says what overtook an own message on its way here', () => {
    const own = ownEntry({ key: 'o', ...later(500) });
    expect(said([own], [hello, own])).to.deep.equal(['Maya: Hello']);
  });

  it('says what was missed while the connection was lost', () => {
    const missed = entry({ key: 'm', text: 'Still there?', ...later(30_000) });
    const after = entry({ key: 'z', ...later(60_000) });
    expect(said([hello, after], [hello, missed, after])).to.deep.equal(['Maya: Still there?']);
  });

  it('is silent about older pages', () => {
    const older = [3, 2, 1].map((minutes) => entry({ key: `o${minutes}`, ...later(-minutes * 60_000) }));
    expect(said([hello], [...older, hello])).to.deep.equal([]);
  });

  it('is silent about a chat that goes on', () => {
    expect(said([], [hello, ownEntry({ key: 'o' }), entry({ key: 'b' })])).to.deep.equal([]);
  });

  it('is silent about earlier contacts', () => {
    expect(said([hello], [hello, entry({ key: 'p', past: true })])).to.deep.equal([]);
  });

  it('says a lost and a restored connection once each', () => {
    const phases: readonly SessionState[] = [
      connected,
      { phase: 'waiting-to-retry', contact, attempt: 1 },
      { phase: 'connecting', contact, attempt: 1, connection: 2 },
      { phase: 'offline', contact, attempt: 1 },
      { phase: 'connecting', contact, attempt: 2, connection: 3 },
      connected,
    ];
    const kinds = phases
      .slice(1)
      .flatMap((phase, index) =>
        announcementsBetween(snapshot([], phases[index]), snapshot([], phase), words),
      )
      .map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['connection-lost', 'connection-restored']);
  });

  it('is silent about the first connection', () => {
    const connecting: SessionState = { phase: 'connecting', contact, attempt: 0, connection: 1 };
    const steps = announcementsBetween(snapshot([], connecting), snapshot([], connected), words);
    expect(steps).to.deep.equal([]);
  });
});
