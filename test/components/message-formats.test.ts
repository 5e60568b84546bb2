import { expect } from '@open-wc/testing';
import { MessageFormats } from '../../components/message-formats.js';
import { english } from '../../src/i18n/strings.js';

describe('MessageFormats', () => {
  const now = new Date(2026, 10, 12, 14, 2).getTime();
  const formats = (locale: string, at = now) => new MessageFormats(locale, english, () => at);
  const on = (year: number, month: number, day: number, hour = 12) =>
    new Date(year, month - 1, day, hour).getTime();

  it('tells the time as the locale does', () => {
    const time = on(2026, 11, 12, 9);
    expect(formats('en-GB').time(time)).to.equal('09:00');
    expect(formats('en-US').time(time)).to.match(/^9:00\sAM$/);
  });

  it('calls days by what they are to the reader', () => {
    const { day } = { day: (time: number) => formats('en-GB').day(time) };
    expect(day(on(2026, 11, 12, 0))).to.equal('Today');
    expect(day(on(2026, 11, 12, 23))).to.equal('Today');
    expect(day(on(2026, 11, 11, 23))).to.equal('Yesterday');
    expect(day(on(2026, 11, 3))).to.match(/^Tuesday,? 3 November$/);
    expect(day(on(2025, 11, 3))).to.equal('3 November 2025');
  });

  it('knows when it has become tomorrow', () => {
    let at = now;
    const words = new MessageFormats('en', english, () => at);
    expect(words.day(now)).to.equal('Today');
    at += 24 * 60 * 60_000;
    expect(words.day(now)).to.equal('Yesterday');
  });

  it('has no words for what is no time', () => {
    for (const time of [Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
      expect(formats('en').time(time)).to.equal('');
      expect(formats('en').day(time)).to.equal('');
      expect(formats('en').machineTime(time)).to.equal('');
    }
  });
});
