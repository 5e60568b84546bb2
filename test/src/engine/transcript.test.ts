import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  acceptOwn,
  addOwn,
  applyReceipts,
  emptyTranscript,
  mergeEntries,
  releaseHeld,
  removeOwn,
  setDelivery,
  type Transcript,
} from '../../../src/engine/transcript.js';
import type { Entry, Receipt, ReceivedEntry } from '../../../src/engine/types.js';
import { echo, message, START } from '../../support/engine.js';

const own = (key: string): Entry => ({
  key,
  kind: 'message',
  role: 'customer',
  own: true,
  contentType: 'text/plain',
  text: `text of ${key}`,
  time: START + 1_000_000, // A device whose clock is far ahead.
  delivery: 'sending',
});

const ids = ({ entries }: Transcript) => entries.map(({ id }) => id);
const merge = (transcript: Transcript, ...items: ReceivedEntry[]) =>
  mergeEntries(transcript, items, false, START);
const chunk = (number: number, text: string, complete = false) =>
  message('stream', START + 10 + number, { role: 'bot', text, chunk: { number, complete } });

describe('mergeEntries', () => {
  it('puts entries in the order of the service, not of arrival', () => {
    expect(
      ids(merge(emptyTranscript, message('b', START + 2), message('c', START + 3), message('a', START + 1))),
    ).to.deep.equal(['a', 'b', 'c']);
  });

  it('keeps entries of the same moment in the order of arrival', () => {
    expect(ids(merge(merge(emptyTranscript, message('x', START)), message('y', START)))).to.deep.equal([
      'x',
      'y',
    ]);
  });

  it('returns the same transcript when it learns nothing', () => {
    const transcript = merge(emptyTranscript, message('a', START), chunk(1, 'one'));
    expect(merge(transcript, message('a', START), chunk(1, 'one')).entries).to.equal(transcript.entries);
  });

  it('updates a file by its id, and does not take a verdict back', () => {
    const file = (id: string, status: 'checking' | 'approved') =>
      message(id, START, {
        kind: 'attachment',
        attachment: { id: 'file-1', name: 'a.pdf', type: 'application/pdf', status },
      });
    const transcript = merge(
      emptyTranscript,
      file('a', 'checking'),
      file('b', 'approved'),
      file('a', 'checking'),
    );
    expect(transcript.entries).to.have.lengthOf(1);
    expect(transcript.entries[0]).to.deep.include({
      key: 'a',
      attachment: { id: 'file-1', name: 'a.pdf', type: 'application/pdf', status: 'approved' },
    });
  });

  it('gives an item without a time the place where it arrives', () => {
    const { time: _, ...timeless } = message('b', 0);
    expect(
      ids(mergeEntries(merge(emptyTranscript, message('a', START)), [timeless], false, START + 5)),
    ).to.deep.equal(['a', 'b']);
  });

  it('marks what belongs to an earlier contact', () => {
    const [entry] = merge(emptyTranscript, message('a', START, { relatedContactId: 'past' })).entries;
    expect(entry?.past).to.be.true;
  });

  describe('with a streamed answer', () => {
    it('shows the pieces as they come, and the whole when it is complete', () => {
      let transcript = merge(emptyTranscript, chunk(1, 'Hel'));
      expect(transcript.entries[0]).to.deep.include({ text: 'Hel', streaming: true });
      transcript = merge(transcript, chunk(2, 'lo'));
      expect(transcript.entries[0]).to.deep.include({ text: 'Hello', streaming: true });
      transcript = merge(transcript, chunk(3, 'Hello world', true));
      expect(transcript.entries[0]?.text).to.equal('Hello world');
      expect(transcript.entries[0]).not.to.have.property('streaming');
    });

    it('shows nothing after a gap until it has closed', () => {
      const gap = merge(emptyTranscript, chunk(1, 'a'), chunk(3, 'c'));
      expect(gap.entries[0]?.text).to.equal('a');
      expect(merge(gap, chunk(2, 'b')).entries[0]?.text).to.equal('abc');
      expect(merge(emptyTranscript, chunk(2, 'b')).entries).to.deep.equal([]);
    });

    it('goes on from a page that holds all that was written so far', () => {
      const joined = (number: number, text: string) =>
        message('stream', START + 10 + number, {
          role: 'bot',
          text,
          chunk: { number, complete: false, joined: true },
        });
      const textOf = (...items: Parameters<typeof merge>[1][]) =>
        merge(emptyTranscript, ...items).entries[0]?.text;
      expect(textOf(joined(3, 'abc'))).to.equal('abc');
      expect(textOf(joined(3, 'abc'), chunk(4, 'd'))).to.equal('abcd');
      expect(textOf(chunk(1, 'a'), chunk(2, 'b'), joined(4, 'abcd'), chunk(5, 'e'))).to.equal('abcde');
      expect(textOf(chunk(1, 'a'), chunk(2, 'b'), chunk(3, 'c'), joined(2, 'ab'))).to.equal('abc');
      expect(textOf(chunk(1, 'a'), chunk(3, 'c'), joined(3, 'abc'), chunk(2, 'b'))).to.equal('abc');
      expect(textOf(chunk(1, 'a'), joined(2, 'b'))).to.equal('ab');
      expect(textOf(chunk(1, 'a'), joined(2 ** 50, 'ab'))).to.equal('a');
    });

    it('is not cut short by a page that was taken while it was being written', () => {
      const half = message('stream', START + 11, { role: 'bot', text: 'Hel' });
      const whole = merge(emptyTranscript, chunk(1, 'Hello', true));
      expect(merge(whole, half).entries[0]?.text).to.equal('Hello');
      const streaming = merge(emptyTranscript, chunk(1, 'Hel'), chunk(2, 'lo'));
      expect(merge(streaming, half).entries[0]).to.deep.include({ text: 'Hello', streaming: true });
      expect(merge(emptyTranscript, half, chunk(2, 'lo'), chunk(3, 'Hello', true)).entries[0]?.text).to.equal(
        'Hello',
      );
    });

    it('stands where it began', () => {
      const transcript = merge(
        emptyTranscript,
        message('before', START + 1),
        message('between', START + 12),
        chunk(5, 'whole', true),
        chunk(1, 'wh'),
      );
      expect(ids(transcript)).to.deep.equal(['before', 'stream', 'between']);
      expect(transcript.entries[1]?.text).to.equal('whole');
    });
  });
});

