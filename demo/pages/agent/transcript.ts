import { fileUrl, type ContactDetail, type Item } from './control.js';
import { describe } from './describe.js';

/** How long somebody's typing is shown, in milliseconds: clients repeat it every ten seconds at most. */
const typingShownMs = 12_000;

/** What somebody said in one go, or one line about what happened. */
export type Line =
  | { readonly kind: 'event'; readonly key: string; readonly text: string; readonly time: string }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly voice: 'agent' | 'customer' | 'machine';
      readonly name: string;
      readonly time: string;
      readonly messages: readonly Message[];
    };

/** One bubble. */
export interface Message {
  readonly key: string;
  readonly text: string;
  readonly markdown: boolean;
  /** More of it is to come. */
  readonly streaming: boolean;
  /** Of an agent's message: what is known of its way to the customer. */
  readonly receipt?: 'Sent' | 'Delivered' | 'Read';
  /** The file that is sent instead of a text. */
  readonly file?: AttachedFile;
}

/** A file in the conversation. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly isPicture: boolean;
  readonly status: 'APPROVED' | 'IN_PROGRESS' | 'REJECTED';
}

const eventTexts: Readonly<Record<string, (name: string) => string>> = {
  'participant.joined': (name) => `${name} joined`,
  'participant.left': (name) => `${name} left`,
  'participant.invited': (name) => `${name} was invited`,
  'participant.idle': (name) => `${name} is idle`,
  'participant.returned': (name) => `${name} is back`,
  'transfer.succeeded': () => 'Transferred',
  'transfer.failed': () => 'The transfer failed',
  'participant.displayname.updated': (name) => `The customer is now ${name}`,
  'authentication.initiated': () => 'The customer is asked to sign in',
  'authentication.succeeded': () => 'The customer has signed in',
  'authentication.failed': () => 'The sign-in failed',
  'authentication.timeout': () => 'The customer did not sign in in time',
  'authentication.expired': () => 'The sign-in expired',
  'authentication.cancelled': () => 'The customer goes on without signing in',
  'chat.ended': () => 'The chat has ended',
};

/** The transcript as lines, the messages of one speaker grouped. */
export function toLines({ initialContactId, transcript, participants }: ContactDetail): Line[] {
  const customer = participants.find(({ role }) => role === 'CUSTOMER')?.participantId;
  const lines: Line[] = [];
  for (const item of transcript) {
    if (item.Type === 'EVENT') {
      const text = eventText(item);
      if (text !== undefined) lines.push({ kind: 'event', key: item.Id, text, time: item.AbsoluteTime });
      continue;
    }
    const message = toMessage(item, customer, initialContactId);
    const last = lines.at(-1);
    const name = item.DisplayName ?? 'Unknown';
    const voice = voiceOf(item);
    if (last?.kind === 'group' && last.voice === voice && last.name === name) {
      lines[lines.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      lines.push({ kind: 'group', key: item.Id, voice, name, time: item.AbsoluteTime, messages: [message] });
    }
  }
  return saidOnce(lines);
}

/** How much longer the customer's typing should show, in milliseconds; 0 when it should not. */
export function customerTypesForMs({ now, participants, transcript }: ContactDetail): number {
  const customer = participants.find(({ role }) => role === 'CUSTOMER');
  if (!customer?.lastTypingAt) return 0;
  const typedAt = Date.parse(customer.lastTypingAt);
  const saidSince = transcript.some(
    (item) =>
      item.ParticipantRole === 'CUSTOMER' &&
      item.Type !== 'EVENT' &&
      Date.parse(item.AbsoluteTime) >= typedAt,
  );
  return saidSince ? 0 : Math.max(0, typedAt + typingShownMs - Date.parse(now));
}

/** The customer's newest message, when no agent has read it. */
export function unreadMessageId({ transcript, participants }: ContactDetail): string | undefined {
  const newest = transcript.findLast((item) => item.ParticipantRole === 'CUSTOMER' && item.Type !== 'EVENT');
  const customer = participants.find(({ role }) => role === 'CUSTOMER')?.participantId;
  const receipts = newest?.MessageMetadata?.Receipts ?? [];
  const read = receipts.some((one) => one.ReadTimestamp && one.RecipientParticipantId !== customer);
  return read ? undefined : newest?.Id;
}

const ranks = { Sent: 1, Delivered: 2, Read: 3 } as const;

/** Keeps a receipt only where no later message has got as far: a read message says that those before it arrived. */
function saidOnce(lines: readonly Line[]): Line[] {
  let best = 0;
  return lines
    .toReversed()
    .map((line) => {
      if (line.kind === 'event') return line;
      const messages = line.messages.toReversed().map((message) => {
        const rank = message.receipt ? ranks[message.receipt] : 0;
        if (rank > best) {
          best = rank;
          return message;
        }
        const { receipt: _, ...rest } = message;
        return rest;
      });
      return { ...line, messages: messages.toReversed() };
    })
    .toReversed();
}

function toMessage(item: Item, customer: string | undefined, contactId: string): Message {
  const receipt = item.ParticipantRole === 'AGENT' ? receiptOf(item, customer) : undefined;
  return {
    key: item.Id,
    text: item.Content === undefined ? `[${item.Type.toLowerCase()}]` : describe(item),
    markdown: item.ContentType === 'text/markdown',
    streaming: item.MessageMetadata?.MessageCompleted === false,
    ...(receipt && { receipt }),
    ...fileOf(item, contactId),
  };
}

function fileOf({ Attachments }: Item, contactId: string): { readonly file?: AttachedFile } {
  const attachment = Attachments?.[0];
  if (!attachment) return {};
  const { AttachmentId: id, AttachmentName: name, ContentType, Status: status } = attachment;
  return {
    file: { id, name, url: fileUrl(contactId, id), isPicture: ContentType.startsWith('image/'), status },
  };
}

function receiptOf(item: Item, customer: string | undefined): 'Sent' | 'Delivered' | 'Read' {
  const theirs =
    item.MessageMetadata?.Receipts?.filter((one) => one.RecipientParticipantId === customer) ?? [];
  if (theirs.some((receipt) => receipt.ReadTimestamp)) return 'Read';
  return theirs.some((receipt) => receipt.DeliveredTimestamp) ? 'Delivered' : 'Sent';
}

function voiceOf(item: Item): 'agent' | 'customer' | 'machine' {
  if (item.ParticipantRole === 'AGENT' || item.ParticipantRole === 'SUPERVISOR') return 'agent';
  return item.ParticipantRole === 'CUSTOMER' ? 'customer' : 'machine';
}

function eventText({ ContentType = '', DisplayName }: Item): string | undefined {
  const name = ContentType.replace('application/vnd.amazonaws.connect.event.', '');
  return eventTexts[name]?.(DisplayName ?? 'Somebody');
}
