/**
 * Everything that reads what comes from outside, given mutations of what is valid: members missing, added, of another type, huge, deep, under the names
 * of prototypes, in hostile letters. `FUZZ_RUNS=200000` tries that many for each reader; a failure prints the seed that repeats it.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { initialState, toSnapshot } from '../../src/engine/state.js';
import { readStoredChat, toStoredChat } from '../../src/engine/stored-chat.js';
import { readTabMessage } from '../../src/engine/tab-messages.js';
import { transition } from '../../src/engine/transition.js';
import { defaultTimings, type SessionEvent } from '../../src/engine/types.js';
import { createStore } from '../../src/platform/store.js';
import { connectionGrant } from '../../src/transport/connection-grant.js';
import { decodeAccepted } from '../../src/transport/decode-accepted.js';
import { decodeItem, decodeTranscript } from '../../src/transport/decode.js';
import { isFailure } from '../../src/transport/failure.js';
import { decodeFrame } from '../../src/transport/frames.js';
import { readResponse } from '../../src/transport/rest-json.js';
import { isStarted, readStartChatAnswer } from '../../src/transport/start-chat-answer.js';
import * as items from '../src/transport/items.js';
import { mutated } from '../src/transport/mutations.js';
import { shapes } from '../src/transport/start-chat-answers.js';
import { checkFact, checkPage, checkStoredChat } from './fuzz-checks.js';
import { followingSession } from './fuzz-session.js';
import { asJson, mutatedText } from './fuzz-text.js';

const longRuns = Number(process.env['FUZZ_RUNS'] ?? 0);

/** Tries `quickRuns` values, or as many as the environment asks for. */
function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => void, quickRuns = 2_000): void {
  fc.assert(fc.property(values, check), { numRuns: longRuns || quickRuns });
}

/** A few of what is valid, then mutated. */
const mutationsOf = (...samples: readonly unknown[]) => fc.oneof(...samples.map(mutated));

const metadata = { ...items.metadataItem.MessageMetadata, MessageProcessingStatus: 'PROCESSING' };
const samples: readonly object[] = [
  items.messageItem,
  { ...items.messageItem, MessageMetadata: metadata },
  items.chunkItem,
  items.interactiveItem,
  items.attachmentItem,
  items.typingItem,
  items.joinedItem,
  items.endedItem,
  items.metadataItem,
];
const page = { InitialContactId: 'contact-1', NextToken: 'older', Transcript: samples };
const frames = [
  { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } },
  { topic: 'aws/ping', statusCode: 200, statusContent: 'OK' },
  { topic: 'aws/heartbeat' },
  { message: 'Forbidden', connectionId: 'a', requestId: 'b' },
  ...samples.map((item) => ({
    topic: 'aws/chat',
    contentType: 'application/json',
    content: JSON.stringify(item),
  })),
];

describe('readers of what the service says', () => {
  it('decodeItem', () => {
    forAll(mutationsOf(...samples), (item) => checkFact(decodeItem(item)));
  });

  it('decodeTranscript', () => {
    forAll(mutated(page), (value) => checkPage(decodeTranscript(value)));
    forAll(fc.array(mutationsOf(...samples), { maxLength: 4 }), (Transcript) =>
      checkPage(decodeTranscript({ ...page, Transcript })),
    );
  });

  it('decodeFrame', () => {
    const texts = fc.oneof(
      mutationsOf(...frames).map(asJson),
      mutationsOf(...samples).map((item) => asJson({ topic: 'aws/chat', content: asJson(item) })),
      ...frames.map((frame) => mutatedText(JSON.stringify(frame))),
    );
    forAll(fc.oneof(texts, fc.anything()), (data) => {
      const frame = decodeFrame(data);
      if (frame?.type === 'item') checkFact(frame.fact);
    });
  });

  it('decodeAccepted', () => {
    forAll(mutated({ Id: 'message-1', AbsoluteTime: items.time, MessageMetadata: metadata }), (answer) => {
      const accepted = decodeAccepted(answer);
      assert.ok(!accepted || (typeof accepted.id === 'string' && accepted.id !== ''));
      assert.ok(accepted?.time === undefined || Number.isFinite(accepted.time));
    });
  });

  it('connectionGrant', () => {
    const answer = {
      Websocket: { Url: 'wss://a.example/socket', ConnectionExpiry: items.time },
      ConnectionCredentials: { ConnectionToken: 'token', Expiry: items.time },
    };
    const date = fc.oneof(fc.constant(undefined), fc.string(), fc.constant('Sat, 21 Nov 2026 03:04:00 GMT'));
    forAll(fc.tuple(mutated(answer), date), ([value, header]) => {
      try {
        const { connectionToken, socketUrl, socketLifetimeMs } = connectionGrant(
          value,
          header,
          1_700_000_000_000,
        );
        assert.ok(typeof connectionToken === 'string' && connectionToken !== '');
        assert.match(socketUrl, /^wss?:/i);
        assert.ok(
          socketLifetimeMs === undefined || (socketLifetimeMs >= 0 && socketLifetimeMs <= 65 * 60_000),
        );
      } catch (error) {
        assert.ok(isFailure(error), String(error));
      }
    });
  });

  it('readResponse', () => {
    const bodies = fc.oneof(
      mutationsOf(page, { Message: 'No.', __type: 'com.amazonaws#ConflictException' }).map(asJson),
      mutatedText(JSON.stringify(page)),
    );
    const statuses = fc.constantFrom(200, 204, 400, 403, 409, 429, 500, 502);
    forAll(fc.tuple(bodies, statuses), ([body, status]) => {
      try {
        const output: unknown = readResponse({ status, headers: new Headers(), body });
        assert.ok(status < 300);
        checkPage(decodeTranscript(output));
      } catch (error) {
        assert.ok(error instanceof Error && '$metadata' in error, String(error));
      }
    });
  });
});