describe('acceptOwn', () => {
  for (const order of ['reply first', 'echo first', 'echo twice first'] as const) {
    it(`keeps one entry per sent message (${order})`, () => {
      let transcript = addOwn(emptyTranscript, own('k'));
      const reply = () => (transcript = acceptOwn(transcript, 'k', 'm1', START + 5));
      const hear = () =>
        (transcript = mergeEntries(
          transcript,
          [echo('m1', START + 5, 'text of k')],
          transcript.entries[0]?.id === undefined,
          START,
        ));
      if (order === 'echo twice first') hear();
      if (order !== 'reply first') hear();
      reply();
      hear();
      expect(transcript.entries.map(({ key, id, delivery }) => [key, id, delivery])).to.deep.equal([
        ['k', 'm1', 'sent'],
      ]);
      expect(transcript.held).to.deep.equal([]);
    });
  }

  it('moves the message to its place in the order of the service', () => {
    let transcript = merge(addOwn(emptyTranscript, own('k')), message('later', START + 9));
    expect(ids(transcript)).to.deep.equal(['later', undefined]);
    transcript = acceptOwn(transcript, 'k', 'm1', START + 5);
    expect(ids(transcript)).to.deep.equal(['m1', 'later']);
  });

  it('folds in an echo that was shown before the reply came', () => {
    const shown = merge(addOwn(emptyTranscript, own('k')), echo('m1', START + 5, 'text of k'));
    expect(acceptOwn(shown, 'k', 'm1', START + 5).entries.map(({ key }) => key)).to.deep.equal(['k']);
  });

  it('applies a receipt that overtook the reply', () => {
    const early = applyReceipts(addOwn(emptyTranscript, own('k')), [
      { messageId: 'm1', kind: 'read', participantId: 'agent-1' },
    ]);
    expect(acceptOwn(early, 'k', 'm1', START).entries[0]).to.deep.include({
      delivery: 'read',
      receiptFrom: 'agent-1',
    });
  });

  it('shows the words that the service let through', () => {
    const heard = mergeEntries(
      addOwn(emptyTranscript, own('k')),
      [echo('m1', START, 'My card is ****')],
      true,
      START,
    );
    expect(acceptOwn(heard, 'k', 'm1', START).entries[0]?.text).to.equal('My card is ****');
  });
});

