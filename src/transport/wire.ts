/**
 * Amazon Connect's own names and shapes, as its API reference and its published clients give them. They describe what is
 * sent, and name what `decode.ts` looks for; nothing received is trusted to have these shapes.
 */

/** What comes before the name of an event in its content type. */
export const eventPrefix = 'application/vnd.amazonaws.connect.event.';

/** Content type of the event that says that we are typing. */
export const typingContentType = `${eventPrefix}typing`;

/** Content types of the events that acknowledge a message. */
export const receiptContentTypes = {
  delivered: `${eventPrefix}message.delivered`,
  read: `${eventPrefix}message.read`,
} as const;

/** The one socket topic that carries chat items. */
export const chatTopic = 'aws/chat';

/** `ParticipantRole` of an item. */
export type WireRole = 'AGENT' | 'CUSTOMER' | 'SYSTEM' | 'CUSTOM_BOT' | 'SUPERVISOR';

/** `Receipts` of a message: who has received or read it, and when. */
export interface WireReceipt {
  readonly RecipientParticipantId?: string;
  readonly DeliveredTimestamp?: string;
  readonly ReadTimestamp?: string;
}

/** `MessageMetadata` of an item. The two members for streamed answers are in no published client. */
export interface WireMetadata {
  readonly MessageId?: string;
  readonly Receipts?: readonly WireReceipt[];
  /** Of messages that something of the service's own (redaction, say) looks at before they are let through. */
  readonly MessageProcessingStatus?: 'PROCESSING' | 'FAILED' | 'REJECTED';
  readonly ChunkNumber?: number;
  readonly MessageCompleted?: boolean;
}

/** The file of an ATTACHMENT item. */
export interface WireAttachment {
  readonly AttachmentId?: string;
  readonly AttachmentName?: string;
  readonly ContentType?: string;
  readonly Status?: 'APPROVED' | 'REJECTED' | 'IN_PROGRESS';
}

/** A chat item, alike on the socket and in the transcript. */
export interface WireItem {
  readonly Id?: string;
  readonly Type?: string;
  readonly ContentType?: string;
  readonly Content?: string;
  /** ISO 8601 in UTC. */
  readonly AbsoluteTime?: string;
  readonly ParticipantId?: string;
  readonly ParticipantRole?: WireRole;
  readonly DisplayName?: string;
  readonly Attachments?: readonly WireAttachment[];
  readonly MessageMetadata?: WireMetadata;
  readonly ContactId?: string;
  /** On the socket only; the transcript says it once for all of its items. */
  readonly InitialContactId?: string;
  /** The past contact that an item of a persistent chat comes from. */
  readonly RelatedContactId?: string;
}

/** The body that a start-chat endpoint receives, as Amazon's sample back end and chat interface exchange it. */
export interface StartChatRequest {
  readonly InstanceId?: string;
  readonly ContactFlowId?: string;
  readonly ParticipantDetails: { readonly DisplayName: string };
  /** The name again, for back ends that were written for Amazon's chat interface. */
  readonly Username: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly InitialMessage?: { readonly ContentType: 'text/plain'; readonly Content: string };
  readonly ChatDurationInMinutes?: number;
  readonly SupportedMessagingContentTypes: readonly string[];
  readonly PersistentChat?: { readonly SourceContactId: string; readonly RehydrationType: string };
  /** One per attempt to start; a repeat of the same request starts no second contact. */
  readonly ClientToken: string;
}
