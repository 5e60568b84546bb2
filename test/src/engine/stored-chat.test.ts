import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readStoredChat, toStoredChat } from '../../../src/engine/stored-chat.js';
import type { SessionEvent } from '../../../src/engine/types.js';
import { after, connected, contact, from, line, message, receive, START } from '../../support/engine.js';
import { initialState } from '../../../src/engine/state.js';

const credentials = { participantToken: 'secret' };
const send = (text: string) =>
  ({ type: 'send-message', text, contentType: 'text/plain' }) satisfies SessionEvent;

/** What a page finds after a refresh. */
const refreshed = (...events: SessionEvent[]) => {
  const record: unknown = JSON.parse(JSON.stringify(toStoredChat(after(...events)[0], credentials) ?? null));
  return readStoredChat(record);
};

describe('a stored chat', () => {
  it('brings back contact, draft and what waits, in order and with its client tokens', () => {
    const chat = refreshed(...connected, { type: 'went-offline' }, send('One'), send('Two'), {
      type: 'draft',
      text: 'Thr',
    });
    expect(chat).to.deep.include({ contact, credentials, draft: 'Thr' });
    expect(chat?.outbox.map(({ text, clientToken }) => [text, clientToken])).to.deep.equal([
      ['One', 'id-5'],
      ['Two', 'id-6'],
    ]);
    const [state, effects] = from(initialState, { type: 'chat-restored', chat: chat! });
    expect(state.session).to.deep.equal({ phase: 'connecting', contact, attempt: 0, connection: 1 });
    expect(state.transcript.entries.map(({ text, delivery }) => [text, delivery])).to.deep.equal([
      ['One', 'queued'],
      ['Two', 'queued'],
    ]);
    expect(effects.at(-1)).to.deep.equal({ type: 'open-connection', connection: 1 });
  });

  it('brings back the notes of cards, except those that were taken away', () => {
    const note = (name: string, text: string) => ({ type: 'note', name, text }) satisfies SessionEvent;
    const chat = refreshed(
      ...connected,
      note('a', 'half'),
      note('b', 'x'),
      note('__proto__', 'y'),
      note('b', ''),
    );
    expect(Object.entries(chat!.notes)).to.deep.equal([
      ['a', 'half'],
      ['__proto__', 'y'],
    ]);
    const [state] = from(initialState, { type: 'chat-restored', chat: chat! });
    expect(state.notes).to.equal(chat!.notes);
  });

  it('keeps only notes that are text', () => {
    const record = { version: 1, notes: { a: 'text', b: 7, c: null, d: { e: 'x' } } };
    expect(readStoredChat(record)?.notes).to.deep.equal({ a: 'text' });
    for (const notes of [undefined, null, 'x', ['y']])
      expect(readStoredChat({ version: 1, notes })?.notes).to.deep.equal({});
  });

  it('tries what was under way again with the same client token', () => {
    const chat = refreshed(...connected, send('One'));
    const [, effects] = from(
      initialState,
      { type: 'chat-restored', chat: chat! },
      { type: 'connection-opened', connection: 1, lifetimeMs: 1e6 },
    );
    expect(effects).to.deep.include({
      type: 'post-message',
      key: 'id-4',
      clientToken: 'id-4',
      text: 'One',
      contentType: 'text/plain',
    });
  });

  it('repeats a start whose answer had not come, as the same start', () => {
    const chat = refreshed(send('Hello'));
    const [state, effects] = from(initialState, { type: 'chat-restored', chat: chat! });
    expect(state.session).to.deep.equal({ phase: 'starting', clientToken: 'id-1' });
    expect(effects).to.deep.equal([{ type: 'start-contact', clientToken: 'id-1' }]);
  });

  it('counts what was missed as unread, from where the reader had seen', () => {
    const page = {
      type: 'transcript-received',
      page: { entries: [message('a', START), message('b', START + 5)], receipts: [] },
    } as const;
    const chat = refreshed(...connected, { type: 'attend', attending: true }, receive(message('a', START)));
    const [state] = from(
      initialState,
      { type: 'chat-restored', chat: chat! },
      { type: 'connection-opened', connection: 1, lifetimeMs: 1e6 },
      page,
    );
    expect(state.unread).to.equal(1);
    expect(state.firstUnread).to.equal('b');
    expect(state.firstMissed).to.equal('b');
  });

  it('is nothing when there is nothing to go on with', () => {
    expect(toStoredChat(initialState, undefined)).to.be.undefined;
    expect(toStoredChat(after(...connected, receive(line('end', START, 'ended')))[0], credentials)).to.be
      .undefined;
  });

  it('keeps no token of a chat that is over', () => {
    const [state] = after(...connected, { type: 'draft', text: 'And' }, receive(line('end', START, 'ended')));
    expect(JSON.stringify(toStoredChat(state, credentials))).not.to.contain('secret');
  });

  it('is read from anything without throwing', () => {
    const valid = toStoredChat(
      after(...connected, send('One'), receive(message('a', START)))[0],
      credentials,
    );
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(valid ?? {})), fc.anything()),
        (anything, changes) => {
          readStoredChat(anything);
          const chat = readStoredChat({ ...valid, ...changes });
          if (chat) from(initialState, { type: 'chat-restored', chat });
          return chat === undefined || Array.isArray(chat.outbox);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