describe('releaseHeld', () => {
  it('shows what another tab has written once nothing is awaited', () => {
    const held = mergeEntries(
      addOwn(emptyTranscript, own('k')),
      [echo('m1', START, 'mine'), echo('m2', START + 1, 'from my phone')],
      true,
      START,
    );
    expect(held.entries).to.have.lengthOf(1);
    const transcript = releaseHeld(acceptOwn(held, 'k', 'm1', START), START);
    expect(ids(transcript)).to.deep.equal(['m1', 'm2']);
  });
});

describe('applyReceipts', () => {
  const sent = acceptOwn(addOwn(emptyTranscript, own('k')), 'k', 'm1', START);

  it('never takes "read" back', () => {
    const read = applyReceipts(sent, [{ messageId: 'm1', kind: 'read' }]);
    expect(applyReceipts(read, [{ messageId: 'm1', kind: 'delivered' }])).to.equal(read);
  });

  it('keeps no more than 500 receipts for messages it does not know', () => {
    const many = Array.from({ length: 600 }, (_, n): Receipt => ({
      messageId: `unknown-${n}`,
      kind: 'read',
    }));
    const { receipts } = applyReceipts(emptyTranscript, many);
    expect(receipts.size).to.equal(500);
    expect(receipts.has('unknown-599')).to.be.true;
  });
});

describe('a message that failed', () => {
  const words = ({ entries }: Transcript) => entries.map(({ key }) => key);
  const failedAfter = (before: Transcript) => setDelivery(addOwn(before, own('failed')), 'failed', 'failed');
  const known = merge(emptyTranscript, message('a', START));

  it('keeps its place above what is sent and said after it, whatever the clock of the device says', () => {
    for (const skew of [-10_000_000, 0, 10_000_000]) {
      const waiting = addOwn(known, { ...own('failed'), time: START + skew });
      const failed = setDelivery(addOwn(waiting, own('next')), 'failed', 'failed');
      const sent = acceptOwn(failed, 'next', 'm1', START + 1);
      expect(words(merge(sent, message('b', START + 2)))).to.deep.equal(['a', 'failed', 'next', 'b']);
    }
  });

  it('stands below what was said before it and comes later', () => {
    const late = merge(failedAfter(known), message('b', START - 1), message('c', START + 1));
    expect(words(late)).to.deep.equal(['b', 'a', 'failed', 'c']);
  });

  it('takes the place that the service gives it once it is sent after all', () => {
    const later = merge(failedAfter(known), message('b', START + 2));
    expect(
      words(acceptOwn(setDelivery(later, 'failed', 'sending'), 'failed', 'm1', START + 3)),
    ).to.deep.equal(['a', 'b', 'failed']);
  });
});

