import { expect } from '@open-wc/testing';
import type { Failure, SessionEvent } from '../../../src/engine/types.js';
import { after, connected, echo, line, receive, START } from '../../support/engine.js';

const server: Failure = { kind: 'server', status: 500 };
const failed = (key: string) => ({ type: 'message-rejected', key, failure: server }) satisfies SessionEvent;
const again = { type: 'timer-elapsed', timer: 'resend' } satisfies SessionEvent;
const send = (text: string) =>
  ({ type: 'send-message', text, contentType: 'text/plain' }) satisfies SessionEvent;

/** As often as a failing server is asked. */
const givenUp = (key: string) =>
  [failed(key), again, failed(key), again, failed(key), again, failed(key), again, failed(key)] as const;

/** What the person sees: words, and where they stand. */
const shown = (...events: SessionEvent[]) =>
  after(...connected, ...events)[0].transcript.entries.map(({ text, delivery }) => [text, delivery]);

describe('the echo of a message whose answer was lost', () => {
  it('shows that a message which seemed to fail was taken', () => {
    expect(shown(send('Hi'), receive(echo('m1', START, 'Hi')), ...givenUp('id-4'))).to.deep.equal([
      ['Hi', 'sent'],
    ]);
  });

  it('does so when it comes late', () => {
    expect(shown(send('Hi'), ...givenUp('id-4'), receive(echo('m1', START, 'Hi')))).to.deep.equal([
      ['Hi', 'sent'],
    ]);
  });

  it('does so when the chat ends before the answer', () => {
    const events = [send('Hi'), receive(echo('m1', START, 'Hi')), receive(line('end', START + 1, 'ended'))];
    expect(shown(...events).filter(([text]) => text === 'Hi')).to.deep.equal([['Hi', 'sent']]);
  });

  it('proves nothing when the same words wait twice', () => {
    const events = [send('Hi'), ...givenUp('id-4'), send('Hi'), receive(echo('m1', START, 'Hi'))];
    expect(shown(...events)).to.deep.equal([
      ['Hi', 'failed'],
      ['Hi', 'sending'],
    ]);
  });
});
