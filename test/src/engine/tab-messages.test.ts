import { expect } from '@open-wc/testing';
import { initialState } from '../../../src/engine/state.js';
import { readTabMessage } from '../../../src/engine/tab-messages.js';
import { connected, after, message, receive, START } from '../../support/engine.js';

const stamp = { now: START, random: 0.5, id: 'id', tab: 'tab' };
const [state] = after(...connected, receive(message('a', START)));
const said = (given: unknown) => ({ type: 'state', owner: 'tab', count: 1, state: given });
const asked = (event: unknown, by: unknown = stamp) => ({ type: 'command', event, stamp: by });

describe('readTabMessage', () => {
  it('takes a state as it is', () => {
    for (const one of [initialState, state]) {
      const told = said(structuredClone(one));
      expect(readTabMessage(told)).to.equal(told);
    }
  });

  const states: Readonly<Record<string, unknown>> = {
    'no object': 'state',
    null: null,
    empty: {},
    'a part too few': { ...state, outbox: undefined },
    'a list that is none': { ...state, participants: {} },
    'a map that is none': { ...state, receipts: {} },
    'a hollow transcript': { ...state, transcript: {} },
    'no entries': { ...state, transcript: { ...state.transcript, entries: null } },
    'an entry that is none': { ...state, transcript: { ...state.transcript, entries: [null] } },
    'an entry without words': { ...state, transcript: { ...state.transcript, entries: [{ key: 'a' }] } },
    'a participant that is none': { ...state, participants: ['maya'] },
    'an intent that is none': { ...state, outbox: [7] },
    'no phase': { ...state, session: {} },
    'a contact that is none': { ...state, session: { phase: 'connected', contact: null } },
    'a failure without a reason': { ...state, session: { phase: 'failed' } },
  };
  for (const [what, garbage] of Object.entries(states))
    it(`passes over a state with garbage in it: ${what}`, () => {
      expect(readTabMessage(said(garbage))).to.equal(undefined);
    });

  it('takes what somebody may ask for, and nothing else', () => {
    const good = [
      { type: 'start' },
      { type: 'send-message', text: 'Hello', contentType: 'text/plain' },
      { type: 'attend', attending: false },
      { type: 'place' },
    ];
    for (const event of good) expect(readTabMessage(asked(event))).to.deep.include({ event });
    const bad = [
      undefined,
      { type: 'send-message', text: 7, contentType: 'text/plain' },
      { type: 'retry-message' },
      { type: 'toString' },
      { type: 'went-offline' },
    ];
    for (const event of bad) expect(readTabMessage(asked(event))).to.equal(undefined);
    expect(readTabMessage(asked(good[0], {}))).to.equal(undefined);
    expect(readTabMessage(asked(good[0], { ...stamp, id: 7 }))).to.equal(undefined);
  });
});
