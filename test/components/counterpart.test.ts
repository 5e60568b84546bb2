import { expect } from '@open-wc/testing';
import { counterpart } from '../../components/counterpart.js';
import type { Participant } from '../../src/engine/types.js';

const one = (
  id: string,
  role: Participant['role'],
  presence: Participant['presence'] = 'here',
): Participant => ({
  id,
  role,
  presence,
  typing: false,
});

describe('counterpart', () => {
  for (const [what, participants, expected] of [
    ['nobody while only the customer is there', [one('sam', 'customer')], undefined],
    ['the bot while there is no person', [one('sam', 'customer'), one('bot', 'bot')], 'bot'],
    ['the person before the bot', [one('maya', 'agent'), one('bot', 'bot')], 'maya'],
    ['the person who came last', [one('maya', 'agent'), one('jonas', 'agent')], 'jonas'],
    ['nobody who has left', [one('maya', 'agent'), one('jonas', 'agent', 'left')], 'maya'],
    ['who is here before who is away', [one('maya', 'agent'), one('jonas', 'agent', 'idle')], 'maya'],
    ['who is away before nobody', [one('jonas', 'agent', 'idle'), one('bot', 'bot')], 'jonas'],
    ['a supervisor when there is no agent', [one('bot', 'bot'), one('kim', 'supervisor')], 'kim'],
  ] as const) {
    it(`is ${what}`, () => {
      expect(counterpart(participants)?.id).to.equal(expected);
    });
  }
});
