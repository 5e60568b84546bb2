import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linkify } from '../../../src/content/linkify.js';

/** The links of `text` as `[text, href]`. */
function links(text: string): readonly (readonly [string, string])[] {
  return linkify(text).flatMap((run) => (run.href === undefined ? [] : [[run.text, run.href] as const]));
}

describe('linkify', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['nothing here', []],
    ['see https://a.example/b?c=d#e now', [['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e']]],
    ['HTTP://A.EXAMPLE', [['HTTP://A.EXAMPLE', 'HTTP://A.EXAMPLE']]],
    ['www.a.example', [['www.a.example', 'https://www.a.example']]],
    ['Write to sam@a.example.', [['sam@a.example', 'mailto:sam@a.example']]],
    [
      'mailto:sam@a.example?subject=x',
      [['mailto:sam@a.example?subject=x', 'mailto:sam@a.example?subject=x']],
    ],
    ['tel:+44-20-7946-0000', [['tel:+44-20-7946-0000', 'tel:+44-20-7946-0000']]],
    ['(https://a.example/x_(y))', [['https://a.example/x_(y)', 'https://a.example/x_(y)']]],
    ['“https://a.example”, he said', [['https://a.example', 'https://a.example']]],
    [
      'https://a.example, https://b.example!',
      [
        ['https://a.example', 'https://a.example'],
        ['https://b.example', 'https://b.example'],
      ],
    ],
    ['<https://a.example>', [['https://a.example', 'https://a.example']]],
    ['https://مثال.example/ب', [['https://مثال.example/ب', 'https://مثال.example/ب']]],
    ['javascript:alert(1) data:text/html,x vbscript:x ftp://a.example file:///x', []],
    ['xhttps://a.example', []],
    ['https://', []],
    ['http://[', []],
    ['tel:911;phone-context=evil mailto:nobody', []],
    ['v1.2.3 and 12:30 and e.g.this', []],
  ];
  for (const [text, expected] of cases) {
    it(`finds the links of: ${text}`, () => {
      expect(links(text)).to.deep.equal(expected);
    });
  }

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          linkify(text)
            .map((run) => run.text)
            .join(''),
        ).to.equal(text);
      }),
    );
  });

  it('links only to http, https, mailto and tel, whatever the text', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          'https://',
          'www.',
          'mailto:',
          'tel:',
          'javascript:',
          'data:',
          '@',
          '.',
          '(',
          ')',
          ' ',
          '\n',
          '"',
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        for (const [, href] of links(pieces.join('')))
          expect(new URL(href).protocol).to.match(/^(https?|mailto|tel):$/);
      }),
    );
  });

  // The time of a quadratic search grows a hundredfold when the text grows tenfold, and a linear one's tenfold.
  const adversaries: Readonly<Record<string, string>> = {
    'one word': 'a',
    'at signs': '@',
    'addresses that never end': 'a@a',
    'domains that never end': 'a@b.',
    schemes: 'https://',
    'schemes in words': 'http://www.',
    'brackets that open': 'https://a.example/(',
    'brackets that close': ')',
    dots: '.',
    'phone digits': 'tel:1',
  };
  for (const [name, unit] of Object.entries(adversaries)) {
    it(`takes time in proportion to 100 kB of ${name}`, () => {
      const timeOf = (length: number): number => {
        const text = unit.repeat(Math.ceil(length / unit.length));
        const times = [1, 2, 3].map(() => {
          const start = performance.now();
          linkify(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      timeOf(10_000);
      expect(timeOf(100_000)).to.be.below(10 * timeOf(10_000) * 4 + 20);
    });
  }
});
