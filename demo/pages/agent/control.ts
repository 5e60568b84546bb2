/** The emulator's control API as the console uses it: see `demo/emulator/README.md`. */

/** What the list shows of a contact. */
export interface ContactSummary {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly status: 'active' | 'ending' | 'ended';
  /** Who has the customer. */
  readonly queue: 'none' | 'bot' | 'waiting' | 'agent';
  readonly displayName: string;
  readonly agentName: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly lastMessage: { readonly text: string; readonly role: string; readonly time: string } | null;
}

/** One item of the transcript in the service's own spelling. */
export interface Item {
  readonly Id: string;
  readonly AbsoluteTime: string;
  readonly Type: string;
  readonly ContentType?: string;
  readonly Content?: string;
  readonly ParticipantId?: string;
  readonly ParticipantRole?: string;
  readonly DisplayName?: string;
  readonly Attachments?: readonly ItemAttachment[];
  readonly MessageMetadata?: {
    readonly MessageCompleted?: boolean;
    readonly Receipts?: readonly ItemReceipt[];
  };
}

/** A file that an item carries. */
export interface ItemAttachment {
  readonly AttachmentId: string;
  readonly AttachmentName: string;
  readonly ContentType: string;
  readonly Status: 'APPROVED' | 'IN_PROGRESS' | 'REJECTED';
}

/** Something that the script can show. */
export interface Word {
  readonly title: string;
  readonly subtitle: string;
}

/** Who has received or read a message, and when. */
export interface ItemReceipt {
  readonly DeliveredTimestamp?: string;
  readonly ReadTimestamp?: string;
  readonly RecipientParticipantId?: string;
}

/** The whole of a contact, as far as the console reads it. */
export interface ContactDetail extends ContactSummary {
  /** The emulator's clock, to compare `lastTypingAt` with. */
  readonly now: string;
  readonly participants: readonly {
    readonly participantId: string;
    readonly role: string;
    readonly displayName: string;
    readonly state: 'invited' | 'connected' | 'left';
    readonly lastTypingAt: string | null;
  }[];
  readonly transcript: readonly Item[];
  readonly sockets: readonly { readonly participantId: string; readonly subscribed: boolean }[];
}

/** What an agent may do in a contact. */
export type AgentAction =
  | { readonly action: 'join'; readonly displayName: string }
  | {
      readonly action: 'message';
      readonly content: string;
      readonly contentType: 'text/plain' | 'text/markdown';
    }
  | { readonly action: 'transfer'; readonly displayName?: string }
  | { readonly action: 'typing' | 'read' | 'idle' | 'return' }
  | { readonly action: 'leave'; readonly next?: 'survey' };

/** All contacts, newest first. */
export async function listContacts(): Promise<readonly ContactSummary[]> {
  const { contacts } = await call<{ contacts: readonly ContactSummary[] }>('GET', '/control/contacts');
  return contacts;
}

/** One contact with its transcript. */
export function getContact(id: string): Promise<ContactDetail> {
  return call('GET', `/control/contacts/${encodeURIComponent(id)}`);
}

/** Plays the agent. */
export function act(id: string, action: AgentAction): Promise<unknown> {
  return call('POST', `/control/contacts/${encodeURIComponent(id)}/agent`, action);
}

/** What the script can show, in groups. */
export async function listWords(): Promise<readonly (readonly Word[])[]> {
  return (await call<{ words: readonly (readonly Word[])[] }>('GET', '/control/words')).words;
}

/** Shows the customer what the script shows to a word. */
export function show(id: string, word: string): Promise<unknown> {
  return call('POST', `/control/contacts/${encodeURIComponent(id)}/show`, { word });
}

/** Sends a file as the agent. */
export function sendFile(id: string, file: File): Promise<unknown> {
  const query = new URLSearchParams({ name: file.name });
  return call('POST', `/control/contacts/${encodeURIComponent(id)}/attachments?${query.toString()}`, file);
}

/** Where a file can be read, whatever the scanner found. */
export function fileUrl(id: string, attachmentId: string): string {
  return `/control/contacts/${encodeURIComponent(id)}/attachments/${encodeURIComponent(attachmentId)}`;
}

/** Says what the scanner found of a file. */
export function judge(id: string, attachmentId: string, status: 'APPROVED' | 'REJECTED'): Promise<unknown> {
  return call('POST', fileUrl(id, attachmentId), { status });
}

/** Ends the contact for everybody. */
export function endContact(id: string): Promise<unknown> {
  return call('POST', `/control/contacts/${encodeURIComponent(id)}/end`, {});
}

/** Calls back with the initial contact id whenever a contact changed, and with whether the emulator can be heard at all. */
export function watchContacts(
  changed: (initialContactId?: string) => void,
  heard: (open: boolean) => void,
): void {
  const source = new EventSource('/control/events');
  source.addEventListener('open', () => {
    heard(true);
    changed(); // Whatever happened while nobody listened.
  });
  source.addEventListener('error', () => heard(false));
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    changed((JSON.parse(data) as { contactId: string }).contactId);
  });
}

/** @throws {Error} with the emulator's own sentence when it refuses. */
async function call<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body instanceof Blob && { body }),
    ...(body !== undefined &&
      !(body instanceof Blob) && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) {
    const { error } = answer as { error?: { message?: string } };
    throw new Error(error?.message ?? `The emulator answered ${response.status}.`);
  }
  return answer as Answer;
}
