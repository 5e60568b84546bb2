import { expect } from '@open-wc/testing';
import type { ReceivedEntry } from '../../../src/engine/types.js';
import { decodeItem, decodeTranscript } from '../../../src/transport/decode.js';
import {
  attachmentItem,
  chunkItem,
  endedItem,
  epochOfTime,
  event,
  interactiveItem,
  joinedItem,
  messageItem,
  metadataItem,
  time,
  typingItem,
} from './items.js';

/** The entry that an item becomes; fails when it becomes something else. */
function entryOf(item: unknown): ReceivedEntry {
  const fact = decodeItem(item);
  if (fact?.type !== 'entry-received') throw new Error(`Expected an entry, got ${JSON.stringify(fact)}.`);
  return fact.entry;
}

const without = (item: object, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

describe('decodeItem', () => {
  it('reads a message', () => {
    expect(entryOf(messageItem)).to.deep.equal({
      id: 'message-1',
      kind: 'message',
      role: 'agent',
      participantId: 'agent-1',
      displayName: 'Ada',
      contentType: 'text/plain',
      text: 'Hello',
      time: epochOfTime,
      contactId: 'contact-1',
      initialContactId: 'contact-1',
    });
  });

  it('keeps the content of interactive and JSON messages as it is', () => {
    expect(entryOf(interactiveItem)).to.include({
      contentType: interactiveItem.ContentType,
      text: interactiveItem.Content,
      role: 'system',
    });
    expect(entryOf({ ...messageItem, ContentType: 'application/json', Content: '{"a":1}' }).text).to.equal(
      '{"a":1}',
    );
  });

  it('says that past contacts can be read', () => {
    expect(decodeItem({ ...endedItem, ContentType: event('chat.rehydrated') })).to.deep.equal({
      type: 'rehydrated',
    });
  });

  it('finds that in the transcript too', () => {
    const rehydrated = { ...endedItem, ContentType: event('chat.rehydrated') };
    expect(decodeTranscript({ Transcript: [rehydrated] })).to.deep.include({ rehydrated: true });
    expect(decodeTranscript({ Transcript: [endedItem] })).not.to.have.property('rehydrated');
  });

  it('names the past contact of a rehydrated message', () => {
    const entry = entryOf({ ...without(messageItem, 'ContactId'), RelatedContactId: 'contact-0' });
    expect(entry.relatedContactId).to.equal('contact-0');
    expect(entry).not.to.have.property('contactId');
  });

  for (const [name, metadata, expected] of [
    ['a piece', { ChunkNumber: 2, MessageCompleted: false }, { number: 2, complete: false }],
    ['the whole', { ChunkNumber: 9, MessageCompleted: true }, { number: 9, complete: true }],
    ['a piece without a number', { MessageCompleted: false }, { number: 1, complete: false }],
    [
      'a piece with a senseless number',
      { ChunkNumber: -0.5, MessageCompleted: false },
      { number: 1, complete: false },
    ],
    ['no piece', { ChunkNumber: 1 }, undefined],
    ['no piece, null', { ChunkNumber: 1, MessageCompleted: null }, undefined],
  ] as const) {
    it(`tells ${name} of a streamed answer`, () => {
      expect(entryOf({ ...chunkItem, MessageMetadata: metadata }).chunk).to.deep.equal(expected);
    });
  }

  it('brings the receipts that a message carries', () => {
    const { receipts } = entryOf({
      ...messageItem,
      MessageMetadata: {
        MessageId: 'message-1',
        Receipts: [{ DeliveredTimestamp: time, RecipientParticipantId: 'x' }],
      },
    });
    expect(receipts).to.deep.equal([{ messageId: 'message-1', participantId: 'x', kind: 'delivered' }]);
  });

  for (const [status, expected] of [
    ['PROCESSING', 'processing'],
    ['FAILED', 'failed'],
    ['REJECTED', 'rejected'],
    ['PONDERING', undefined],
    ['toString', undefined],
    [7, undefined],
  ] as const) {
    it(`tells what the processing status ${status} makes of a message or a file`, () => {
      for (const item of [messageItem, attachmentItem]) {
        const entry = entryOf({ ...item, MessageMetadata: { MessageProcessingStatus: status } });
        expect(entry.processing).to.equal(expected);
      }
    });
  }

  for (const [role, name, expected] of [
    ['AGENT', 'Ada', 'agent'],
    ['CUSTOMER', 'Jo', 'customer'],
    ['SUPERVISOR', 'Max', 'supervisor'],
    ['CUSTOM_BOT', 'Helper', 'bot'],
    ['SYSTEM', 'SYSTEM_MESSAGE', 'system'],
    ['SYSTEM', 'BOT', 'bot'],
    ['AGENT', 'BOT', 'agent'],
    ['toString', 'Ada', 'system'],
    [undefined, undefined, 'system'],
  ] as const) {
    it(`takes ${role ?? 'no role'} under the name ${name ?? 'of nobody'} as ${expected}`, () => {
      expect(entryOf({ ...messageItem, ParticipantRole: role, DisplayName: name }).role).to.equal(expected);
    });
  }

  for (const name of ['SYSTEM_MESSAGE', 'BOT', '', '  ', undefined, 7]) {
    it(`takes ${JSON.stringify(name)} for no display name`, () => {
      expect(entryOf({ ...messageItem, DisplayName: name })).not.to.have.property('displayName');
    });
  }

  for (const value of [undefined, '', 'yesterday', '2026-11-21T03:15:12', '12', 1_700_000_000_000]) {
    it(`leaves the time out when it is ${JSON.stringify(value)}`, () => {
      expect(entryOf({ ...messageItem, AbsoluteTime: value })).not.to.have.property('time');
    });
  }

  it('gives an item without an id the same id each time', () => {
    const { id } = entryOf(without(endedItem, 'Id'));
    expect(id).not.to.equal('');
    expect(id).to.equal(entryOf({ ...endedItem, Id: '' }).id);
    expect(id).not.to.equal(entryOf(without(joinedItem, 'Id')).id);
  });

  for (const [Status, expected] of [
    ['APPROVED', 'approved'],
    ['REJECTED', 'rejected'],
    ['IN_PROGRESS', 'checking'],
    ['QUARANTINED', 'checking'],
    [undefined, 'approved'],
  ] as const) {
    it(`reads an attachment whose status is ${Status ?? 'missing'}`, () => {
      const [file] = attachmentItem.Attachments;
      const { kind, attachment } = entryOf({ ...attachmentItem, Attachments: [{ ...file, Status }] });
      expect(kind).to.equal('attachment');
      expect(attachment).to.deep.equal({
        id: 'file-1',
        name: 'shot.png',
        type: 'image/png',
        status: expected,
      });
    });
  }

  for (const [suffix, expected] of [
    ['participant.joined', 'joined'],
    ['participant.left', 'left'],
    ['participant.invited', 'invited'],
    ['authentication.initiated', 'authentication-initiated'],
    ['authentication.succeeded', 'authentication-succeeded'],
    ['authentication.success', 'authentication-succeeded'],
    ['authentication.failed', 'authentication-failed'],
    ['authentication.timeout', 'authentication-timeout'],
    ['authentication.expired', 'authentication-expired'],
    ['authentication.cancelled', 'authentication-cancelled'],
    ['participant.idle', 'idle'],
    ['participant.returned', 'returned'],
    ['participant.autodisconnection', 'auto-disconnected'],
    ['participant.displayname.updated', 'name-updated'],
    ['transfer.succeeded', 'transfer-succeeded'],
    ['transfer.failed', 'transfer-failed'],
    ['chat.ended', 'ended'],
  ] as const) {
    it(`reads the event ${suffix}`, () => {
      const entry = entryOf({ ...joinedItem, ContentType: event(suffix) });
      expect(entry).to.include({ kind: 'event', event: expected, text: '', participantId: 'agent-1' });
    });
  }

  it('reads an event that only its type names', () => {
    expect(entryOf({ ...without(endedItem, 'ContentType'), Type: 'CHAT_ENDED' }).event).to.equal('ended');
  });

  it('tells who is typing, our own echo included', () => {
    expect(decodeItem(typingItem)).to.deep.equal({
      type: 'typing-received',
      participantId: 'agent-1',
      role: 'agent',
      displayName: 'Ada',
    });
    expect(decodeItem(without(typingItem, 'ParticipantId'))).to.be.undefined;
  });

  for (const [name, item] of [
    ['nothing', undefined],
    ['null', null],
    ['text', 'MESSAGE'],
    ['a list', [messageItem]],
    ['an empty item', {}],
    ['an event that is new to us', { ...joinedItem, ContentType: event('participant.danced') }],
    ['an event named like a member of every object', { ...joinedItem, ContentType: event('constructor') }],
    ['a type named like a member of every object', { Type: '__proto__' }],
    ['an acknowledgement', { ...endedItem, ContentType: event('connection.acknowledged') }],
    ['a message without content', without(messageItem, 'Content')],
    ['a message whose content is no text', { ...messageItem, Content: { a: 1 } }],
    ['an attachment without a file', { ...attachmentItem, Attachments: [] }],
    ['an attachment without an id', { ...attachmentItem, Attachments: [{ Status: 'APPROVED' }] }],
    [
      'metadata without receipts',
      { ...metadataItem, MessageMetadata: { MessageId: 'message-1', Receipts: [] } },
    ],
    ['a message beyond all bounds', { ...messageItem, Content: 'x'.repeat(1_000_001) }],
  ] as const) {
    it(`ignores ${name}`, () => {
      expect(decodeItem(item)).to.be.undefined;
    });
  }

  describe('receipts', () => {
    for (const Type of ['MESSAGEMETADATA', 'MESSAGE_METADATA', 'EVENT']) {
      it(`reads them from the type ${Type}`, () => {
        expect(decodeItem({ ...metadataItem, Type })).to.deep.equal({
          type: 'receipts-received',
          receipts: [{ messageId: 'message-1', participantId: 'agent-1', kind: 'read' }],
        });
      });
    }

    it('reads every one, not only the first', () => {
      const Receipts = [
        { DeliveredTimestamp: time, RecipientParticipantId: 'a' },
        { RecipientParticipantId: 'nobody' },
        'nonsense',
        { ReadTimestamp: time, RecipientParticipantId: 'b' },
        { ReadTimestamp: '', DeliveredTimestamp: time },
      ];
      expect(decodeItem({ ...metadataItem, MessageMetadata: { MessageId: 'm', Receipts } })).to.deep.equal({
        type: 'receipts-received',
        receipts: [
          { messageId: 'm', participantId: 'a', kind: 'delivered' },
          { messageId: 'm', participantId: 'b', kind: 'read' },
          { messageId: 'm', kind: 'delivered' },
        ],
      });
    });

    it('takes the id of the item when the message is not named', () => {
      const { Receipts } = metadataItem.MessageMetadata;
      const fact = decodeItem({ ...metadataItem, MessageMetadata: { Receipts } });
      expect(fact?.type === 'receipts-received' && fact.receipts[0]?.messageId).to.equal('record-1');
    });
  });
});

describe('decodeTranscript', () => {
  it('reads a page in its order, with receipts apart and typing left out', () => {
    const page = decodeTranscript({
      InitialContactId: 'contact-0',
      NextToken: 'older',
      Transcript: [
        joinedItem,
        without(messageItem, 'InitialContactId'),
        metadataItem,
        typingItem,
        'nonsense',
        endedItem,
      ],
    });
    expect(page?.entries.map(({ id, initialContactId }) => [id, initialContactId])).to.deep.equal([
      ['event-1', 'contact-1'],
      ['message-1', 'contact-0'],
      ['event-2', 'contact-1'],
    ]);
    expect(page?.receipts).to.have.length(1);
    expect(page?.nextToken).to.equal('older');
  });

  it('leaves the receipts that messages carry with them, our own included', () => {
    const MessageMetadata = {
      MessageId: 'message-1',
      Receipts: [{ ReadTimestamp: time, RecipientParticipantId: 'customer-1' }],
    };
    const page = decodeTranscript({ Transcript: [{ ...messageItem, MessageMetadata }] });
    const receipts = [{ messageId: 'message-1', participantId: 'customer-1', kind: 'read' }];
    expect(page?.entries[0]?.receipts).to.deep.equal(receipts);
    expect(page?.receipts).to.be.empty;
  });

  it('tells an answer that is still being written from a whole one', () => {
    const whole = {
      ...chunkItem,
      Id: 'message-2',
      MessageMetadata: { ChunkNumber: 3, MessageCompleted: true },
    };
    const page = decodeTranscript({ Transcript: [chunkItem, whole, messageItem] });
    expect(page?.entries.map(({ chunk }) => chunk)).to.deep.equal([
      { number: 2, complete: false, joined: true },
      { number: 3, complete: true },
      undefined,
    ]);
  });

  for (const NextToken of [undefined, null, '']) {
    it(`knows the end of the history by the token ${JSON.stringify(NextToken)}`, () => {
      expect(decodeTranscript({ Transcript: [], NextToken })).to.deep.equal({ entries: [], receipts: [] });
    });
  }

  it('is empty without a transcript and nothing when it is no page', () => {
    expect(decodeTranscript({})).to.deep.equal({ entries: [], receipts: [] });
    expect(decodeTranscript('page')).to.be.undefined;
  });
});
