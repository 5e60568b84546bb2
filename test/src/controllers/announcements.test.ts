import { expect } from '@open-wc/testing';
import { announcementsBetween, type AnnouncementWords } from '../../../src/controllers/announcements.js';
import type { Contact, Entry, SessionState, Snapshot } from '../../../src/engine/types.js';
import { spokenEnglish } from '../../../src/i18n/spoken-strings.js';
import { english } from '../../../src/i18n/strings.js';
import { templates } from '../../fixtures/interactive-templates.js';
import { baseTime, entry, ownEntry } from '../../support/entries.js';
import { blankSnapshot } from '../../support/fake-session.js';

const words: AnnouncementWords = {
  strings: { ...english, ...spokenEnglish },
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

  it('says the title of a card, and how much there is to choose from', () => {
    const contentType = 'application/vnd.amazonaws.connect.message.interactive';
    const spoken = (text: unknown) =>
      said(
        [],
        [entry({ key: 'a', contentType, text: typeof text === 'string' ? text : JSON.stringify(text) })],
      );
    expect(spoken(templates.QuickReply)).to.deep.equal(['Maya: Did that solve it?, 2 options']);
    // Ways to other options are no options.
    expect(spoken(templates.ListPicker)).to.deep.equal(['Maya: Which lamp is it?, 3 options']);
    expect(spoken(templates.TimePicker)).to.deep.equal(['Maya: Choose a repair visit, 3 options']);
    expect(spoken(templates.Carousel)).to.deep.equal(['Maya: Ways to fix it, 3 options']);
    // As a Python program prints it.
    expect(spoken("{'templateType': 'Panel', 'data': {'content': {'title': 'Which one?'}}}")).to.deep.equal([
      'Maya: Which one?',
    ]);
    const view = (viewData: unknown) =>
      spoken({ templateType: 'ViewResource', data: { content: { viewData } } });
    expect(view({ Heading: 'Return a lamp' })).to.deep.equal(['Maya: Return a lamp']);
    // What it is filled with may come in a string, or be nothing.
    expect(view('{"Heading":"Return a lamp"}')).to.deep.equal(['Maya: Next step']);
    expect(view(null)).to.deep.equal(['Maya: Next step']);
    expect(
      spoken({ templateType: 'Panel', data: { content: { title: '**One**', elements: [{}] } } }),
    ).to.deep.equal(['Maya: One, 1 option']);
    expect(spoken({ templateType: 'Panel', data: { content: { title: 'T', elements: 'x' } } })).to.deep.equal(
      ['Maya: T'],
    );
    expect(spoken('{"templateType":"Panel","data":null}')).to.deep.equal([`Maya: ${english.notShown}`]);
    expect(
      spoken('{"templateType":"AppleForm","data":{"content":{"title":"T","elements":[1]}}}'),
    ).to.deep.equal(['Maya: T']);
  });

  it('says what was chosen from a carousel when the answer failed', () => {
    const text = '{"templateIdentifier":"a","listTitle":"Plus","selectionText":"Take Plus"}';
    const own = ownEntry({ key: 'o', delivery: 'sending', text });
    expect(said([own], [{ ...own, delivery: 'failed' }])[0])
      .to.contain('Take Plus')
      .and.not.to.contain('{');
  });

  it('says the name of a file', () => {
    const attachment = { id: 'f', name: 'label.pdf', type: 'application/pdf', status: 'approved' } as const;
    expect(said([], [entry({ key: 'a', kind: 'attachment', attachment })])).to.deep.equal([
      'Maya sent a file: label.pdf',
    ]);
  });

  it('says once when own files set out, once when they have arrived, and when one fails', () => {
    const file = { id: '', name: 'a.pdf', type: 'application/pdf', status: 'uploading' } as const;
    const own = { kind: 'attachment', text: '', delivery: 'sending', attachment: file } as const;
    const pending = (key: string, changes: Partial<Entry> = {}): Entry => {
      const { id: _, ...rest } = ownEntry({ key, ...own, ...changes });
      return rest;
    };
    const other = { ...file, name: 'b.pdf' };
    const setOut = [hello, pending('u'), pending('v', { attachment: other })];
    const onTheWay = [hello, pending('u', { attachment: { ...file, progress: 0.5 } }), setOut[2]!];
    const arrived = [hello, ownEntry({ key: 'u', ...own, delivery: 'sent' }), setOut[2]!];
    const failed = [hello, arrived[1]!, pending('v', { attachment: other, delivery: 'failed' })];
    expect(said([hello], setOut, onTheWay, arrived, failed)).to.deep.equal([
      'Sending a.pdf, b.pdf',
      'Sent a.pdf',
      'Not sent: b.pdf. Try again from the chat history.',
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

  describe('of the transcript', () => {
    /** What is said over the step from one snapshot to the next. */
    const between = (before: Partial<Snapshot>, after: Partial<Snapshot>) =>
      announcementsBetween({ ...snapshot([]), ...before }, { ...snapshot([]), ...after }, words);
    const others = (count: number, ms = 0) =>
      Array.from({ length: count }, (_, index) => entry({ key: `${ms}-${index}`, ...later(ms + index) }));

    it('says how many earlier messages have been loaded, and nothing else of them', () => {
      const near = entry({ key: 'near', ...later(-9_000) });
      const joined = entry({ key: 'j', kind: 'event', event: 'joined', ...later(-8_000) });
      expect(
        between(
          { entries: [hello], history: 'loading' },
          { entries: [...others(11, -60_000), near, joined, hello], history: 'more' },
        ),
      ).to.deep.equal([{ kind: 'summary', text: '12 earlier messages loaded' }]);
    });

    it('is silent when nothing earlier was found, or could be', () => {
      expect(
        between({ entries: [hello], history: 'loading' }, { entries: [hello], history: 'complete' }),
      ).to.deep.equal([]);
    });

    const goesOn = [...others(10), ownEntry({ key: 'o', ...later(20) }), hello];
    it('sums up a chat that goes on after the page was loaded again', () => {
      expect(between({}, { entries: goesOn, history: 'more', resumed: true })).to.deep.equal([
        { kind: 'summary', text: 'Conversation restored, 12 messages' },
      ]);
    });

    it('says how much of it is new', () => {
      const entries = [...goesOn.slice(0, 10), ...others(2, 30_000)];
      expect(
        between({}, { entries, history: 'complete', resumed: true, firstMissed: '30000-0' }),
      ).to.deep.equal([{ kind: 'summary', text: 'Conversation restored, 12 messages, 2 new' }]);
    });

    it('sums up what was missed, however much, and does not read it out', () => {
      const own = ownEntry({ key: 'mine', ...later(30_001) });
      const after = [hello, entry({ key: 'm', ...later(30_000) }), own];
      const known = { history: 'complete' } as const;
      expect(
        between({ entries: [hello], ...known }, { entries: after, ...known, firstMissed: 'm' }),
      ).to.deep.equal([{ kind: 'summary', text: 'Conversation restored, 3 messages, 1 new' }]);
      expect(
        between(
          { entries: after, ...known, firstMissed: 'm' },
          {
            entries: [...after, entry({ key: 'n', text: 'Live', ...later(40_000) })],
            ...known,
            firstMissed: 'm',
          },
        ),
      ).to.deep.equal([{ kind: 'news', text: 'Maya: Live', messages: 1 }]);
    });

    it('sums up the chat that a tab finds when it joins others', () => {
      expect(
        between({ session: { phase: 'idle' } }, { entries: [hello], history: 'complete' }),
      ).to.deep.equal([{ kind: 'summary', text: 'Conversation restored, 1 message' }]);
    });

    it('reads out how a new chat begins', () => {
      expect(between({}, { entries: [hello], history: 'complete' })).to.deep.equal([
        { kind: 'news', text: 'Maya: Hello', messages: 1 },
      ]);
    });
  });

  it('says once that the service keeps an own message from everybody', () => {
    const own = ownEntry({ key: 'o', text: 'My card is 4111', processing: 'processing' });
    const kept: Entry = { ...own, processing: 'rejected' };
    expect(announcementsBetween(snapshot([own]), snapshot([kept]), words)).to.deep.equal([
      { kind: 'failure', text: 'Not delivered: My card is 4111' },
    ]);
    expect(said([kept], [{ ...kept, delivery: 'delivered' }])).to.deep.equal([]);
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
