import { expect } from '@open-wc/testing';
import { MessageRows, type Chunk, type Row, type RowOptions } from '../../components/message-rows.js';
import type { AuthenticationState, Entry } from '../../src/engine/types.js';
import { baseTime, entry, manyEntries, ownEntry } from '../support/entries.js';

const DAY_MS = 24 * 60 * 60_000;

const options: RowOptions = {
  day: (time) => `day ${Math.floor((time - baseTime) / DAY_MS)}`,
  speaker: ({ own, role, displayName }) => (own ? 'own' : `${role} ${displayName ?? ''}`),
  hidden: ({ text }) => text === 'hidden',
  divider: () => undefined,
  answerable: ({ contentType }) => contentType === 'interactive' || contentType === 'view',
  view: ({ contentType }) => contentType === 'view',
};

const flat = (chunks: readonly Chunk[]): readonly Row[] => chunks.flatMap(({ rows }) => rows);
const rowsOf = (entries: readonly Entry[], changes: Partial<RowOptions> = {}): readonly Row[] =>
  flat(new MessageRows().update(entries, { ...options, ...changes }));
const later = (ms: number) => ({ time: baseTime + ms });
const system = (key: string, changes: Partial<Entry> = {}) =>
  entry({ key, kind: 'event', event: 'joined', ...changes });