describe('setDelivery and removeOwn', () => {
  it('say why a message failed, and forget it on the next try', () => {
    const problem = { code: 'message/refused', recoverable: true };
    const failed = setDelivery(addOwn(emptyTranscript, own('k')), 'k', 'failed', problem);
    expect(failed.entries[0]).to.deep.include({ delivery: 'failed', problem });
    expect(setDelivery(failed, 'k', 'sending').entries[0]).not.to.have.property('problem');
  });

  it('take back only what the service has not accepted', () => {
    expect(removeOwn(addOwn(emptyTranscript, own('k')), 'k').entries).to.deep.equal([]);
    const accepted = acceptOwn(addOwn(emptyTranscript, own('k')), 'k', 'm1', START);
    expect(removeOwn(accepted, 'k').entries).to.have.lengthOf(1);
  });
});

/** Everything the client may hear of one conversation, as steps that may come in any order. */
type Heard = (transcript: Transcript, awaiting: boolean) => Transcript;

describe('any interleaving', () => {
  it('of reply, echo, duplicate, page, chunk and receipt gives the same transcript', () => {
    const conversation = fc.record({
      theirs: fc.integer({ min: 0, max: 6 }),
      ours: fc.integer({ min: 0, max: 4 }),
      chunks: fc.integer({ min: 0, max: 4 }),
      read: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(conversation, fc.infiniteStream(fc.nat()), ({ theirs, ours, chunks, read }, chance) => {
        const truth: ReceivedEntry[] = [];
        for (let n = 0; n < theirs; n += 1) truth.push(message(`t${n}`, START + n * 10));
        for (let n = 0; n < ours; n += 1) truth.push(echo(`o${n}`, START + n * 10 + 3, `text of k${n}`));
        const whole = Array.from({ length: chunks }, (_, n) => `piece ${n} `).join('');
        const pieces = Array.from({ length: chunks }, (_, n) =>
          message('stream', START + 25 + n * 10, {
            role: 'bot',
            text: `piece ${n} `,
            chunk: { number: n + 1, complete: false },
          }),
        );
        if (chunks > 0) truth.push(message('stream', START + 25, { role: 'bot', text: whole }));
        truth.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
        const receipts = Array.from({ length: ours }, (_, n): Receipt => ({
          messageId: `o${n}`,
          kind: read[n] ? 'read' : 'delivered',
        }));

        const steps: Heard[] = [
          ...[...truth, ...truth, ...pieces].map(
            (item): Heard =>
              (one, awaiting) =>
                mergeEntries(one, [item], awaiting, START),
          ),
          (one, awaiting) => mergeEntries(one, truth, awaiting, START),
          ...[...receipts, ...receipts].map(
            (receipt): Heard =>
              (one) =>
                applyReceipts(one, [receipt]),
          ),
          ...Array.from(
            { length: ours },
            (_, n): Heard =>
              (one) =>
                acceptOwn(one, `k${n}`, `o${n}`, START + n * 10 + 3),
          ),
        ];
        const random = chance[Symbol.iterator]();
        const shuffled = steps
          .map((step) => ({ step, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ step }) => step);

        let transcript = emptyTranscript;
        for (let n = 0; n < ours; n += 1) transcript = addOwn(transcript, own(`k${n}`));
        for (const step of shuffled) {
          transcript = step(
            transcript,
            transcript.entries.some((entry) => entry.own && entry.id === undefined),
          );
          if (!transcript.entries.some((entry) => entry.own && entry.id === undefined))
            transcript = releaseHeld(transcript, START);
        }

        expect(transcript.entries.map(({ id, text, streaming }) => [id, text, streaming])).to.deep.equal(
          truth.map(({ id, text }) => [id, text, undefined]),
        );
        expect(new Set(transcript.entries.map(({ key }) => key)).size).to.equal(truth.length);
        for (let n = 0; n < ours; n += 1) {
          const entry = transcript.entries.find(({ id }) => id === `o${n}`);
          expect(entry?.key).to.equal(`k${n}`);
          expect(entry?.delivery).to.equal(read[n] ? 'read' : 'delivered');
        }
        expect(transcript.held).to.deep.equal([]);
        expect(transcript.pieces.size).to.equal(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
