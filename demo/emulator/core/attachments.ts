import { checkFile, maxAttachments, type FileClaim } from './attachment-rules.js';
import type { Contact, Participant } from './contact.js';
import type { Conversations } from './conversations.js';
import { ServiceError } from './errors.js';
import type { Fault } from './fault-table.js';
import type { Faults } from './faults.js';
import type { Clock, Random } from './ports.js';
import type { Storage, StoredObject } from './storage.js';
import type { Timers } from './timers.js';
import type { EmulatorTimings } from './timings.js';
import type { Item } from './wire.js';

/** What the scanner says of a file, as the wire spells it. */
export type ScanStatus = 'IN_PROGRESS' | 'APPROVED' | 'REJECTED';

/** What the scanner will find of a file, and when. */
export type Scan = Pick<Fault<'scanner'>, 'result'> & Partial<Pick<Fault<'scanner'>, 'ms'>>;

/** A file of a contact, from the moment that somebody asks to upload it. */
export interface Attachment extends FileClaim {
  readonly id: string;
  readonly sender: Participant;
  readonly object: StoredObject;
  /** Until then the upload may begin, in milliseconds since the epoch. */
  readonly uploadUntilMs: number;
  /** The item that carries it; undefined before the upload is complete. */
  itemId?: string;
  /** Undefined before the upload is complete. */
  status?: ScanStatus;
}

/** Where and how a file may be uploaded. */
export interface Upload {
  readonly attachment: Attachment;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface AttachmentsInit {
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly timings: EmulatorTimings;
  readonly faults: Faults;
  readonly storage: Storage;
  readonly conversations: Conversations;
}

/** The files of all contacts: what was asked for, uploaded, sent and scanned. */
export class Attachments {
  readonly #init: AttachmentsInit;
  readonly #attachments = new Map<Contact, Attachment[]>();

  constructor(init: AttachmentsInit) {
    this.#init = init;
  }

  /** A contact's files, in the order in which they were begun. */
  of(contact: Contact): readonly Attachment[] {
    return this.#attachments.get(contact) ?? [];
  }

  /** The contact's file with this id. */
  find(contact: Contact, id: string): Attachment | undefined {
    return this.of(contact).find((attachment) => attachment.id === id);
  }

  /**
   * Keeps a place for a file and says where it may be put.
   *
   * @throws {ServiceError} ValidationException, or ServiceQuotaExceededException when the contact has too many.
   */
  start(contact: Contact, sender: Participant, file: FileClaim): Upload {
    checkFile(file);
    this.#checkQuota(contact);
    const { random, storage, timings, clock } = this.#init;
    const id = random.id();
    const disposition = dispositionOf(file.name);
    const object: StoredObject = {
      key: `${contact.initialId}/${id}`,
      contact,
      attachmentId: id,
      contentType: file.contentType,
      disposition,
      bytes: undefined,
    };
    const headers = {
      'Content-Type': file.contentType,
      'Content-Length': String(file.size),
      'Content-Disposition': disposition,
      // Which headers are signed is the service's business; a client must take along whatever it is given.
      'x-amz-server-side-encryption': 'aws:kms',
    };
    const uploadUntilMs = clock.now() + timings.uploadUrlMs;
    const { url } = storage.presign('PUT', object, timings.uploadUrlMs, headers);
    const attachment: Attachment = { ...file, id, sender, object, uploadUntilMs };
    this.#attachments.set(contact, [...this.of(contact), attachment]);
    return { attachment, url, headers };
  }

  /**
   * Sends an uploaded file into the chat. The item is kept but not delivered yet.
   *
   * @throws {ServiceError} ValidationException if there is no such uploaded file, ConflictException if it was sent before.
   */
  complete(contact: Contact, sender: Participant, id: string, given?: Scan): Item {
    const attachment = this.find(contact, id);
    if (attachment?.sender !== sender) {
      throw new ServiceError('ValidationException', 'AttachmentIds names no attachment of this participant.');
    }
    if (attachment.itemId !== undefined) {
      throw new ServiceError('ConflictException', 'The attachment has been completed already.');
    }
    if (!attachment.object.bytes) {
      throw new ServiceError('ValidationException', 'The attachment has not been uploaded.');
    }
    this.#checkQuota(contact, attachment);
    const { conversations, faults, timings, timers } = this.#init;
    const scan = given ?? faults.strike('scanner', { contact });
    const verdict = scan?.result ?? 'APPROVED';
    attachment.status = verdict === 'SKIPPED' ? 'APPROVED' : 'IN_PROGRESS';
    const item = conversations.compose(contact, sender, {
      Type: 'ATTACHMENT',
      Attachments: [describe(attachment)],
    });
    attachment.itemId = item.Id;
    conversations.keep(contact, item);
    if (verdict === 'APPROVED' || verdict === 'REJECTED') {
      timers.after(scan?.ms ?? timings.scanMs, () => {
        if (attachment.status === 'IN_PROGRESS') this.judge(contact, attachment, verdict);
      });
    }
    return item;
  }

  /** Sends a file on somebody's behalf, without an upload. The answer is its item. */
  send(
    contact: Contact,
    sender: Participant,
    name: string,
    contentType: string,
    bytes: Uint8Array<ArrayBuffer>,
    scan?: Scan,
  ): Item {
    const { attachment } = this.start(contact, sender, { name, contentType, size: bytes.byteLength });
    attachment.object.bytes = bytes;
    const item = this.complete(contact, sender, attachment.id, scan);
    this.#init.conversations.deliver(contact, item);
    return item;
  }

  /** Says what the scanner found: the same item goes out again with its new status. The answer is the item, if it was sent. */
  judge(contact: Contact, attachment: Attachment, status: ScanStatus): Item | undefined {
    const item = contact.transcript.find(attachment.itemId ?? '');
    if (!item || contact.status === 'ended') return undefined;
    attachment.status = status;
    const update = { ...item, Attachments: [describe(attachment)] };
    this.#init.conversations.publish(contact, update);
    if (attachment.sender === contact.customer) contact.flow?.customerAttached(update, attachment);
    return update;
  }

  /** Counts what was sent, and what may still be uploaded: an upload that was given up frees its place when its URL lapses. */
  #checkQuota(contact: Contact, except?: Attachment): void {
    const nowMs = this.#init.clock.now();
    const counted = this.of(contact).filter(
      (other) => other !== except && (other.itemId !== undefined || other.uploadUntilMs > nowMs),
    );
    if (counted.length < maxAttachments) return;
    throw new ServiceError(
      'ServiceQuotaExceededException',
      `A chat takes at most ${String(maxAttachments)} attachments.`,
    );
  }
}

function describe({ id, name, contentType, status }: Attachment): object {
  return { ContentType: contentType, AttachmentId: id, AttachmentName: name, Status: status };
}

// A header value of the service has at most 256 characters.
const maxHeaderLength = 256;

/** A name in the form that headers can carry, with all its letters where there is room. */
function dispositionOf(name: string): string {
  const plain = `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_').slice(0, 120)}"`;
  // A lone half of a surrogate pair cannot be encoded.
  const whole = name.replace(/\p{Surrogate}/gu, '_');
  const full = `${plain}; filename*=UTF-8''${encodeURIComponent(whole)}`;
  return full.length <= maxHeaderLength ? full : plain;
}
