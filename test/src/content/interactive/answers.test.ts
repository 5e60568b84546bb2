import { expect } from '@open-wc/testing';
import {
  carouselAnswer,
  carouselWords,
  pageActionOf,
  pageAnswer,
  readCarouselAnswer,
} from '../../../../src/content/interactive/answers.js';
import { inlineRuns, inlineText } from '../../../../src/content/interactive/inline.js';
import { readTemplate } from '../../../../src/content/interactive/read-template.js';
import type { CarouselCard, Picker } from '../../../../src/content/interactive/template.js';
import { listContent, template } from '../../../fixtures/interactive-templates.js';

function picker(content: Readonly<Record<string, unknown>>): Picker {
  const reading = readTemplate(JSON.stringify(template('ListPicker', content)));
  if (!('template' in reading)) throw new Error(reading.reason);
  return reading.template as Picker;
}

describe('answers on the wire', () => {
  it('asks for other options, byte for byte', () => {
    expect(pageAnswer(picker(listContent), 'SHOW_MORE')).to.equal(
      '{"version":"1.0","action":"SHOW_MORE","data":{"actionName":"SHOW_MORE","listId":"main","preIndex":0,"nextIndex":2,"templateType":"ListPicker","referenceId":"lamps-1"}}',
    );
    expect(pageAnswer(picker({ title: 'T' }), 'PREVIOUS_OPTIONS')).to.equal(
      '{"version":"1.0","action":"PREVIOUS_OPTIONS","data":{"actionName":"PREVIOUS_OPTIONS","templateType":"ListPicker"}}',
    );
  });

  it('knows such a request again, and nothing else', () => {
    expect(pageActionOf(pageAnswer(picker(listContent), 'SHOW_MORE'))).to.equal('SHOW_MORE');
    for (const text of [
      '',
      'SHOW_MORE',
      '{',
      '{"action":"SHOW_MORE"}',
      '{"action":"Next","data":{"actionName":"Next"}}',
    ])
      expect(pageActionOf(text)).to.equal(undefined);
  });

  it('answers a carousel, byte for byte, with full titles', () => {
    const title = 'x'.repeat(5_000);
    const card: CarouselCard = { ...picker({ title }), templateIdentifier: 'card-2' };
    expect(carouselAnswer(card, 'Take "Plus"')).to.equal(
      `{"templateIdentifier":"card-2","listTitle":"${title}","selectionText":"Take \\"Plus\\""}`,
    );
  });

  for (const [listTitle, omitted, words] of [
    ['Plus', false, 'Plus - Take it'],
    ['Others:', false, 'Others: Take it'],
    ['Others: ', false, 'Others:  Take it'],
    ['', false, 'Take it'],
    ['Plus', true, 'Take it'],
  ] as const)
    it(`puts "${listTitle}"${omitted ? ', omitted,' : ''} into words`, () => {
      const answer = readCarouselAnswer(
        JSON.stringify({ templateIdentifier: 'a', listTitle, selectionText: 'Take it' }),
      );
      expect(carouselWords(answer!, omitted)).to.equal(words);
    });

  it('knows the answer of a carousel by its three texts', () => {
    for (const text of [
      'Plus',
      '{}',
      '{"templateIdentifier":"a","listTitle":"b"}',
      '{"templateIdentifier":1,"listTitle":"b","selectionText":"c"}',
    ])
      expect(readCarouselAnswer(text)).to.equal(undefined);
  });
});

describe('titles', () => {
  it('may have bold, italic and links that name where they open', () => {
    expect(
      inlineRuns(
        '**Now** or *later* [here](https://a.example/)<!--rehype:target=_self--> or https://b.example.',
      ),
    ).to.deep.equal([
      { text: 'Now', style: 'strong' },
      { text: ' or ' },
      { text: 'later', style: 'em' },
      { text: ' ' },
      { text: 'here', href: 'https://a.example/', target: '_self' },
      { text: ' or ' },
      { text: 'https://b.example', href: 'https://b.example' },
      { text: '.' },
    ]);
  });

  for (const text of ['[x](javascript:alert(1))', '2 * 3 * 4', '**', '[a](b', '<b>x</b>'])
    it(`leaves ${text} as it is`, () => {
      expect(inlineText(text)).to.equal(text);
      expect(inlineRuns(text).every(({ href }) => href === undefined)).to.equal(true);
    });

  it('takes no longer than their length', () => {
    for (const text of ['['.repeat(50_000), '**'.repeat(25_000), '[a]('.repeat(12_500), '*a'.repeat(25_000)])
      expect(inlineText(text).length).to.be.at.most(text.length);
  });
});
