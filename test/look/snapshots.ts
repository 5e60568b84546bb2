import type { Contact, Entry, Participant, SessionState, Snapshot } from '../../src/engine/types.js';
import { blankSnapshot } from '../support/fake-session.js';

/** What one frame shows, under the name that the same frame has in the design. */
export interface Frame {
  readonly snapshot: Partial<Snapshot>;
  /** What the customer has typed. */
  readonly draft?: string;
  /** Set to leave the cursor out of the composer although there is a draft. */
  readonly unfocused?: boolean;
  readonly open?: 'options' | 'end-dialog';
  /** Snapshots that follow the first one. */
  readonly then?: readonly Partial<Snapshot>[];
  readonly maxMessageBytes?: number;
  readonly inline?: boolean;
  /** Set to ask for consent. */
  readonly consent?: boolean;
  readonly composerError?: string;
}

/** Time of day, today or some days ago, in epoch milliseconds. */
function at(time: string, daysAgo = 0): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const date = new Date();
  date.setHours(hours, minutes, 0, 0);
  date.setDate(date.getDate() - daysAgo);
  return date.getTime();
}

let count = 0;
const entry = (changes: Partial<Entry> & Pick<Entry, 'role' | 'text' | 'time'>): Entry => ({
  key: `entry-${(count += 1)}`,
  kind: 'message',
  own: changes.role === 'customer',
  contentType: 'text/plain',
  ...changes,
});
const own = (text: string, time: number, changes: Partial<Entry> = {}) =>
  entry({ role: 'customer', text, time, participantId: 'sam', ...changes });
const bot = (text: string, time: number, changes: Partial<Entry> = {}) =>
  entry({ role: 'bot', text, time, participantId: 'bot', displayName: 'Halden Assistant', ...changes });
const by =
  (displayName: string) =>
  (text: string, time: number, changes: Partial<Entry> = {}) =>
    entry({ role: 'agent', text, time, participantId: displayName, displayName, ...changes });
const maya = by('Maya Okafor');
const jonas = by('Jonas Lie');
const event = (name: NonNullable<Entry['event']>, who: string, time: number) =>
  entry({ role: 'agent', kind: 'event', event: name, text: '', time, displayName: who, participantId: who });

