import { expect } from '@open-wc/testing';
import { readTemplate } from '../../../../src/content/interactive/read-template.js';
import type { Carousel, Picker, Template, TimePicker } from '../../../../src/content/interactive/template.js';
import { listContent, template, templates, type Content } from '../../../fixtures/interactive-templates.js';

function read(value: unknown): Template | undefined {
  const reading = readTemplate(typeof value === 'string' ? value : JSON.stringify(value));
  return 'template' in reading ? reading.template : undefined;
}
const list = (content: Content, data: Content = {}) => read(template('ListPicker', content, data)) as Picker;
const titled = (content: Content) => list({ title: 'T', ...content });
const options = (...elements: unknown[]) => titled({ elements }).options;

describe('readTemplate', () => {
  for (const [type, message] of Object.entries(templates)) {
    it(`reads a ${type}`, () => expect(read(message)?.type).to.equal(type));
  }

  describe('says why not', () => {
    for (const [name, text, reason] of [
      ['text', 'Hello', 'not-json'],
      ['nothing', '', 'not-json'],
      ['an array', '[]', 'not-json'],
      ['null', 'null', 'not-json'],
      ['half of it', JSON.stringify(templates.ListPicker).slice(0, 200), 'not-json'],
      [
        'another template',
        '{"templateType":"AppleForm","data":{"content":{"title":"x"}}}',
        'unknown-template',
      ],
      ['a template whose name is a number', '{"templateType":5}', 'unknown-template'],
      ['a list of nothing', '{"templateType":"ListPicker","data":{"content":{}}}', 'nothing-to-show'],
      ['a template without data', '{"templateType":"TimePicker"}', 'nothing-to-show'],
      ['data that is none', '{"templateType":"Carousel","data":[1]}', 'nothing-to-show'],
    ] as const) {
      it(`for ${name}`, () => expect(readTemplate(text)).to.deep.equal({ reason }));
    }
  });

  describe('understands', () => {
    const message = templates.QuickReply!;
    for (const [name, text] of [
      [
        'JSON in Python’s spelling',
        `{'templateType': 'QuickReply', 'version': '1.0', 'data': {'content': {'title': 'Did that solve it?', 'elements': [{'title': 'Yes'}, {'title': 'No, it still buzzes'},], 'x': None, 'y': True}}}`,
      ],
      ['data as a string', JSON.stringify({ ...message, data: JSON.stringify(message.data) })],
      [
        'a title directly under data',
        JSON.stringify({ templateType: 'QuickReply', data: (message.data as Content).content }),
      ],
      ['fields that nobody knows', JSON.stringify({ ...message, displayStyle: 'rating', version: 7 })],
    ] as const) {
      it(name, () => {
        const picker = read(text) as Picker;
        expect(picker.title).to.equal('Did that solve it?');
        expect(picker.options.map(({ title }) => title)).to.deep.equal(['Yes', 'No, it still buzzes']);
      });
    }
  });

  describe('keeps texts of any length, and leaves out what is no text', () => {
    for (const [name, value, expected] of [
      ['5,000 characters', 'x'.repeat(5_000), 'x'.repeat(5_000)],
      ['more than that', 'x'.repeat(5_001), 'x'.repeat(5_001)],
      ['a number', 42, '42'],
      ['an object', { a: 1 }, ''],
      ['null', null, ''],
      ['blanks', ' \u200b\n', ''],
    ] as const) {
      it(`title: ${name}`, () => expect(list({ title: value, elements: ['a'] }).title).to.equal(expected));
      it(`subtitle: ${name}`, () => expect(titled({ subtitle: value }).subtitle).to.equal(expected));
    }
  });

  describe('takes pictures from https and the page’s own origin only', () => {
    for (const [address, src] of [
      ['https://a.example/x.png', 'https://a.example/x.png'],
      [`https://a.example/${'x'.repeat(300)}`, `https://a.example/${'x'.repeat(300)}`],
      [`${location.origin}/x.png`, `${location.origin}/x.png`],
      ['http://a.example/x.png', undefined],
      ['data:image/png;base64,AA', undefined],
      ['javascript:alert(1)', undefined],
      ['/x.png', undefined],
      ['//a.example/x.png', undefined],
      [7, undefined],
    ] as const) {
      it(String(address).slice(0, 40), () =>
        expect(titled({ imageData: address }).picture?.src).to.equal(src),
      );
    }

    it('with its description as alternative text, and none without', () => {
      const imageData = 'https://a.example/x.png';
      expect(titled({ imageData, imageDescription: 'A lamp' }).picture?.alt).to.equal('A lamp');
      expect(titled({ imageData }).picture?.alt).to.equal('');
      expect(titled({ imageData, imageType: 'base64' }).picture?.src).to.equal(imageData);
    });
  });

  describe('reads elements', () => {
    it('as choices, with subtitle and picture', () => {
      const [option] = options({
        title: 'Arc',
        subtitle: 'Olive',
        imageData: 'https://a.example/x',
        imageDescription: 'bent',
      });
      expect(option).to.deep.equal({
        kind: 'choice',
        title: 'Arc',
        subtitle: 'Olive',
        picture: { src: 'https://a.example/x', alt: 'bent' },
      });
    });

    it('that are bare texts or numbers', () =>
      expect(options('Yes', 5, null, [], '').map(({ title }) => title)).to.deep.equal(['Yes', '5']));

    it('without a title by what else can be read', () =>
      expect(
        options({ subtitle: 'S' }, { imageDescription: 'D' }, {}).map(({ title }) => title),
      ).to.deep.equal(['S', 'D']));

    for (const count of [0, 1, 10, 11, 60])
      it(`${count} of them`, () =>
        expect(options(...Array.from({ length: count }, (_, n) => ({ title: `${n}` })))).to.have.length(
          count,
        ));

    for (const [url, href] of [
      ['https://a.example/', 'https://a.example/'],
      ['http://a.example/', 'http://a.example/'],
      ['mailto:a@b.example', 'mailto:a@b.example'],
      ['tel:+123', 'tel:+123'],
      ['javascript:alert(1)', undefined],
      ['data:text/html,x', undefined],
      [undefined, undefined],
    ] as const) {
      it(`as a link to ${String(url)}`, () => {
        const [option] = options({ title: 'L', type: 'hyperlink', url });
        expect(option).to.deep.equal({
          kind: 'link',
          title: 'L',
          subtitle: '',
          ...(href !== undefined && { href }),
        });
      });
    }

    for (const [value, target] of [
      ['_blank', '_blank'],
      ['_self', '_self'],
      ['_parent', '_parent'],
      ['_top', '_top'],
      ['frame', '_blank'],
      [3, '_blank'],
      [undefined, '_blank'],
    ] as const)
      it(`targetForLinks ${String(value)}`, () =>
        expect(titled({ targetForLinks: value }).target).to.equal(target));

    it('as ways to other options, one each way, the way back first', () => {
      const { pages, options: shown } = list(listContent);
      expect(pages).to.deep.equal([
        { action: 'PREVIOUS_OPTIONS', title: 'Back' },
        { action: 'SHOW_MORE', title: 'More lamps' },
      ]);
      expect(shown.map(({ title }) => title)).to.deep.equal([
        'Arc floor lamp',
        'Dome pendant',
        'Find my order number',
      ]);
      expect(options({ title: 'x', actionDetail: 'OTHER' })[0]?.kind).to.equal('choice');
    });
  });

  it('keeps what the flow wants back as it was sent', () => {
    expect(list(listContent).cursor).to.deep.equal({
      listId: 'main',
      preIndex: 0,
      nextIndex: 2,
      referenceId: 'lamps-1',
    });
    expect(titled({ nextIndex: '2' }).cursor.nextIndex).to.equal('2');
  });

  it('takes a reference only where there is one', () => {
    expect(titled({ referenceId: 'r' }).referenceId).to.equal('r');
    expect(titled({ referenceId: '' })).not.to.have.property('referenceId');
  });

  it('reads what is said after the answer', () => {
    const reply = list(
      { title: 'T' },
      { replyMessage: { title: 'Thanks', subtitle: 'S', imageData: 'https://a.example/x' } },
    ).reply;
    expect(reply).to.deep.equal({
      title: 'Thanks',
      subtitle: 'S',
      picture: { src: 'https://a.example/x', alt: '' },
    });
    expect(list({ title: 'T' }, { replyMessage: {} }).reply).to.equal(undefined);
  });

  describe('reads a time picker', () => {
    const times = (content: Content) =>
      read(template('TimePicker', { title: 'T', ...content })) as TimePicker;
    for (const [value, offset] of [
      [60, 60],
      [-720, -720],
      [840, 840],
      ['330', 330],
      [841, undefined],
      [-10_000, undefined],
      ['x', undefined],
      [null, undefined],
    ] as const)
      it(`timeZoneOffset ${String(value)}`, () =>
        expect(times({ timeZoneOffset: value }).offsetMinutes).to.equal(offset));

    for (const [location, place] of [
      [{ latitude: 1, longitude: 2, title: 'Oslo', radius: 200 }, 'Oslo'],
      [{ latitude: 48.85, longitude: -2.35 }, '48.85, -2.35'],
      [{ latitude: 0, longitude: 0 }, '0, 0'],
      [{ latitude: 1 }, ''],
      ['Oslo', ''],
    ] as const)
      it(`location ${JSON.stringify(location)}`, () => expect(times({ location }).place).to.equal(place));

    for (const count of [1, 40, 41])
      it(`${count} slots`, () => {
        const timeslots = Array.from({ length: count }, (_, n) => ({
          date: `2026-12-01T10:${String(n % 60).padStart(2, '0')}+00:00`,
        }));
        expect(times({ timeslots }).slots).to.have.length(count);
      });
  });

  describe('reads a carousel', () => {
    const carousel = (content: Content) => read(template('Carousel', { title: 'T', ...content })) as Carousel;
    const card = (type: string, identifier: unknown = 'i') => ({
      ...template(type, { title: type, elements: ['a'] }),
      templateIdentifier: identifier,
    });

    for (const count of [1, 2, 5, 6])
      it(`of ${count} cards`, () =>
        expect(
          carousel({ elements: Array.from({ length: count }, () => card('Panel')) }).cards,
        ).to.have.length(count));

    it('of both kinds of pickers, and leaves out what is none', () => {
      const { cards } = carousel({
        elements: [
          card('ListPicker'),
          card('Panel'),
          card('TimePicker'),
          card('Carousel'),
          5,
          JSON.stringify(card('Panel', 9)),
        ],
      });
      expect(cards.map(({ type, templateIdentifier }) => [type, templateIdentifier])).to.deep.equal([
        ['ListPicker', 'i'],
        ['Panel', 'i'],
        ['Panel', '9'],
      ]);
    });

    for (const [value, on] of [
      [true, true],
      ['true', true],
      [1, true],
      [false, false],
      ['no', false],
      [undefined, false],
      [{}, false],
    ] as const) {
      it(`carouselIsVertical ${JSON.stringify(value)}`, () =>
        expect(carousel({ carouselIsVertical: value }).vertical).to.equal(on));
      it(`omitTitleFromCarouselResponse ${JSON.stringify(value)}`, () =>
        expect(carousel({ omitTitleFromCarouselResponse: value }).titleOmitted).to.equal(on));
    }
  });
});
