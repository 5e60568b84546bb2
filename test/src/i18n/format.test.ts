import { expect } from '@open-wc/testing';
import { format, pieces, plural, type Plural } from '../../../src/i18n/format.js';

describe('pieces', () => {
  it('tells the values from the words around them', () => {
    expect(pieces('{name} joined the chat', { name: 'Maya' })).to.deep.equal([
      { text: 'Maya', placeholder: 'name' },
      { text: ' joined the chat' },
    ]);
  });

  it('does not read placeholders in a value', () => {
    expect(pieces('{name} left', { name: '{name}' })).to.deep.equal([
      { text: '{name}', placeholder: 'name' },
      { text: ' left' },
    ]);
  });

  it('leaves what it has no value for as it is written', () => {
    expect(pieces('{name} and {other}', { name: 'Maya' }).map(({ text }) => text)).to.deep.equal([
      'Maya',
      ' and {other}',
    ]);
  });

  it('gives nothing for an empty template', () => {
    expect(pieces('', { name: 'Maya' })).to.deep.equal([]);
  });
});

describe('format', () => {
  it('puts every value in its place', () => {
    expect(format('{a}, {b}, {a}', { a: 'one', b: 'two' })).to.equal('one, two, one');
  });
});

describe('plural', () => {
  const messages: Plural = { one: '{count} message', other: '{count} messages' };

  for (const [count, expected] of [
    [0, '0 messages'],
    [1, '1 message'],
    [2, '2 messages'],
    [1_200, '1,200 messages'],
  ] as const) {
    it(`says "${expected}"`, () => {
      expect(plural(messages, count, 'en')).to.equal(expected);
    });
  }

  it('follows the rules of the language', () => {
    const zpravy: Plural = { one: '{count} zpráva', few: '{count} zprávy', other: '{count} zpráv' };
    expect([1, 3, 5].map((count) => plural(zpravy, count, 'cs'))).to.deep.equal([
      '1 zpráva',
      '3 zprávy',
      '5 zpráv',
    ]);
  });

  it('uses the general form where the language has one that is not given', () => {
    expect(plural({ other: '{count} رسالة' }, 2, 'ar-EG')).to.equal('٢ رسالة');
  });
});