describe('readers of what others say', () => {
  it('readStartChatAnswer', () => {
    const texts = Object.values(shapes).map((shape) => mutatedText(JSON.stringify(shape)));
    forAll(fc.oneof(mutationsOf(...Object.values(shapes)), ...texts, fc.anything()), (value) => {
      const answer = readStartChatAnswer(value);
      if (!isStarted(answer)) return;
      const { contact, credentials, features } = answer;
      for (const text of [contact.contactId, credentials.participantToken])
        assert.ok(typeof text === 'string' && text);
      assert.equal(typeof contact.participantId, 'string');
      for (const allowed of Object.values(features)) assert.equal(typeof allowed, 'boolean');
    });
  });

  const item = {
    key: 'k',
    clientToken: 'c',
    text: 'Hello',
    contentType: 'text/plain',
    status: 'queued',
    attempts: 1,
  };
  const receipt = { messageId: 'message-1', kind: 'read' };
  const record = {
    version: 1,
    contact: { contactId: 'contact-1', participantId: 'participant-1', continuedFromContactId: 'contact-0' },
    credentials: { participantToken: 'token', participantEndpoint: 'https://a.example' },
    features: { markdown: true, attachments: false },
    outbox: [
      { ...item, type: 'message' },
      { ...item, key: 'e', type: 'end', status: 'sending' },
      { ...item, key: 'r', type: 'receipt', status: 'held', receipt },
    ],
    ending: true,
    draft: 'Grüße 👋',
    place: 'k',
    seenUntil: 1_700_000_000_000,
  };
  const starting = { ...record, contact: undefined, credentials: undefined, startToken: 's' };

  const stamp = { now: 1_700_000_000_000, random: 0.5, id: 'id', tab: 'tab' };

  it('the store, readStoredChat, and the engine that goes on from it', () => {
    let kept: string | null = null;
    const storage = {
      getItem: () => kept,
      setItem: (_name: string, value: string) => (kept = value),
      removeItem: () => (kept = null),
    } as unknown as Storage;
    const store = createStore({ storage, key: 'fuzz' });
    const texts = fc.oneof(
      mutationsOf(record, starting).map(asJson),
      mutatedText(JSON.stringify(record)),
      mutatedText(JSON.stringify(starting)),
    );
    const check = (text: string) => {
      kept = text;
      const chat = readStoredChat(store.read());
      if (!chat) return;
      checkStoredChat(chat);
      const [state] = transition(initialState, { type: 'chat-restored', chat }, stamp, defaultTimings);
      toSnapshot(state);
      // What is kept of it again can be read again.
      const again = toStoredChat(state, chat.credentials);
      if (again) store.write(again);
      assert.ok(!again || readStoredChat(store.read()));
    };
    check(JSON.stringify(record));
    forAll(texts, check, 20_000);
  });

  it('readTabMessage, and the tab that follows what is said', () => {
    const { session, heard } = followingSession();
    const shown = { ...stamp, id: 'shown' };
    const talking = [
      { type: 'start' },
      { type: 'contact-started', contact: record.contact, features: {} },
      { type: 'connection-opened', connection: 1, lifetimeMs: 3_600_000 },
      { type: 'received', connection: 1, fact: decodeItem(items.messageItem) },
      { type: 'send-message', text: 'Hello', contentType: 'text/plain' },
      { type: 'transcript-received', page: decodeTranscript(page) },
    ] as SessionEvent[];
    const state = talking.reduce(
      (before, event) => transition(before, event, shown, defaultTimings)[0],
      initialState,
    );
    const told = { type: 'state', owner: 'owner', count: 1, state };
    const messages = [
      { type: 'hello', tab: 'tab' },
      told,
      ...talking.map((event) => ({ type: 'event', owner: 'owner', count: 2, event, stamp })),
      { type: 'command', event: { type: 'send-message', text: 'Hello', contentType: 'text/plain' }, stamp },
      { type: 'bye', tab: 'tab' },
    ];
    forAll(mutationsOf(...messages), (value) => {
      const message = readTabMessage(value);
      assert.ok(!message || messages.some(({ type }) => type === message.type));
      heard(told);
      heard(value);
      if (message?.type === 'event') return;
      // Whatever state was believed can be shown.
      for (const entry of session.snapshot.entries) assert.equal(typeof entry.text, 'string');
    });
  });
});
