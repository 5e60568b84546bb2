import { expect } from '@open-wc/testing';
import type { Effect, Failure, SessionEvent } from '../../../src/engine/types.js';
import { after, connected, contact, from, line, message, receive, START } from '../../support/engine.js';

const due = { type: 'timer-elapsed', timer: 'receipts' } satisfies SessionEvent;
const attend = (attending: boolean) => ({ type: 'attend', attending }) satisfies SessionEvent;
const given = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === 'post-receipt' ? [effect.receipt] : []));

/** Every receipt that is given when each is accepted at once. */
function allGiven(...events: SessionEvent[]) {
  let [state, effects] = after(...connected, ...events, due);
  const receipts = given(effects);
  for (let effect = effects.find(({ type }) => type === 'post-receipt'); effect?.type === 'post-receipt';) {
    [state, effects] = from(state, { type: 'receipt-accepted', key: effect.key });
    receipts.push(...given(effects));
    effect = effects.find(({ type }) => type === 'post-receipt');
  }
  return { state, receipts };
}

describe('receipts', () => {
  it('say that a message has arrived, a moment later', () => {
    const [state, effects] = after(...connected, receive(message('a', START)));
    expect(given(effects)).to.deep.equal([]);
    expect(effects).to.deep.include({ type: 'schedule', timer: 'receipts', delayMs: 300 });
    expect(given(from(state, due)[1])).to.deep.equal([{ messageId: 'a', kind: 'delivered' }]);
  });

  it('say only that it was read when it is read in that moment', () => {
    expect(allGiven(receive(message('a', START)), attend(true)).receipts).to.deep.equal([
      { messageId: 'a', kind: 'read' },
    ]);
  });

  it('lose none in a burst, and give each its own client token', () => {
    const burst = Array.from({ length: 30 }, (_, n) => receive(message(`m${n}`, START + n)));
    const { state, receipts } = allGiven(attend(true), ...burst);
    expect(receipts.map(({ messageId }) => messageId)).to.deep.equal(burst.map((_, n) => `m${n}`));
    expect(state.outbox).to.deep.equal([]);
    const [held] = after(...connected, ...burst);
    expect(new Set(held.outbox.map(({ clientToken }) => clientToken)).size).to.equal(30);
  });

  it('are given once for each message, and again only for something better', () => {
    const twice = allGiven(receive(message('a', START)), receive(message('a', START)));
    expect(twice.receipts).to.have.lengthOf(1);
    const [, effects] = from(twice.state, attend(true), due);
    expect(given(effects)).to.deep.equal([{ messageId: 'a', kind: 'read' }]);
  });

  it('are for people only, not for the flow, for events, or for past chats', () => {
    const { receipts } = allGiven(
      receive(message('bot', START, { role: 'bot' })),
      receive(message('flow', START + 1, { role: 'system' })),
      receive(line('x', START + 2, 'joined')),
      receive(message('past', START + 3, { relatedContactId: 'earlier' })),
    );
    expect(receipts).to.deep.equal([]);
  });

  for (const place of ['beside the message', 'on the message'] as const) {
    it(`are not given again for what the service has from before a refresh (${place})`, () => {
      const receipts = [{ messageId: 'a', participantId: contact.participantId, kind: 'read' }] as const;
      const page = {
        type: 'transcript-received',
        page:
          place === 'on the message'
            ? { entries: [message('a', START, { receipts })], receipts: [] }
            : { entries: [message('a', START)], receipts },
      } satisfies SessionEvent;
      expect(allGiven(page, attend(true)).receipts).to.deep.equal([]);
    });
  }

  it('are not given again for what was read long ago and is fetched only now', () => {
    const receipts = [{ messageId: 'old', participantId: contact.participantId, kind: 'read' }] as const;
    const [state] = after(
      ...connected,
      attend(true),
      { type: 'transcript-received', page: { entries: [], receipts: [], nextToken: 'older' } },
      { type: 'load-older' },
      { type: 'older-received', page: { entries: [message('old', START, { receipts })], receipts: [] } },
      attend(true),
    );
    expect(state.transcript.entries.map(({ id }) => id)).to.deep.equal(['old']);
    expect(state.outbox).to.deep.equal([]);
  });

  it('that were under way before a refresh are not followed by a lesser one', () => {
    const [{ outbox }] = after(...connected, attend(true), receive(message('a', START)), due);
    const chat = { contact, features: {}, outbox, ending: false, draft: '', notes: {}, seenUntil: 0 };
    const [state] = after(
      { type: 'chat-restored', chat },
      { type: 'connection-opened', connection: 1, lifetimeMs: 3_600_000 },
      { type: 'transcript-received', page: { entries: [message('a', START)], receipts: [] } },
      due,
    );
    expect(state.outbox.map(({ receipt }) => receipt)).to.deep.equal([{ messageId: 'a', kind: 'read' }]);
  });

  it('that came to nothing are not tried again after a better one', () => {
    const [state] = after(
      ...connected,
      receive(message('a', START)),
      due,
      attend(true),
      due,
      { type: 'receipt-rejected', key: 'a:delivered', failure: { kind: 'timeout' } },
      { type: 'receipt-accepted', key: 'a:read' },
    );
    expect(state.outbox).to.deep.equal([]);
  });

  it('are given with a new connection token when the old one is refused', () => {
    const [state] = after(...connected, receive(message('a', START)), due, {
      type: 'receipt-rejected',
      key: 'a:delivered',
      failure: { kind: 'forbidden', status: 403 },
    });
    expect(state.session).to.include({ phase: 'connecting', connection: 2 });
    const [, effects] = from(state, { type: 'connection-opened', connection: 2, lifetimeMs: 3_600_000 });
    expect(given(effects)).to.deep.equal([{ messageId: 'a', kind: 'delivered' }]);
  });

  it('are not given in a chat that is over', () => {
    const [state] = after(
      ...connected,
      receive(message('a', START)),
      receive(line('end', START + 1, 'ended')),
      attend(true),
    );
    expect(state.outbox).to.deep.equal([]);
  });

  it('that a tab held when it went are given by the one that takes its place', () => {
    const [{ outbox }] = after(...connected, receive(message('a', START)));
    const [state, effects] = after(...connected, { type: 'tab-took-over', kept: outbox });
    expect(state.outbox.map(({ status }) => status)).to.deep.equal(['held']);
    expect(effects).to.deep.include({ type: 'schedule', timer: 'receipts', delayMs: 0 });
  });

  it('that another tab has given meanwhile are not given again', () => {
    const [state] = after(...connected, receive(message('a', START)), { type: 'tab-took-over', kept: [] });
    expect(state.outbox).to.deep.equal([]);
  });

  it('do not hold up a message', () => {
    const [state] = after(...connected, receive(message('a', START)), due);
    const [, effects] = from(state, { type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    expect(effects.map(({ type }) => type)).to.include('post-message');
  });

  it('are tried again with the same token after a throttle', () => {
    const [state, effects] = after(...connected, receive(message('a', START)), due);
    const first = effects.find(({ type }) => type === 'post-receipt');
    const failure: Failure = { kind: 'throttled', status: 429 };
    const [waiting] = from(state, {
      type: 'receipt-rejected',
      key: first?.type === 'post-receipt' ? first.key : '',
      failure,
    });
    expect(from(waiting, due)[1]).to.deep.equal([first]);
  });

  it('stop for good after a 409', () => {
    const [state, effects] = after(
      ...connected,
      receive(message('a', START)),
      receive(message('b', START + 1)),
      due,
    );
    const first = effects.find(({ type }) => type === 'post-receipt');
    const failure: Failure = { kind: 'refused', status: 409 };
    const [stopped] = from(
      state,
      { type: 'receipt-rejected', key: first?.type === 'post-receipt' ? first.key : '', failure },
      receive(message('c', START + 2)),
    );
    expect(stopped.outbox).to.deep.equal([]);
  });
});
