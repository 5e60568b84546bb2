import { expect } from '@open-wc/testing';
import type {
  AuthenticationState,
  Entry,
  Participant,
  SessionState,
  Snapshot,
} from '../../src/engine/types.js';
import { announcements, toPublicState } from '../../src/public-events.js';
import { templates } from '../fixtures/interactive-templates.js';
import { entry, ownEntry } from '../support/entries.js';
import { blankSnapshot } from '../support/fake-session.js';

const contact = { contactId: 'contact-1', participantId: 'customer-1' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const sentence = (code: string) => `Sentence of ${code}.`;
const maya: Participant = {
  id: 'p-maya',
  role: 'agent',
  displayName: 'Maya',
  presence: 'here',
  typing: false,
};
const publicMaya = { id: 'p-maya', role: 'agent', displayName: 'Maya', presence: 'here' };

/** What is told on the way from one snapshot to the next; both are connected unless told otherwise. */
function news(before: Partial<Snapshot>, after: Partial<Snapshot>) {
  const base = { ...blankSnapshot, session: connected };
  return announcements({ ...base, ...before }, { ...base, ...before, ...after }, sentence).map(
    ({ name, detail }) => [name, detail] as const,
  );
}

const names = (before: Partial<Snapshot>, after: Partial<Snapshot>) =>
  news(before, after).map(([name]) => name);

describe('announcements', () => {
  describe('of the connection', () => {
    const steps: readonly (readonly [string, SessionState, SessionState, unknown])[] = [
      [
        'starting',
        { phase: 'idle' },
        { phase: 'starting', clientToken: 'start-1' },
        { state: 'connecting', previous: undefined, attempt: 0 },
      ],
      [
        'opened',
        { phase: 'connecting', contact, attempt: 0, connection: 1 },
        connected,
        { state: 'connected', previous: 'connecting', attempt: 0 },
      ],
      [
        'lost',
        connected,
        { phase: 'waiting-to-retry', contact, attempt: 1 },
        { state: 'reconnecting', previous: 'connected', attempt: 1 },
      ],
      [
        'offline',
        connected,
        { phase: 'offline', contact, attempt: 1 },
        { state: 'offline', previous: 'connected', attempt: 1 },
      ],
    ];
    for (const [name, session, next, detail] of steps) {
      it(`tell that it is ${name}`, () => {
        expect(news({ session }, { session: next })).to.deep.equal([['connection', detail]]);
      });
    }

    it('say nothing where only the attempt has changed', () => {
      const waiting: SessionState = { phase: 'waiting-to-retry', contact, attempt: 1 };
      const trying: SessionState = { phase: 'connecting', contact, attempt: 1, connection: 2 };
      expect(news({ session: waiting }, { session: trying })).to.deep.equal([]);
    });
  });

  it('tell each contact that starts, the second one too', () => {
    const first: SessionState = { phase: 'connecting', contact, attempt: 0, connection: 1 };
    const second = { ...first, contact: { ...contact, contactId: 'contact-2' } };
    expect(
      news({ session: { phase: 'starting', clientToken: 'start-1' } }, { session: first }),
    ).to.deep.equal([['started', contact]]);
    expect(news({ session: { phase: 'ended', contact, by: 'agent' } }, { session: second })[0]).to.deep.equal(
      ['started', { contactId: 'contact-2', participantId: 'customer-1' }],
    );
  });

  it('tell a failed start as an error, in the words of the other side where it has some', () => {
    const problem = { code: 'start-chat/unavailable', recoverable: true };
    const failed = (detail?: string): SessionState => ({
      phase: 'failed',
      problem: { ...problem, ...(detail !== undefined && { detail }) },
    });
    expect(
      news({ session: { phase: 'starting', clientToken: 'start-1' } }, { session: failed() }),
    ).to.deep.equal([
      ['connection', { state: 'failed', previous: 'connecting', attempt: 0, reason: problem.code }],
      ['error', { ...problem, message: 'Sentence of start-chat/unavailable.' }],
    ]);
    expect(
      news(
        { session: { phase: 'starting', clientToken: 'start-1' } },
        { session: failed('Closed today.') },
      ).at(-1),
    ).to.deep.equal(['error', { ...problem, message: 'Closed today.' }]);
  });

  it('tell the end once, with who ended it', () => {
    const ended: SessionState = { phase: 'ended', contact, by: 'agent' };
    expect(news({}, { session: ended })).to.deep.equal([['ended', { contactId: 'contact-1', by: 'agent' }]]);
    expect(news({ session: ended }, { unread: 1 })).to.deep.equal([['unread', { count: 1 }]]);
  });

  describe('of messages', () => {
    const own = ownEntry({ key: 'k', text: 'Hello' });
    const { id: _, ...unsent } = { ...own, delivery: 'sending' as const };
    const shown = {
      key: 'k',
      kind: 'message',
      role: 'customer',
      displayName: 'Sam',
      contentType: 'text/plain',
      text: 'Hello',
      time: own.time,
    };

    it('tell an own one when it was sent, not when it was written', () => {
      expect(news({}, { entries: [unsent] })).to.deep.equal([]);
      expect(news({ entries: [unsent] }, { entries: [own] })).to.deep.equal([
        ['sent', { entry: { ...shown, id: 'k', delivery: 'sent' } }],
      ]);
    });

    it('tell an own one that was written elsewhere as a message', () => {
      expect(names({}, { entries: [own] })).to.deep.equal(['message']);
    });

    it('tell that one was not sent, with why', () => {
      const failed: Entry = {
        ...unsent,
        delivery: 'failed',
        problem: { code: 'message/refused', recoverable: true },
      };
      expect(news({ entries: [unsent] }, { entries: [failed] })).to.deep.equal([
        [
          'send-failed',
          { entry: { ...shown, delivery: 'failed' }, code: 'message/refused', retryable: true },
        ],
      ]);
    });

    it('tell receipts with who gave them', () => {
      const read: Entry = { ...own, delivery: 'read', receiptFrom: 'p-maya' };
      expect(news({ entries: [own], participants: [maya] }, { entries: [read] })).to.deep.equal([
        ['receipt', { entryId: 'k', kind: 'read', participant: publicMaya }],
      ]);
    });

    it('tell the others’ when they are complete', () => {
      const streaming = entry({ key: 'b', role: 'bot', streaming: true });
      const whole = entry({ key: 'b', role: 'bot', text: 'The whole answer' });
      expect(news({}, { entries: [streaming] })).to.deep.equal([]);
      expect(names({ entries: [streaming] }, { entries: [whole] })).to.deep.equal(['message']);
      expect(names({}, { entries: [whole] })).to.deep.equal(['message']);
    });

    it('tell those in the middle of the transcript and none of an earlier contact', () => {
      const a = entry({ key: 'a' });
      const c = entry({ key: 'c' });
      expect(
        news({ entries: [a, c] }, { entries: [a, entry({ key: 'b' }), c] }).map(
          ([, detail]) => 'entry' in detail && detail.entry.key,
        ),
      ).to.deep.equal(['b']);
      expect(news({ entries: [c] }, { entries: [entry({ key: 'old', past: true }), c] })).to.deep.equal([]);
    });

    const interactive = (key: string, template: unknown) =>
      entry({
        key,
        contentType: 'application/vnd.amazonaws.connect.message.interactive',
        text: typeof template === 'string' ? template : JSON.stringify(template),
      });

    it('tell an interactive message, and whether it can be shown as more than its text', () => {
      const tellings = (template: unknown) => news({}, { entries: [interactive('i', template)] })[1];
      for (const [templateType, template] of Object.entries(templates)) {
        const [name, detail] = tellings(template)!;
        expect(name).to.equal('interactive');
        expect(detail).to.include({ templateType, supported: true }).and.not.to.have.property('answer');
      }
      expect(tellings({ templateType: 'AppleForm' })?.[1]).to.include({
        templateType: 'AppleForm',
        supported: false,
      });
      expect(tellings("{'templateType': 'Panel'}")?.[1]).to.include({
        templateType: 'Panel',
        supported: true,
      });
      expect(tellings('nothing')?.[1]).to.include({ templateType: undefined, supported: false });
      expect(
        names({}, { entries: [entry({ key: 'j', contentType: 'application/json', text: '{}' })] }),
      ).to.deep.equal(['message']);
    });

    it('tell what the customer answered, once, with the message that it answers', () => {
      const card = interactive('i', templates.Panel);
      const { id: _, ...waiting } = ownEntry({ key: 'o', text: 'Returns', delivery: 'sending' });
      const sent = ownEntry({ key: 'o', text: 'Returns' });
      const told = news({ entries: [card, waiting] }, { entries: [card, sent] });
      expect(told.map(([name]) => name)).to.deep.equal(['sent', 'interactive']);
      expect(told[1]?.[1]).to.deep.include({ templateType: 'Panel', supported: true, answer: 'Returns' });
      const before = ownEntry({ key: 'b' });
      expect(names({ entries: [card, before, waiting] }, { entries: [card, before, sent] })).to.deep.equal([
        'sent',
      ]);
      const paging = { contentType: 'application/vnd.amazonaws.connect.message.interactive.response' };
      expect(
        names({ entries: [card, { ...waiting, ...paging }] }, { entries: [card, { ...sent, ...paging }] }),
      ).to.deep.equal(['sent']);
      const odd = interactive('x', { templateType: 'AppleForm' });
      expect(names({ entries: [odd, waiting] }, { entries: [odd, sent] })).to.deep.equal(['sent']);
    });

    it('tell a file each time its state changes', () => {
      const file = { id: 'f', name: 'a.pdf', type: 'application/pdf', status: 'checking' } as const;
      const before = entry({ key: 'f', kind: 'attachment', attachment: file });
      const after = { ...before, attachment: { ...file, status: 'approved' as const } };
      expect(names({}, { entries: [before] })).to.deep.equal(['attachment', 'message']);
      expect(names({ entries: [before] }, { entries: [after] })).to.deep.equal(['attachment']);
    });
  });

  it('tell who types', () => {
    const typing = { ...maya, typing: true };
    expect(news({ participants: [maya] }, { participants: [typing] })).to.deep.equal([
      ['typing', { participant: publicMaya, typing: true }],
    ]);
    expect(names({ participants: [typing] }, { participants: [maya] })).to.deep.equal(['typing']);
  });

  for (const [event, name] of [
    ['joined', 'participant-joined'],
    ['left', 'participant-left'],
    ['auto-disconnected', 'participant-left'],
    ['idle', 'participant-idle'],
    ['returned', 'participant-returned'],
    ['name-updated', 'participant-updated'],
  ] as const) {
    it(`tell ${name} when somebody has ${event}`, () => {
      const line = entry({ key: 'e', kind: 'event', event, text: '' });
      expect(news({}, { participants: [maya], entries: [line] })).to.deep.equal([
        [name, { participant: publicMaya }],
      ]);
    });
  }

  it('tell how a sign-in goes, without its session', () => {
    const line = (state: AuthenticationState) =>
      entry({ key: state, kind: 'event', event: `authentication-${state}`, text: '{"SessionId":"s"}' });
    const states = ['initiated', 'succeeded', 'failed', 'timeout', 'expired', 'cancelled'] as const;
    for (const state of states)
      expect(news({}, { entries: [line(state)] })).to.deep.equal([['authentication', { state }]]);
    const { entries } = toPublicState({ ...blankSnapshot, entries: [line('initiated')] });
    expect(entries[0]?.text).to.equal('');
  });

  it('tell how a transfer went', () => {
    const line = (event: Entry['event']) => ({
      entries: [entry({ key: 'e', kind: 'event', contactId: 'contact-2', ...(event && { event }) })],
    });
    expect(news({}, line('transfer-succeeded'))).to.deep.equal([
      ['transfer', { succeeded: true, contactId: 'contact-2' }],
    ]);
    expect(news({}, line('transfer-failed'))).to.deep.equal([['transfer', { succeeded: false }]]);
    expect(news({}, line('invited'))).to.deep.equal([]);
  });
});

describe('toPublicState', () => {
  for (const [session, connection] of [
    [{ phase: 'idle' }, 'idle'],
    [{ phase: 'starting', clientToken: 'start-1' }, 'connecting'],
    [{ phase: 'failed', problem: { code: 'start-chat/timeout', recoverable: true } }, 'failed'],
    [{ phase: 'connecting', contact, attempt: 0, connection: 1 }, 'connecting'],
    [{ phase: 'connecting', contact, attempt: 2, connection: 1 }, 'reconnecting'],
    [connected, 'connected'],
    [{ phase: 'waiting-to-retry', contact, attempt: 1 }, 'reconnecting'],
    [{ phase: 'offline', contact, attempt: 1 }, 'offline'],
    [{ phase: 'ended', contact, by: 'agent' }, 'ended'],
  ] satisfies (readonly [SessionState, string])[]) {
    it(`calls ${session.phase} ${connection}`, () => {
      expect(toPublicState({ ...blankSnapshot, session })).to.include({
        connection,
        contactId: 'contact' in session ? 'contact-1' : undefined,
      });
    });
  }
});