describe('MessageRows', () => {
  it('knows what the customer said next to what can be answered', () => {
    const question = entry({ key: 'q', contentType: 'interactive' });
    const failed = ownEntry({ key: 'f', delivery: 'failed' });
    const answer = ownEntry({ key: 'a' });
    const answers = (...entries: Entry[]) => rowsOf(entries).map((row) => row.answer?.key);
    expect(answers(question, entry({ key: 'b' }), failed)).to.deep.equal([undefined, undefined, undefined]);
    expect(answers(question, failed, answer, ownEntry({ key: 'c' }))[0]).to.equal('a');
    expect(answers(answer, question)).to.deep.equal([undefined, undefined]);
  });

  it('knows how a request to sign in went: by the last word on it before the next request', () => {
    const auth = (key: string, state: AuthenticationState) =>
      system(key, { event: `authentication-${state}`, ...(state !== 'initiated' && { text: 'hidden' }) });
    const rows = rowsOf([
      auth('first', 'initiated'),
      ownEntry({ key: 'words' }),
      auth('failed', 'failed'),
      auth('timeout', 'timeout'),
      auth('second', 'initiated'),
      auth('good', 'succeeded'),
      auth('third', 'initiated'),
    ]);
    expect(rows.map(({ entry, answer }) => [entry.key, answer?.key])).to.deep.equal([
      ['first', 'timeout'],
      ['words', undefined],
      ['second', 'good'],
      ['third', undefined],
    ]);
  });

  it('sets a request to sign in apart from the lines around it', () => {
    const request = system('b', { event: 'authentication-initiated' });
    const rows = rowsOf([system('a'), request, system('c'), system('d')]);
    expect(rows.map(({ follows }) => follows)).to.deep.equal([false, false, false, true]);
  });

  it('lets only the newest view be answered, and leaves other cards alone', () => {
    const view = (key: string) => entry({ key, contentType: 'view' });
    const question = entry({ key: 'q', contentType: 'interactive' });
    const rows = rowsOf([view('a'), question, view('b'), ownEntry({ key: 'own' }), view('c'), view('d')]);
    expect(rows.map((row) => row.answer?.key)).to.deep.equal([
      'own',
      'own',
      'own',
      undefined,
      'd',
      undefined,
    ]);
  });

  const grouping: readonly (readonly [string, readonly Entry[], readonly boolean[]])[] = [
    ['the same speaker goes on', [entry({ key: 'a' }), entry({ key: 'b' })], [false, true]],
    [
      'a pause of three minutes',
      [entry({ key: 'a' }), entry({ key: 'b', ...later(180_000) })],
      [false, false],
    ],
    [
      'just under three minutes',
      [entry({ key: 'a' }), entry({ key: 'b', ...later(179_999) })],
      [false, true],
    ],
    [
      'a run with pauses',
      [0, 2, 4].map((minutes) => entry({ key: `${minutes}`, ...later(minutes * 60_000) })),
      [false, true, true],
    ],
    ['somebody else', [entry({ key: 'a' }), entry({ key: 'b', displayName: 'Jonas' })], [false, false]],
    [
      'the customer between',
      [entry({ key: 'a' }), ownEntry({ key: 'b' }), entry({ key: 'c' })],
      [false, false, false],
    ],
    ['a system line between', [entry({ key: 'a' }), system('b'), entry({ key: 'c' })], [false, false, false]],
    [
      'a system line that is left out',
      [entry({ key: 'a' }), system('b', { text: 'hidden' }), entry({ key: 'c' })],
      [false, true],
    ],
    ['two system lines', [system('a'), system('b')], [false, true]],
    [
      'another day',
      [entry({ key: 'a', ...later(DAY_MS - 1) }), entry({ key: 'b', ...later(DAY_MS) })],
      [false, false],
    ],
    [
      'a status in between',
      [ownEntry({ key: 'a', delivery: 'read' }), ownEntry({ key: 'b', delivery: 'sent' })],
      [false, false],
    ],
    ['own messages as far as each other', [ownEntry({ key: 'a' }), ownEntry({ key: 'b' })], [false, true]],
  ];
  for (const [name, entries, follows] of grouping) {
    it(`groups by speaker and time: ${name}`, () => {
      expect(rowsOf(entries).map((row) => row.follows)).to.deep.equal(follows);
    });
  }

  it('begins a new group under the divider', () => {
    const rows = rowsOf([entry({ key: 'a' }), entry({ key: 'b' })], {
      divider: (key) => (key === 'b' ? 'new' : undefined),
    });
    expect(rows.map((row) => [row.divider, row.follows])).to.deep.equal([
      [undefined, false],
      ['new', false],
    ]);
  });

  it('names each day once', () => {
    const rows = rowsOf([entry({ key: 'a' }), entry({ key: 'b' }), entry({ key: 'c', ...later(DAY_MS) })]);
    expect(rows.map(({ day }) => day)).to.deep.equal(['day 0', undefined, 'day 1']);
  });

  it('says each delivery once, under the last own message it is true of', () => {
    const deliveries = [
      'read',
      'read',
      'delivered',
      'sent',
      'sent',
      'sending',
      'failed',
      'queued',
      'queued',
    ] as const;
    const entries = deliveries.map((delivery, index) => ownEntry({ key: `${index}`, delivery }));
    const told = rowsOf(entries).flatMap(({ tellsDelivery, entry: { key } }) => (tellsDelivery ? [key] : []));
    expect(told).to.deep.equal(['1', '2', '4', '5', '6', '8']);
  });

  it('says no delivery that a later message has overtaken', () => {
    const entries = [ownEntry({ key: 'a', delivery: 'delivered' }), ownEntry({ key: 'b', delivery: 'read' })];
    expect(rowsOf(entries).map(({ tellsDelivery }) => tellsDelivery)).to.deep.equal([false, true]);
  });

  it('takes what comes at the end for fresh, and history for history', () => {
    const rows = new MessageRows();
    const first = manyEntries(3);
    expect(flat(rows.update(first, options)).some(({ fresh }) => fresh)).to.equal(false);
    const next = [
      entry({ key: 'older', time: baseTime - 60_000 }),
      ...first,
      entry({ key: 'new', ...later(500_000) }),
    ];
    expect(
      flat(rows.update(next, options))
        .filter(({ fresh }) => fresh)
        .map((row) => row.entry.key),
    ).to.deep.equal(['new']);
    const page = [
      ...next,
      ...Array.from({ length: 20 }, (_, index) => entry({ key: `p${index}`, ...later(600_000) })),
    ];
    expect(flat(rows.update(page, options)).filter(({ fresh }) => fresh)).to.have.length(1);
  });

  describe('when an entry is added', () => {
    it('gives the same rows and chunks again for the rest', () => {
      const rows = new MessageRows();
      const entries = manyEntries(1_000);
      const before = rows.update(entries, options);
      const after = rows.update([...entries, entry({ key: 'new', ...later(60_000_000) })], options);
      expect(before).to.have.length(20);
      expect(after.slice(0, 20)).to.deep.equal(before.slice(0, 20));
      expect(before.every((chunk, index) => chunk === after[index])).to.equal(true);
    });

    it('changes only the chunk that it belongs to', () => {
      const rows = new MessageRows();
      const entries = manyEntries(120);
      const before = rows.update(entries, options);
      const after = rows.update([...entries, entry({ key: 'new', ...later(60_000_000) })], options);
      expect(before.map((chunk, index) => chunk === after[index])).to.deep.equal([true, true, false]);
    });
  });

  it('moves no row to another chunk when older ones come above', () => {
    const rows = new MessageRows();
    const entries = manyEntries(120);
    const before = rows.update(entries, options);
    const older = Array.from({ length: 70 }, (_, index) =>
      entry({ key: `o${index}`, time: baseTime - (100 - index) * 600_000 }),
    );
    const after = rows.update([...older, ...entries], options);
    expect(after.slice(-before.length).map(({ key }) => key)).to.deep.equal(before.map(({ key }) => key));
  });

  it('keeps a group in one chunk, but not for ever', () => {
    const talk = Array.from({ length: 450 }, (_, index) =>
      entry({ key: `${index}`, ...later(index * 1_000) }),
    );
    expect(new MessageRows().update(talk, options).map(({ rows }) => rows.length)).to.deep.equal([
      200, 200, 50,
    ]);
  });

  it('gives the same array for the same entries', () => {
    const rows = new MessageRows();
    const entries = manyEntries(10);
    expect(rows.update(entries, options)).to.equal(rows.update([...entries], options));
  });
});
