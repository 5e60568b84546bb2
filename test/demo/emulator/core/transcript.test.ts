import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { Transcript } from '../../../../demo/emulator/core/transcript.js';
import { pageTranscript, transcriptRequest } from '../../../../demo/emulator/core/transcript-page.js';
import { validate } from '../../../../demo/emulator/core/validate.js';
import type { Item } from '../../../../demo/emulator/core/wire.js';

const at = (second: number): string => `2026-11-21T03:15:${String(second).padStart(2, '0')}.000Z`;
const item = (number: number, members: object = {}): Item => ({
  Id: `i${String(number)}`,
  AbsoluteTime: at(number),
  ...members,
});

/** i1 to i`count`, one second apart. */
const history = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index + 1));

function page(request: object, items: readonly Item[] = history(25)) {
  const { items: found, nextToken } = pageTranscript(items, validate(transcriptRequest, request));
  return { ids: found.map(({ Id }) => Id.slice(1)).join(' '), nextToken };
}

describe('Transcript', () => {
  it('orders items by time, and those with one time by arrival', () => {
    const transcript = new Transcript();
    for (const added of [item(2), item(1), item(3), { ...item(4), AbsoluteTime: at(2) }])
      transcript.add(added);
    assert.deepEqual(
      transcript.items.map(({ Id }) => Id),
      ['i1', 'i2', 'i4', 'i3'],
    );
  });

  it('leaves an item with an unreadable time where it arrived', () => {
    const transcript = new Transcript();
    for (const added of [item(2), { ...item(9), AbsoluteTime: 'soon' }, item(1)]) transcript.add(added);
    assert.deepEqual(
      transcript.items.map(({ Id }) => Id),
      ['i2', 'i9', 'i1'],
    );
  });

  it('updates a known item where it stands', () => {
    const transcript = new Transcript();
    for (const added of [item(1), item(2), item(1, { Content: 'new' })]) transcript.add(added);
    assert.deepEqual(transcript.items, [item(1, { Content: 'new' }), item(2)]);
  });

  it('folds chunks into one item with the first time and, in the end, the full text', () => {
    const transcript = new Transcript();
    const chunk = (number: number, Content: string, MessageCompleted: boolean): Item => ({
      ...item(1, { Content, MessageMetadata: { ChunkNumber: number, MessageCompleted } }),
      AbsoluteTime: at(number),
    });
    for (const added of [chunk(1, 'Hel', false), chunk(2, 'lo ', false)]) transcript.add(added);
    assert.deepEqual(
      transcript.items.map(({ Content }) => Content),
      ['Hello '],
    );
    transcript.add(chunk(3, 'Hello world', true));
    assert.deepEqual(transcript.items, [{ ...chunk(3, 'Hello world', true), AbsoluteTime: at(1) }]);
  });
});

describe('pageTranscript', () => {
  const cases: readonly (readonly [what: string, request: object, ids: string])[] = [
    ['the ten newest, newest first, by default', {}, '25 24 23 22 21 20 19 18 17 16'],
    ['oldest first if asked', { MaxResults: 3, SortOrder: 'ASCENDING' }, '23 24 25'],
    ['a start position without members as none', { MaxResults: 2, StartPosition: {} }, '25 24'],
    ['null members as absent', { MaxResults: 2, NextToken: null, ScanDirection: null }, '25 24'],
    [
      'zero results as the default',
      { MaxResults: 0, SortOrder: 'ASCENDING' },
      '16 17 18 19 20 21 22 23 24 25',
    ],
    ['nothing newer than now', { ScanDirection: 'FORWARD' }, ''],
    ['forward from an item', { MaxResults: 3, StartPosition: { Id: 'i7' }, SortOrder: 'ASCENDING' }, '7 8 9'],
    [
      'backward from an item',
      { MaxResults: 3, StartPosition: { Id: 'i7' }, ScanDirection: 'BACKWARD' },
      '7 6 5',
    ],
    [
      'forward from a time',
      { MaxResults: 2, StartPosition: { AbsoluteTime: at(20) }, SortOrder: 'ASCENDING' },
      '20 21',
    ],
    [
      'a time without decimals',
      { MaxResults: 1, StartPosition: { AbsoluteTime: '2026-11-21T03:15:20Z' } },
      '20',
    ],
    [
      'backward from a time between items',
      { MaxResults: 2, StartPosition: { AbsoluteTime: '2026-11-21T03:15:20.5Z' }, ScanDirection: 'BACKWARD' },
      '20 19',
    ],
    ['nothing after the newest', { StartPosition: { AbsoluteTime: at(59) } }, ''],
    ['nothing before the oldest', { StartPosition: { AbsoluteTime: at(0) }, ScanDirection: 'BACKWARD' }, ''],
    ['the n most recent, forward', { StartPosition: { MostRecent: 3 }, SortOrder: 'ASCENDING' }, '23 24 25'],
    [
      'backward from the n-th most recent',
      { MaxResults: 2, StartPosition: { MostRecent: 3 }, ScanDirection: 'BACKWARD' },
      '23 22',
    ],
    [
      'all of fewer than n',
      { MaxResults: 100, StartPosition: { MostRecent: 100 }, SortOrder: 'ASCENDING' },
      history(25)
        .map(({ Id }) => Id.slice(1))
        .join(' '),
    ],
  ];
  for (const [what, request, ids] of cases) {
    it(`reads ${what}`, () => {
      assert.equal(page(request).ids, ids);
    });
  }

  it('walks back to the oldest item and then gives no token', () => {
    const pages: string[] = [];
    let token: string | undefined;
    do {
      const { ids, nextToken } = page({
        MaxResults: 10,
        SortOrder: 'ASCENDING',
        ...(token && { NextToken: token }),
      });
      pages.push(ids);
      token = nextToken;
    } while (token !== undefined);
    assert.deepEqual(pages, ['16 17 18 19 20 21 22 23 24 25', '6 7 8 9 10 11 12 13 14 15', '1 2 3 4 5']);
  });

  it('keeps the direction of a token, whatever the next request says', () => {
    const { nextToken } = page({ MaxResults: 20, StartPosition: { Id: 'i1' } });
    const next = page({
      MaxResults: 20,
      NextToken: nextToken,
      ScanDirection: 'BACKWARD',
      SortOrder: 'ASCENDING',
    });
    assert.deepEqual(next, { ids: '21 22 23 24 25', nextToken: undefined });
  });

  it('continues at the same item though new ones have come', () => {
    const { nextToken } = page({ MaxResults: 5 }, history(10));
    assert.equal(page({ MaxResults: 5, NextToken: nextToken }, history(12)).ids, '5 4 3 2 1');
  });

  it('reads an empty history', () => {
    assert.deepEqual(page({}, []), { ids: '', nextToken: undefined });
  });
});
