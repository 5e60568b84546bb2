import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ReceivedEntry, ReceivedFact, Receipt } from '../../../src/engine/types.js';
import { decodeItem, decodeTranscript } from '../../../src/transport/decode.js';
import { decodeFrame } from '../../../src/transport/frames.js';
import * as items from './items.js';
import { mutated } from './mutations.js';

const samples: readonly object[] = [
  items.messageItem,
  items.chunkItem,
  items.interactiveItem,
  items.attachmentItem,
  items.typingItem,
  items.joinedItem,
  items.endedItem,
  items.metadataItem,
];
const item = fc.oneof(...samples.map(mutated));

const optionalText = (value: unknown) => value === undefined || (typeof value === 'string' && value !== '');

/** Fails when a fact is not what its type says. */
function check(fact: ReceivedFact | undefined): void {
  if (fact?.type === 'entry-received') checkEntry(fact.entry);
  if (fact?.type === 'receipts-received') checkReceipts(fact.receipts);
  if (fact?.type === 'typing-received') expect(optionalText(fact.participantId)).to.be.true;
}

function checkEntry(entry: ReceivedEntry): void {
  expect(entry.id).to.be.a('string').that.is.not.empty;
  expect(entry.text).to.be.a('string');
  expect(entry.contentType).to.be.a('string').that.is.not.empty;
  expect(['message', 'attachment', 'event']).to.include(entry.kind);
  expect(['customer', 'agent', 'supervisor', 'bot', 'system']).to.include(entry.role);
  expect(entry.kind === 'event').to.equal(entry.event !== undefined);
  expect(entry.kind === 'attachment').to.equal(entry.attachment !== undefined);
  expect(entry.time === undefined || Number.isFinite(entry.time)).to.be.true;
  expect(entry.chunk === undefined || (Number.isSafeInteger(entry.chunk.number) && entry.chunk.number > 0)).to
    .be.true;
  for (const value of [
    entry.participantId,
    entry.displayName,
    entry.contactId,
    entry.initialContactId,
    entry.relatedContactId,
  ]) {
    expect(optionalText(value)).to.be.true;
  }
  // "Absent" has one form only.
  expect(Object.values(entry)).not.to.include(undefined);
  checkReceipts(entry.receipts ?? []);
}

function checkReceipts(receipts: readonly Receipt[]): void {
  for (const { messageId, participantId, kind } of receipts) {
    expect(messageId).to.be.a('string').that.is.not.empty;
    expect(optionalText(participantId)).to.be.true;
    expect(['delivered', 'read']).to.include(kind);
  }
}

describe('decoding whatever may come', () => {
  it('never throws and never invents a fact of another shape (items)', () => {
    fc.assert(
      fc.property(item, (value) => check(decodeItem(value))),
      { numRuns: 1_000 },
    );
  });

  it('never throws and never invents a page of another shape (transcripts)', () => {
    const page = fc.record({
      InitialContactId: fc.string(),
      NextToken: fc.string(),
      Transcript: fc.array(item, { maxLength: 4 }),
    });
    const changed = page.chain((value) => fc.oneof(fc.constant(value as unknown), mutated(value)));
    fc.assert(
      fc.property(changed, (value) => {
        const read = decodeTranscript(value);
        read?.entries.forEach(checkEntry);
        checkReceipts(read?.receipts ?? []);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on a frame', () => {
    const envelope = fc.jsonValue().map((content) => JSON.stringify({ topic: 'aws/chat', content }));
    const encoded = fc
      .oneof(...samples.map((sample) => fc.constant(JSON.stringify(sample))))
      .chain((content) => {
        const text = JSON.stringify({ topic: 'aws/chat', contentType: 'application/json', content });
        return fc.nat({ max: text.length }).map((cut) => text.slice(0, cut));
      });
    const data = fc.oneof(fc.string(), fc.anything(), envelope, encoded);
    fc.assert(
      fc.property(data, (value) => {
        const frame = decodeFrame(value);
        if (frame?.type === 'item') check(frame.fact);
      }),
      { numRuns: 1_000 },
    );
  });
});
