import { expect } from '@open-wc/testing';
import { toSnapshot, type State } from '../../../src/engine/state.js';
import type { Failure, ReceivedEntry, SessionEvent } from '../../../src/engine/types.js';
import {
  after,
  connected,
  contact,
  echo,
  from,
  line,
  message,
  receive,
  START,
} from '../../support/engine.js';

const failure = (kind: Failure['kind']): Failure => ({ kind });
const types = (effects: readonly { type: string }[]) => effects.map(({ type }) => type);

describe('transition', () => {
  describe('starting', () => {
    it('asks for a contact with a fresh client token', () => {
      const [{ session }, effects] = after({ type: 'start' });
      expect(session).to.deep.equal({ phase: 'starting', clientToken: 'id-1' });
      expect(effects).to.deep.equal([{ type: 'start-contact', clientToken: 'id-1' }]);
    });

    it('starts once, however often it is asked', () => {
      expect(after({ type: 'start' }, { type: 'start' })[1]).to.deep.equal([]);
    });

    it('starts with the first message, and shows it at once', () => {
      const [state, effects] = after({ type: 'send-message', text: 'Hello', contentType: 'text/plain' });
      expect(state.session.phase).to.equal('starting');
      expect(state.transcript.entries.map(({ text, delivery }) => [text, delivery])).to.deep.equal([
        ['Hello', 'sending'],
      ]);
      expect(types(effects)).to.deep.equal(['start-contact']);
    });

    it('keeps the message when the start fails, and sends it after the next', () => {
      const [failed] = after(
        { type: 'send-message', text: 'Hello', contentType: 'text/plain' },
        { type: 'start-failed', failure: { kind: 'timeout', code: 'start-chat/timeout' } },
      );
      expect(failed.session).to.deep.equal({
        phase: 'failed',
        problem: { code: 'start-chat/timeout', recoverable: true },
      });
      const [, effects] = from(failed, ...connected);
      expect(effects.at(-1)).to.include({ type: 'post-message', text: 'Hello', clientToken: 'id-1' });
    });

    for (const kind of ['network', 'timeout', 'server', 'throttled'] as const) {
      it(`is the same start after a failure of kind ${kind}, for the first may have got through`, () => {
        const [, effects] = after(
          { type: 'start' },
          { type: 'start-failed', failure: failure(kind) },
          { type: 'start' },
        );
        expect(effects).to.deep.equal([{ type: 'start-contact', clientToken: 'id-1' }]);
      });
    }

    it('is another start after a refusal', () => {
      const [, effects] = after(
        { type: 'start' },
        { type: 'start-failed', failure: failure('refused') },
        { type: 'start' },
      );
      expect(effects).to.deep.equal([{ type: 'start-contact', clientToken: 'id-3' }]);
    });

    it('begins the next chat with nothing of the last', () => {
      const [state] = after(
        ...connected,
        receive(message('a', START)),
        receive(line('end', START + 1, 'ended')),
        { type: 'start' },
      );
      expect(state.session.phase).to.equal('starting');
      expect(state.transcript.entries).to.deep.equal([]);
      expect(state.participants).to.deep.equal([]);
    });
  });

  describe('connecting', () => {
    it('opens a connection as soon as there is a contact', () => {
      const [{ session }, effects] = after(...connected.slice(0, 2));
      expect(session).to.deep.equal({ phase: 'connecting', contact, attempt: 0, connection: 1 });
      expect(effects.at(-1)).to.deep.equal({ type: 'open-connection', connection: 1 });
    });

    it('fetches the transcript once it is subscribed', () => {
      const [{ session }, effects] = after(...connected);
      expect(session).to.deep.equal({ phase: 'connected', contact, connection: 1 });
      expect(types(effects)).to.deep.equal(['schedule', 'fetch-transcript']);
    });

    it('waits before reconnecting when the connection is lost', () => {
      const [{ session }, effects] = after(...connected, { type: 'connection-lost', connection: 1 });
      expect(session).to.deep.equal({ phase: 'waiting-to-retry', contact, attempt: 1 });
      expect(effects).to.deep.include({ type: 'schedule', timer: 'retry', delayMs: 1_500 });
    });

    for (const kind of ['network', 'timeout', 'throttled', 'server', 'invalid'] as const) {
      it(`never gives up on a failure of kind ${kind}`, () => {
        const retries = Array.from({ length: 40 }, (_, n): SessionEvent[] => [
          { type: 'connection-failed', connection: n + 1, failure: failure(kind) },
          { type: 'timer-elapsed', timer: 'retry' },
        ]).flat();
        const [{ session }] = after(...connected.slice(0, 2), ...retries);
        expect(session).to.deep.equal({ phase: 'connecting', contact, attempt: 40, connection: 41 });
      });
    }

    it('is over when the service refuses the participant token', () => {
      const [{ session }] = after(...connected.slice(0, 2), {
        type: 'connection-failed',
        connection: 1,
        failure: failure('forbidden'),
      });
      expect(session).to.deep.equal({ phase: 'ended', contact, by: 'system' });
    });

    it('ignores what a replaced connection still reports', () => {
      const [before] = after(
        ...connected,
        { type: 'connection-lost', connection: 1 },
        { type: 'timer-elapsed', timer: 'retry' },
      );
      for (const late of [
        { type: 'connection-opened', connection: 1, lifetimeMs: 1 },
        { type: 'connection-failed', connection: 1, failure: failure('forbidden') },
        { type: 'connection-lost', connection: 1 },
        receive(message('ghost', START)),
      ] satisfies SessionEvent[]) {
        const [state] = from(before, late);
        expect(state).to.equal(before);
      }
    });

    it('pauses while the device is offline and tries at once when it is back', () => {
      const [offline, effects] = after(...connected, { type: 'went-offline' });
      expect(offline.session).to.deep.equal({ phase: 'offline', contact, attempt: 1 });
      expect(types(effects)).to.include.members(['close-connection', 'abandon-calls']);
      const [{ session }] = from(offline, { type: 'went-online' });
      expect(session).to.deep.include({ phase: 'connecting', attempt: 1 });
    });

    it('tries at once when the page is looked at again', () => {
      const [{ session }] = after(...connected, { type: 'connection-lost', connection: 1 }, { type: 'woke' });
      expect(session.phase).to.equal('connecting');
    });

    it('is back at once when the look at the page finds the socket dead, but only once', () => {
      const lost: SessionEvent = { type: 'connection-lost', connection: 1 };
      const [found, effects] = after(...connected, { type: 'woke' }, lost);
      expect(found.session).to.deep.include({ phase: 'connecting', attempt: 1, connection: 2 });
      expect(types(effects)).to.include.members(['open-connection', 'abandon-calls']);
      const [again] = from(
        found,
        { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
        { type: 'connection-lost', connection: 2 },
      );
      expect(again.session.phase).to.equal('waiting-to-retry');
    });

    it('waits as ever when a socket is lost that had given its sign of life', () => {
      const idle: SessionEvent = { type: 'timer-elapsed', timer: 'gap' };
      const [{ session }] = after(...connected, { type: 'woke' }, idle, idle, idle, idle, {
        type: 'connection-lost',
        connection: 1,
      });
      expect(session.phase).to.equal('waiting-to-retry');
    });
  });

  describe('renewing', () => {
    const renewing = [...connected, { type: 'timer-elapsed', timer: 'renew' }] satisfies SessionEvent[];

    it('opens the next connection while the old one works', () => {
      const [{ session }, effects] = after(...renewing);
      expect(session).to.deep.equal({ phase: 'connected', contact, connection: 1, renewing: 2 });
      expect(effects).to.deep.equal([{ type: 'open-connection', connection: 2 }]);
    });

    it('closes the old one only when the next is subscribed', () => {
      const [{ session }, effects] = after(...renewing, {
        type: 'connection-opened',
        connection: 2,
        lifetimeMs: 3_600_000,
      });
      expect(session).to.deep.equal({ phase: 'connected', contact, connection: 2 });
      expect(effects[0]).to.deep.equal({ type: 'close-connection', connection: 1 });
    });

    it('hears both while both are open', () => {
      const [state] = after(
        ...renewing,
        receive(message('a', START), 1),
        receive(message('a', START), 2),
        receive(message('b', START + 1), 2),
      );
      expect(state.transcript.entries.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    });

    it('stays connected when the next one cannot be made, and tries later', () => {
      const [{ session }, effects] = after(...renewing, {
        type: 'connection-failed',
        connection: 2,
        failure: failure('throttled'),
      });
      expect(session).to.deep.equal({ phase: 'connected', contact, connection: 1 });
      expect(effects[0]).to.include({ type: 'schedule', timer: 'renew' });
    });

    it('goes on with the next one when the old one is lost first', () => {
      const [{ session }] = after(...renewing, { type: 'connection-lost', connection: 1 });
      expect(session).to.deep.equal({ phase: 'connecting', contact, attempt: 1, connection: 2 });
    });

    it('does not spin when the service grants no time at all', () => {
      const [, effects] = after(...connected.slice(0, 2), {
        type: 'connection-opened',
        connection: 1,
        lifetimeMs: 0,
      });
      const renewal = effects.find((effect) => effect.type === 'schedule' && effect.timer === 'renew');
      expect(renewal).to.include({ delayMs: 30_000 });
    });
  });

  describe('missed messages', () => {
    const reconnected = [
      ...connected,
      { type: 'transcript-received', page: { entries: [message('a', START)], receipts: [] } },
      { type: 'connection-lost', connection: 1 },
      { type: 'timer-elapsed', timer: 'retry' },
      { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
    ] satisfies SessionEvent[];

    it('are fetched page by page until one reaches behind what was known', () => {
      const [first, more] = after(...reconnected, {
        type: 'transcript-received',
        page: { entries: [message('d', START + 30)], receipts: [], nextToken: 'older' },
      });
      expect(more.at(-1)).to.deep.equal({
        type: 'fetch-transcript',
        nextToken: 'older',
        newest: START + 30,
      });
      const [state, done] = from(first, {
        type: 'transcript-received',
        page: {
          entries: [message('z', START - 60_001), message('a', START), message('c', START + 20)],
          receipts: [],
          nextToken: 'oldest',
        },
      });
      expect(types(done)).not.to.include('fetch-transcript');
      expect(state.transcript.entries.map(({ id }) => id)).to.deep.equal(['z', 'a', 'c', 'd']);
    });

    it('are fetched even when new ones arrive meanwhile', () => {
      const [, effects] = after(...reconnected, receive(message('e', START + 40), 2), {
        type: 'transcript-received',
        page: {
          entries: [message('d', START + 30), message('e', START + 40)],
          receipts: [],
          nextToken: 'older',
        },
      });
      expect(effects.at(-1)).to.deep.equal({
        type: 'fetch-transcript',
        nextToken: 'older',
        newest: START + 40,
      });
    });

    it('are found even when the socket swallowed one and brought the next', () => {
      const [, effects] = after(
        ...connected,
        { type: 'transcript-received', page: { entries: [message('a', START)], receipts: [] } },
        receive(message('c', START + 20)),
        { type: 'connection-lost', connection: 1 },
        { type: 'timer-elapsed', timer: 'retry' },
        { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
        {
          type: 'transcript-received',
          page: {
            entries: [message('c', START + 20), message('d', START + 30)],
            receipts: [],
            nextToken: 'older',
          },
        },
      );
      expect(effects.at(-1)).to.include({ type: 'fetch-transcript', nextToken: 'older' });
    });

    it('are found when the socket is only renewed', () => {
      const [, effects] = after(
        ...connected,
        { type: 'transcript-received', page: { entries: [message('a', START)], receipts: [] } },
        { type: 'timer-elapsed', timer: 'renew' },
        { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
        {
          type: 'transcript-received',
          page: { entries: [message('d', START + 30)], receipts: [], nextToken: 'older' },
        },
      );
      expect(effects.at(-1)).to.include({ type: 'fetch-transcript', nextToken: 'older' });
    });

    it('include the rest of an answer that was still being written', () => {
      const piece = message('s', START, { role: 'bot', text: 'Hel', chunk: { number: 1, complete: false } });
      const page = (id: string, time: number) =>
        ({
          type: 'transcript-received',
          page: { entries: [message(id, time)], receipts: [], nextToken: 'older' },
        }) satisfies SessionEvent;
      const [, effects] = after(
        ...connected,
        receive(piece),
        page('b', START + 20),
        { type: 'connection-lost', connection: 1 },
        { type: 'timer-elapsed', timer: 'retry' },
        { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
        page('c', START + 10),
      );
      expect(effects.at(-1)).to.include({ type: 'fetch-transcript', nextToken: 'older' });
    });

    it('lead on into the past from the last page of a long walk, not from its first', () => {
      const walked = (nextToken: string, entries: readonly ReceivedEntry[], newest?: number) =>
        ({
          type: 'transcript-received',
          page: { entries, receipts: [], nextToken },
          ...(newest !== undefined && { newest }),
        }) as const;
      const [met] = after(
        ...connected,
        walked('old', [message('a', START)]),
        { type: 'connection-lost', connection: 1 },
        { type: 'timer-elapsed', timer: 'retry' },
        { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 },
        walked('into the middle', [message('e', START + 500_000)]),
        walked('older', [message('z', START - 500_000), message('b', START + 400_000)], START + 500_000),
      );
      expect(from(met, { type: 'load-older' })[1]).to.deep.equal([
        { type: 'fetch-older', nextToken: 'older' },
      ]);
    });

    it('are asked for again when the fetch fails', () => {
      const [state, effects] = after(...reconnected, {
        type: 'transcript-failed',
        failure: failure('throttled'),
      });
      expect(effects[0]).to.include({ type: 'schedule', timer: 'gap' });
      expect(from(state, { type: 'timer-elapsed', timer: 'gap' })[1]).to.deep.equal([
        { type: 'fetch-transcript' },
      ]);
    });
  });

  it('lets the past be asked for again when the connection was lost meanwhile', () => {
    const page = { entries: [message('a', START)], receipts: [], nextToken: 'older' };
    const [state] = after(
      ...connected,
      { type: 'transcript-received', page },
      { type: 'load-older' },
      { type: 'connection-lost', connection: 1 },
    );
    expect(state.history).to.equal('more');
  });

  describe('markdown that the chat does not allow', () => {
    const write = { type: 'send-message', text: '**Hi**', contentType: 'text/markdown' } as const;
    const plain = { type: 'contact-started', contact, features: { markdown: false } } as const;

    it('goes as plain text', () => {
      const [state, effects] = after({ type: 'start' }, plain, connected[2]!, write);
      expect(effects).to.deep.include({
        type: 'post-message',
        key: 'id-4',
        clientToken: 'id-4',
        text: '**Hi**',
        contentType: 'text/plain',
      });
      expect(state.transcript.entries[0]).to.include({ contentType: 'text/plain' });
    });

    it('goes so too when it was written before that was known', () => {
      const [state] = after(write, plain);
      expect(state.transcript.entries[0]).to.include({ contentType: 'text/plain' });
      expect(state.outbox[0]).to.include({ contentType: 'text/plain' });
    });

    it('is left as it is everywhere else', () => {
      const [state] = after(write, { type: 'contact-started', contact, features: {} });
      expect(state.outbox[0]).to.include({ contentType: 'text/markdown' });
    });
  });

  describe('ending', () => {
    it('asks the service behind the messages written before', () => {
      const [state, effects] = after(
        ...connected,
        { type: 'send-message', text: 'Bye', contentType: 'text/plain' },
        { type: 'end' },
      );
      expect(effects).to.deep.equal([]);
      const [, next] = from(state, { type: 'message-accepted', key: 'id-4', id: 'm1', time: START });
      expect(next).to.deep.equal([{ type: 'post-end', clientToken: 'id-5' }]);
    });

    it('goes on until the service says that it is over', () => {
      const [state] = after(
        ...connected,
        { type: 'end' },
        { type: 'end-accepted' },
        receive(message('survey', START)),
      );
      expect(state.session.phase).to.equal('connected');
      expect(toSnapshot(state).ending).to.be.true;
      const [{ session }, effects] = from(state, receive(line('end', START + 1, 'ended')));
      expect(session).to.deep.equal({ phase: 'ended', contact, by: 'customer' });
      expect(types(effects)).to.include('close-connection');
    });

    it('finds out by a new connection that it is over, when nothing more is heard of it', () => {
      const [state, effects] = after(...connected, { type: 'end' }, { type: 'end-accepted' });
      expect(effects).to.deep.equal([{ type: 'schedule', timer: 'renew', delayMs: 10_000 }]);
      const [asking, more] = from(state, { type: 'timer-elapsed', timer: 'renew' });
      expect(more).to.deep.equal([{ type: 'open-connection', connection: 2 }]);
      const [{ session }] = from(asking, {
        type: 'connection-failed',
        connection: 2,
        failure: failure('forbidden'),
      });
      expect(session).to.deep.equal({ phase: 'ended', contact, by: 'customer' });
    });

    it('sends what is answered to a survey, and can be asked for again', () => {
      const [state, effects] = after(
        ...connected,
        { type: 'end' },
        { type: 'end' },
        { type: 'end-accepted' },
        receive(message('survey', START, { role: 'system' })),
        { type: 'send-message', text: 'Good', contentType: 'text/plain' },
      );
      expect(types(effects)).to.deep.equal(['post-message']);
      const [{ outbox }] = from(state, { type: 'end' });
      const waiting = outbox.filter(({ type }) => type !== 'receipt');
      expect(waiting.map(({ type, status }) => [type, status])).to.deep.equal([
        ['message', 'sending'],
        ['end', 'queued'],
      ]);
    });

    const refused = [
      ...connected,
      { type: 'end' },
      { type: 'end-rejected', failure: failure('forbidden') },
    ] satisfies SessionEvent[];

    it('treats "already ended" as success', () => {
      const [{ session }] = after(...refused, {
        type: 'connection-failed',
        connection: 2,
        failure: failure('forbidden'),
      });
      expect(session).to.deep.equal({ phase: 'ended', contact, by: 'customer' });
    });

    it('is asked for again when only the connection token was refused', () => {
      const [state, effects] = after(...refused, {
        type: 'connection-opened',
        connection: 2,
        lifetimeMs: 3_600_000,
      });
      expect(state.session.phase).to.equal('connected');
      expect(effects).to.deep.include({ type: 'post-end', clientToken: 'id-4' });
    });

    it('is not taken for the end of a past contact', () => {
      const [{ session }] = after(
        ...connected,
        receive(line('end', START, 'ended', { relatedContactId: 'past' })),
      );
      expect(session.phase).to.equal('connected');
    });

    for (const [event, by] of [
      ['left', 'agent'],
      ['auto-disconnected', 'timeout'],
    ] as const) {
      it(`names ${by} when the last event before it is "${event}"`, () => {
        const [{ session }] = after(
          ...connected,
          receive(line('x', START, event)),
          receive(line('end', START + 1, 'ended')),
        );
        expect(session).to.deep.equal({ phase: 'ended', contact, by });
      });
    }

    it('keeps the first reason', () => {
      const [state] = after(...connected, receive(line('end', START, 'ended')));
      expect(
        from(state, { type: 'connection-lost', connection: 1 }, receive(line('end2', START + 1, 'ended')), {
          type: 'end',
        })[0],
      ).to.equal(state);
    });

    it('says of each unsent message that it was not sent', () => {
      const [state] = after(
        ...connected,
        { type: 'send-message', text: 'Hi', contentType: 'text/plain' },
        receive(line('end', START, 'ended')),
      );
      const own = state.transcript.entries.find(({ text }) => text === 'Hi');
      expect(own).to.deep.include({
        delivery: 'failed',
        problem: { code: 'chat/ended', recoverable: false },
      });
    });
  });

  it('verifies a refused message after a throttle too', () => {
    const [state] = after(
      ...connected,
      { type: 'send-message', text: 'Hi', contentType: 'text/plain' },
      { type: 'message-rejected', key: 'id-4', failure: failure('throttled') },
      { type: 'timer-elapsed', timer: 'resend' },
      { type: 'message-rejected', key: 'id-4', failure: failure('throttled') },
      { type: 'timer-elapsed', timer: 'resend' },
      { type: 'message-rejected', key: 'id-4', failure: failure('forbidden') },
    );
    expect(state.session.phase).to.equal('connecting');
    expect(state.transcript.entries[0]).to.include({ delivery: 'queued' });
  });

  describe('typing', () => {
    it('is sent at most once in ten seconds', () => {
      const keys = (count: number) => Array.from({ length: count }, () => ({ type: 'type' }) as const);
      const sent = (count: number) => after(...connected, ...keys(count))[1];
      expect(sent(1)).to.deep.equal([{ type: 'post-typing' }]);
      expect(sent(10)).to.deep.equal([]);
      expect(sent(11)).to.deep.equal([{ type: 'post-typing' }]);
    });

    it('of others is shown until it is not renewed', () => {
      const typing = {
        type: 'received',
        connection: 1,
        fact: { type: 'typing-received', participantId: 'agent-1', role: 'agent' },
      } as const;
      const [state, effects] = after(...connected, typing);
      expect(state.participants).to.have.lengthOf(1);
      expect(state.participants[0]?.typing).to.be.true;
      expect(effects).to.deep.equal([{ type: 'schedule', timer: 'typing:agent-1', delayMs: 12_000 }]);
      expect(from(state, { type: 'timer-elapsed', timer: 'typing:agent-1' })[0].participants[0]?.typing).to.be
        .false;
      expect(from(state, receive(message('a', START)))[0].participants[0]?.typing).to.be.false;
    });

    it('of the customer is no news', () => {
      const own = {
        type: 'received',
        connection: 1,
        fact: { type: 'typing-received', participantId: 'customer-1', role: 'customer' },
      } as const;
      expect(after(...connected, own)[0].participants).to.deep.equal([]);
    });
  });

  describe('unread', () => {
    const page = {
      type: 'transcript-received',
      page: { entries: [message('old', START)], receipts: [] },
    } as const;

    it('counts what others write while the reader looks away, not what was there before', () => {
      const [state] = after(
        ...connected,
        page,
        receive(message('a', START + 1)),
        receive(line('x', START + 2, 'joined')),
        receive(message('b', START + 3)),
      );
      expect(state.unread).to.equal(2);
      expect(state.firstUnread).to.equal('a');
    });

    it('is nothing while the reader is there, and nothing once they come', () => {
      const [state] = after(
        ...connected,
        page,
        { type: 'attend', attending: true },
        receive(message('a', START + 1)),
      );
      expect(state.unread).to.equal(0);
      const [away] = from(state, { type: 'attend', attending: false }, receive(message('b', START + 2)));
      expect(away.unread).to.equal(1);
      expect(from(away, { type: 'attend', attending: true })[0].unread).to.equal(0);
    });

    describe('of what was missed by a reader who waits at the end', () => {
      const missed = {
        type: 'transcript-received',
        page: { entries: [message('a', START + 1), message('b', START + 2)], receipts: [] },
      } as const;
      const attend = (attending: boolean) => ({ type: 'attend', attending }) as const;
      const [met, effects] = after(...connected, attend(true), page, missed);
      const kinds = (of: State) => of.outbox.map(({ receipt }) => receipt?.kind);

      it('is decided once it is known whether they see it', () => {
        expect(met).to.include({ unread: 0, firstMissed: 'a' });
        expect(kinds(met).slice(1)).to.deep.equal(['delivered', 'delivered']);
        expect(effects.map(({ type }) => type)).to.include('schedule');
      });

      it('is nothing when they do', () => {
        const [state] = from(met, attend(true), attend(false));
        expect(state.unread).to.equal(0);
        expect(kinds(state)).to.deep.equal(['read', 'read', 'read']);
      });

      it('is all of it when it begins out of their view', () => {
        const [state] = from(met, attend(false));
        expect(state).to.include({ unread: 2, firstUnread: 'a' });
        expect(kinds(state).slice(1)).to.deep.equal(['delivered', 'delivered']);
      });

      it('is all of it when their tab is gone', () => {
        expect(from(met, { type: 'tab-left', tab: 'tab-1' })[0].unread).to.equal(2);
        expect(from(met, { type: 'tab-left', tab: 'another' })[0].unread).to.equal(0);
      });

      it('is never what a new chat began with', () => {
        expect(from(after(...connected, attend(true), page)[0], attend(false))[0].unread).to.equal(0);
      });
    });

    it('leaves out what the customer wrote in another tab', () => {
      const [state] = after(...connected, page, receive(echo('mine', START + 1, 'From my phone')));
      expect(state.unread).to.equal(0);
    });
  });
});
