import assert from 'node:assert/strict';
import type {
  ReceivedEntry,
  ReceivedFact,
  Receipt,
  StoredChat,
  TranscriptPage,
} from '../../src/engine/types.js';

const kinds = ['message', 'attachment', 'event'];
const roles = ['customer', 'agent', 'supervisor', 'bot', 'system'];
const standings = [undefined, 'processing', 'failed', 'rejected'];

function isText(value: unknown): void {
  assert.ok(typeof value === 'string' && value !== '');
}

function isOptionalText(value: unknown): void {
  if (value !== undefined) isText(value);
}

/** Fails when a fact is not what its type says. */
export function checkFact(fact: ReceivedFact | undefined): void {
  if (fact?.type === 'entry-received') checkEntry(fact.entry);
  if (fact?.type === 'receipts-received') checkReceipts(fact.receipts);
  if (fact?.type === 'typing-received') {
    isText(fact.participantId);
    isOptionalText(fact.displayName);
    assert.ok(roles.includes(fact.role));
  }
}

/** Fails when a page of the transcript is not what its type says. */
export function checkPage(page: TranscriptPage | undefined): void {
  page?.entries.forEach(checkEntry);
  checkReceipts(page?.receipts ?? []);
  isOptionalText(page?.nextToken);
}

function checkEntry(entry: ReceivedEntry): void {
  isText(entry.id);
  isText(entry.contentType);
  assert.equal(typeof entry.text, 'string');
  assert.ok(kinds.includes(entry.kind) && roles.includes(entry.role));
  assert.equal(entry.kind === 'event', entry.event !== undefined);
  assert.equal(entry.kind === 'attachment', entry.attachment !== undefined);
  assert.ok(entry.time === undefined || Number.isFinite(entry.time));
  assert.ok(standings.includes(entry.processing));
  const { chunk, attachment } = entry;
  if (chunk) assert.ok(Number.isSafeInteger(chunk.number) && chunk.number > 0);
  if (attachment) {
    isText(attachment.id);
    assert.equal(typeof attachment.name, 'string');
    assert.ok(attachment.size === undefined || Number.isSafeInteger(attachment.size));
  }
  for (const value of [entry.participantId, entry.displayName, entry.contactId]) isOptionalText(value);
  for (const value of [entry.initialContactId, entry.relatedContactId]) isOptionalText(value);
  // "Absent" has one form only.
  assert.ok(!Object.values(entry).includes(undefined));
  checkReceipts(entry.receipts ?? []);
}

function checkReceipts(receipts: readonly Receipt[]): void {
  for (const { messageId, participantId, kind } of receipts) {
    isText(messageId);
    isOptionalText(participantId);
    assert.ok(['delivered', 'read'].includes(kind));
  }
}

/** Fails when what was kept of a chat is not what its type says. */
export function checkStoredChat(chat: StoredChat): void {
  assert.equal(chat.contact === undefined, chat.credentials === undefined);
  if (chat.contact) {
    isText(chat.contact.contactId);
    assert.equal(typeof chat.contact.participantId, 'string');
    isOptionalText(chat.contact.continuedFromContactId);
  }
  if (chat.credentials) {
    isText(chat.credentials.participantToken);
    isOptionalText(chat.credentials.participantEndpoint);
  }
  isOptionalText(chat.startToken);
  isOptionalText(chat.place);
  assert.equal(typeof chat.draft, 'string');
  assert.equal(typeof chat.ending, 'boolean');
  assert.ok(Number.isFinite(chat.seenUntil));
  for (const value of Object.values(chat.features)) assert.equal(typeof value, 'boolean');
  for (const item of chat.outbox) {
    isText(item.key);
    isText(item.clientToken);
    assert.equal(typeof item.text, 'string');
    assert.equal(typeof item.contentType, 'string');
    assert.equal(typeof item.attempts, 'number');
    assert.ok(['message', 'end', 'receipt'].includes(item.type));
    assert.ok(['held', 'queued', 'sending', 'failed'].includes(item.status));
    assert.equal(item.type === 'receipt', item.receipt !== undefined);
    checkReceipts(item.receipt ? [item.receipt] : []);
  }
}
