/** Chat items as the service sends them. */

const ids = { InitialContactId: 'contact-1', ContactId: 'contact-1' };
const agent = { ParticipantId: 'agent-1', DisplayName: 'Ada', ParticipantRole: 'AGENT' };

export const time = '2026-11-21T03:15:12.001Z';
export const epochOfTime = Date.parse(time);
export const event = (suffix: string) => `application/vnd.amazonaws.connect.event.${suffix}`;

export const messageItem = {
  AbsoluteTime: time,
  Content: 'Hello',
  ContentType: 'text/plain',
  Id: 'message-1',
  Type: 'MESSAGE',
  ...agent,
  ...ids,
};

export const chunkItem = {
  ...messageItem,
  ParticipantRole: 'SYSTEM',
  DisplayName: 'BOT',
  MessageMetadata: { ChunkNumber: 2, MessageCompleted: false },
};

export const interactiveItem = {
  ...messageItem,
  ParticipantRole: 'SYSTEM',
  DisplayName: 'SYSTEM_MESSAGE',
  ContentType: 'application/vnd.amazonaws.connect.message.interactive',
  Content: '{"templateType":"QuickReply","version":"1.0","data":{"content":{"title":"Well?","elements":[]}}}',
};

export const attachmentItem = {
  AbsoluteTime: time,
  Attachments: [
    { ContentType: 'image/png', AttachmentId: 'file-1', AttachmentName: 'shot.png', Status: 'APPROVED' },
  ],
  Id: 'item-1',
  Type: 'ATTACHMENT',
  ...agent,
  ...ids,
};

export const typingItem = {
  AbsoluteTime: time,
  ContentType: event('typing'),
  Id: 'typing-1',
  Type: 'EVENT',
  ...agent,
  ...ids,
};

export const joinedItem = { ...typingItem, ContentType: event('participant.joined'), Id: 'event-1' };

export const endedItem = {
  AbsoluteTime: time,
  ContentType: event('chat.ended'),
  Id: 'event-2',
  Type: 'EVENT',
  ...ids,
};

export const metadataItem = {
  AbsoluteTime: time,
  ContentType: event('message.metadata'),
  Id: 'record-1',
  Type: 'MESSAGEMETADATA',
  MessageMetadata: {
    MessageId: 'message-1',
    Receipts: [{ DeliveredTimestamp: time, ReadTimestamp: time, RecipientParticipantId: 'agent-1' }],
  },
};
