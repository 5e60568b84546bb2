import type { Contact } from './contact.js';
import type { TokenKind } from './tokens.js';
import type { Grant } from './tokens.js';

/** What an operation answers when all went well. */
export interface Outcome {
  /** The reply; members that are undefined are left out. */
  readonly body: object;
  /** What the contact's sockets see of it; run before or after the reply, as the faults say. */
  readonly echo?: () => void;
  /** The contact that the request turned out to belong to. */
  readonly contact?: Contact;
}

/** One operation of the Participant Service. */
export interface ParticipantOperation {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly bearer: Exclude<TokenKind, 'socket'>;
  /** Performs the operation for an authorised caller; `segment` is what the path captures, decoded. Throws ServiceError. */
  readonly run: (grant: Grant, body: unknown, segment: string) => Outcome;
}
