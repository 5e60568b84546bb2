import { expect } from '@open-wc/testing';
import { SlotWords } from '../../../../src/content/interactive/slot-words.js';
import { pagesOf, readSlots, readTime } from '../../../../src/content/interactive/slots.js';

const nine = Date.UTC(2026, 11, 1, 9);

describe('readTime', () => {
  for (const [date, time] of [
    ['2026-12-01T09:00+00:00', nine],
    ['2026-12-01T10:00+01:00', nine],
    ['2026-12-01T09:00Z', nine],
    ['2026-12-01T09:00:00.000+0000', nine],
    ['2026-12-01 09:00', nine],
    ['2026-12-01T04:00-05', nine],
    ['2026-13-01T09:00+00:00', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ] as const)
    it(`reads ${date}`, () => expect(readTime(date)).to.equal(time));
});

describe('readSlots', () => {
  it('puts times in order, and what is none at the end, as it was sent', () => {
    const slots = readSlots([
      { date: 'sometime' },
      { date: '2026-12-02T09:00+00:00' },
      '2026-12-01T09:00+00:00',
      5,
      null,
      {},
    ]);
    expect(slots.map(({ date }) => date)).to.deep.equal([
      '2026-12-01T09:00+00:00',
      '2026-12-02T09:00+00:00',
      'sometime',
      '5',
    ]);
  });

  for (const [duration, minutes] of [
    [1, 1],
    [60, 60],
    ['45', 45],
    [480, 480],
    [3_600, undefined],
    [0, undefined],
    [-5, undefined],
    ['x', undefined],
  ] as const)
    it(`duration ${duration}`, () =>
      expect(readSlots([{ date: 'd', duration }])[0]?.minutes).to.equal(minutes));
});

describe('pagesOf', () => {
  const pages = (...days: number[]) =>
    pagesOf(
      days.flatMap((count, day) => Array.from({ length: count }, () => ({ date: `${day}` }))),
      ({ date }) => date,
    ).map((page) => page.map(({ label, slots }) => `${label}×${slots.length}`).join(' '));
  for (const [days, expected] of [
    [[], ['']],
    [[3, 3, 3], ['0×3 1×3 2×3']],
    [
      [3, 3, 4],
      ['0×3 1×3', '2×4'],
    ],
    [[20], ['0×9', '0×9', '0×2']],
    [
      [2, 10, 3],
      ['0×2', '1×9', '1×1 2×3'],
    ],
  ] as const)
    it(`${days.join(', ') || 'no'} slots a day`, () => expect(pages(...days)).to.deep.equal(expected));
});

describe('SlotWords', () => {
  const slot = { date: 'x', time: Date.UTC(2026, 11, 1, 23, 30), minutes: 60 };
  const now = Date.UTC(2026, 10, 1);

  it('applies the offset of the place once', () => {
    const words = new SlotWords('en-GB', 60, now);
    expect(words.full(slot)).to.equal('Wednesday 2 December, 00:30');
    expect(words.short(slot)).to.equal('Wed 2 Dec, 00:30');
    expect(words.zone(slot)).to.equal('GMT+1');
  });

  it('speaks of the customer’s own zone where none is named', () => {
    // The tests run at UTC+5:45.
    const words = new SlotWords('en-GB', undefined, now);
    expect(words.full(slot)).to.equal('Wednesday 2 December, 05:15');
    expect(words.zone(slot)).to.equal('Nepal Time');
  });

  for (const [offset, name] of [
    [0, 'GMT+0'],
    [-720, 'GMT−12'],
    [330, 'GMT+5:30'],
    [-450, 'GMT−7:30'],
  ] as const)
    it(`calls ${offset} minutes ${name}`, () =>
      expect(new SlotWords('en', offset, now).zone(slot)).to.equal(name));

  it('says the year unless it is this one', () =>
    expect(new SlotWords('en-GB', 0, Date.UTC(2027, 5, 1)).full(slot)).to.equal(
      'Tuesday, 1 December 2026, 23:30',
    ));

  it('leaves what is no date as it was sent', () => {
    const words = new SlotWords('en-GB', 0, now);
    expect([
      words.day({ date: 'soon' }),
      words.time({ date: 'soon' }),
      words.full({ date: 'soon' }),
    ]).to.deep.equal(['', 'soon', 'soon']);
  });

  it('says how long', () => {
    expect(new SlotWords('en-GB', 0, now).duration(slot)).to.equal('60 mins');
    expect(new SlotWords('en-GB', 0, now).duration({ date: 'x' })).to.equal('');
  });
});