const contact: Contact = { contactId: 'contact', participantId: 'sam' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const here = (displayName: string, role: Participant['role'], typing = false): Participant => ({
  id: displayName,
  role,
  displayName,
  presence: 'here',
  typing,
});
const withMaya = { session: connected, participants: [here('Maya Okafor', 'agent')] };
const withBot = { session: connected, participants: [here('Halden Assistant', 'bot')] };
const markdown = { contentType: 'text/markdown' };

const talk: readonly Entry[] = [
  own('The dimmer on my Arc lamp has started to buzz', at('14:01')),
  bot('Sorry to hear that. Is this order **H‑20418**, delivered 12 November?', at('14:02'), markdown),
  own('Yes, that one', at('14:02')),
  bot('Thank you. I’ll bring in someone who can help.', at('14:03')),
  event('joined', 'Maya', at('14:04')),
  maya('Hi Sam, Maya here. I’ve read the conversation so far.', at('14:04')),
  maya('Does it buzz at every level, or only when it’s low?', at('14:04')),
  own('Only below about 30%', at('14:06'), { delivery: 'read' }),
];

const long =
  'It buzzes in the living room and in the hall, on two separate sockets, so I don’t think the wiring is to blame. I tried these:';
const bytes = new TextEncoder().encode(long).length;

/** Every frame that there is something to show for. */
export const frames: Readonly<Record<string, Frame>> = {
  welcome: { snapshot: blankSnapshot },
  consent: { snapshot: blankSnapshot, consent: true },
  earlier: { snapshot: { ...withMaya, entries: talk.slice(3), history: 'more' } },
  'earlier-loading': { snapshot: { ...withMaya, entries: talk.slice(3), history: 'loading' } },
  conversation: { snapshot: { ...withMaya, entries: talk } },
  narrow: { snapshot: { ...withMaya, entries: talk } },
  inline: { snapshot: { ...withMaya, entries: talk }, inline: true },
  phone: { snapshot: { ...withMaya, entries: talk } },
  statuses: {
    snapshot: {
      ...withMaya,
      entries: [
        maya(
          'That points to the dimmer itself. Can you tell me the **revision letter** on the plug?',
          at('14:07'),
          markdown,
        ),
        own('One second', at('14:08'), { delivery: 'read' }),
        own('It says rev. B', at('14:08'), { delivery: 'read' }),
        own('There’s a number too: 4471-09', at('14:09'), { delivery: 'delivered' }),
        own('Should I unplug it for now?', at('14:09'), { delivery: 'sent' }),
        own('It gets a little warm', at('14:09'), { delivery: 'sending' }),
        own('And here is my receipt number, 88‑2041‑8', at('14:09'), { delivery: 'failed' }),
      ],
    },
  },
  typing: {
    snapshot: {
      session: connected,
      participants: [here('Jonas Lie', 'agent', true)],
      entries: [
        maya('Good morning, Sam. I checked with the workshop.', at('09:12'), { key: 'first-missed' }),
        event('joined', 'Jonas', at('09:15')),
        own('Great, thank you both', at('09:16'), { delivery: 'read' }),
      ],
      firstMissed: 'first-missed',
    },
    draft: 'Which day would it arrive?',
  },
  unread: {
    snapshot: {
      ...withMaya,
      entries: [
        own('Should I unplug it for now?', at('18:40', 1), { delivery: 'read' }),
        maya('Yes please. It’s safe, but there’s no reason to let it buzz.', at('18:41', 1)),
        maya('Good morning, Sam. I checked with the workshop.', at('09:12'), { key: 'first-unread' }),
        maya(
          'Rev. B dimmers from that batch are being replaced for free, and the new one is quieter as well.',
          at('09:12'),
        ),
        event('joined', 'Jonas', at('09:15')),
        jonas('Hi Sam', at('09:15')),
      ],
      unread: 3,
      firstUnread: 'first-unread',
    },
  },
  checked: {
    snapshot: {
      ...withMaya,
      entries: [
        maya('Can you tell me the revision letter on the plug?', at('14:07')),
        own('It says rev. B', at('14:08'), { delivery: 'read' }),
        own('My card is 4111 1111 1111 1111', at('14:09'), { delivery: 'sent', processing: 'rejected' }),
        own('And my account number', at('14:09'), { delivery: 'sent', processing: 'failed' }),
        own('Should I unplug it for now?', at('14:09'), { delivery: 'sent', processing: 'processing' }),
      ],
    },
  },
  rich: {
    snapshot: {
      ...withBot,
      entries: [
        own('How do I swap the dimmer?', at('14:11'), { delivery: 'read' }),
        bot(
          'You need no tools:\n\n1. Unplug the lamp.\n2. Press the tab marked `B` and slide the dimmer off.\n3. Push the new one on until it **clicks**.\n\nThere are pictures in [the Arc guide](https://example.com/arc).',
          at('14:11'),
          markdown,
        ),
        own('And the old part?', at('14:12')),
        bot(
          'Send it back in the same box, the label is already on it. If you prefer to recycle it, any',
          at('14:12'),
          { streaming: true },
        ),
      ],
    },
  },
  'composer-typed': { snapshot: blankSnapshot, draft: 'It says rev. B' },
  'composer-multi': { snapshot: blankSnapshot, draft: `${long}\n- a new bulb\n- another socket` },
  'composer-near': { snapshot: blankSnapshot, draft: long, maxMessageBytes: bytes + 12 },
  'composer-over': { snapshot: blankSnapshot, draft: long, maxMessageBytes: bytes - 38, unfocused: true },
  'composer-disabled': {
    snapshot: {
      ...withMaya,
      entries: talk,
      ending: true,
      outbox: [
        {
          key: 'e',
          type: 'end',
          clientToken: 'e',
          text: '',
          contentType: '',
          status: 'sending',
          attempts: 0,
        },
      ],
    },
  },
  offline: {
    snapshot: {
      session: { phase: 'offline', contact, attempt: 1 },
      participants: [here('Maya Okafor', 'agent')],
      entries: [
        maya('Can you tell me the revision letter on the plug?', at('14:07')),
        own('It says rev. B', at('14:08'), { delivery: 'delivered' }),
        own('There’s a number too: 4471-09', at('14:09'), { delivery: 'queued' }),
        own('Should I unplug it for now?', at('14:09'), { delivery: 'queued' }),
      ],
    },
  },
  'queue-full': {
    snapshot: {
      session: { phase: 'offline', contact, attempt: 1 },
      participants: [here('Maya Okafor', 'agent')],
      entries: [own('It says rev. B', at('14:08'), { delivery: 'queued' })],
    },
    draft: 'There’s a number too: 4471-09',
    composerError: 'Too many messages are waiting to be sent. Wait until you’re back online.',
  },
  reconnecting: {
    snapshot: {
      session: { phase: 'offline', contact, attempt: 1 },
      participants: [here('Maya Okafor', 'agent')],
      entries: talk.slice(4),
    },
    then: [{ session: { phase: 'waiting-to-retry', contact, attempt: 1 } }],
  },
  waiting: {
    snapshot: {
      session: { phase: 'offline', contact, attempt: 1 },
      entries: [bot('Thank you. I’ll bring in someone who can help.', at('14:03'))],
    },
    then: [{ session: connected }],
  },
  connecting: {
    snapshot: {
      session: { phase: 'starting', clientToken: 'start-1' },
      entries: [own('My lamp has a problem', at('14:00'), { delivery: 'sending' })],
    },
  },
  'start-error': {
    snapshot: {
      session: { phase: 'failed', problem: { code: 'start-chat/timeout', recoverable: true } },
    },
  },
  settings: { snapshot: { ...withMaya, entries: talk.slice(3) }, open: 'options' },
  'end-dialog': { snapshot: { ...withMaya, entries: talk.slice(3) }, open: 'end-dialog' },
  'ended-resumed': { snapshot: { session: { phase: 'ended', contact, by: 'system' }, resumed: true } },
  ended: {
    snapshot: {
      session: { phase: 'ended', contact, by: 'agent' },
      participants: [{ ...here('Maya Okafor', 'agent'), presence: 'left' }],
      entries: [
        ...talk.slice(6),
        maya('The new dimmer ships today. Have a good weekend, Sam.', at('14:20')),
        event('left', 'Maya', at('14:21')),
      ],
    },
  },
};
