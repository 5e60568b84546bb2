import { expect } from '@open-wc/testing';
import { defaultTimings, type SessionEvent, type TranscriptPage } from '../../../src/engine/types.js';
import { after, connected, from, message, START } from '../../support/engine.js';

const page = (more: Partial<TranscriptPage> = {}): SessionEvent => ({
  type: 'transcript-received',
  page: { entries: [message('a', START)], receipts: [], ...more },
});

const fetchAgain = { type: 'schedule', timer: 'gap', delayMs: defaultTimings.rehydrationMs };

describe('the past of a persistent chat', () => {
  it('is looked for anew when the service says that it can be read', () => {
    const said: SessionEvent = { type: 'received', connection: 1, fact: { type: 'rehydrated' } };
    const [before] = after(...connected, page());
    expect(before.history).to.equal('complete');
    const [told, effects] = from(before, said);
    expect(told).to.include({ rehydrated: true, history: 'unknown' });
    expect(effects).to.deep.equal([fetchAgain]);
    const [{ history, olderToken }] = from(told, page({ nextToken: 'past' }));
    expect({ history, olderToken }).to.deep.equal({ history: 'more', olderToken: 'past' });
  });

  it('is found when only the transcript says so, because the socket was away', () => {
    const [told] = after(...connected, page(), page({ rehydrated: true, nextToken: 'past' }));
    expect(told).to.include({ rehydrated: true, history: 'more', olderToken: 'past' });
  });

  it('is found once', () => {
    const found = page({ rehydrated: true, nextToken: 'past' });
    const entries = [message('b', START + 1)];
    const [told] = after(...connected, found, page({ entries, rehydrated: true, nextToken: 'known' }));
    expect(told).to.include({ rehydrated: true, history: 'more', olderToken: 'past' });
  });
});
