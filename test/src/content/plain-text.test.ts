import { expect } from '@open-wc/testing';
import { plainText } from '../../../src/content/plain-text.js';

describe('plainText', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**Bold** and *italic* and ~~gone~~', 'Bold and italic and gone'],
    ['__bold__ _italic_ snake_case_name', 'bold italic snake_case_name'],
    ['# Heading\n\ntext', 'Heading text'],
    ['- one\n- two\n  * three\n4. four\n- [x] five', 'one two three four five'],
    ['> quoted', 'quoted'],
    ['a [link](https://a.example "title") b', 'a link b'],
    ['![picture of a lamp](https://a.example/x.png)', 'picture of a lamp'],
    ['<https://a.example>', 'https://a.example'],
    ['```js\ncode()\n```', 'code()'],
    ['use `x`', 'use x'],
    ['one\n\n---\n\ntwo', 'one two'],
    ['2 \\* 3 \\_ 4', '2 * 3 _ 4'],
    ['plain words', 'plain words'],
    ['', ''],
  ];
  for (const [markdown, expected] of cases) {
    it(`reads ${JSON.stringify(markdown)} as words`, () => {
      expect(plainText(markdown)).to.equal(expected);
    });
  }

  it('takes 100 kB of unclosed marks in its stride', () => {
    for (const mark of ['[', '![', '*', '_', '`', '<https:', '- ', '\\', '[a](', '--- x\n']) {
      const text = mark.repeat(100_000 / mark.length);
      expect(plainText(text).length).to.be.at.most(text.length);
    }
  });
});
