import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fallback } from '../../../src/content/fallback.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const response = 'application/vnd.amazonaws.connect.message.interactive.response';

const picker = {
  templateType: 'ListPicker',
  version: '1.0',
  data: {
    replyMessage: { title: 'Thanks' },
    content: {
      title: 'Which lamp?',
      subtitle: 'Tap one',
      imageData: 'https://shop.example/all.jpg',
      elements: [{ title: 'Arc', subtitle: 'Floor lamp' }, { title: 'Dome' }],
    },
  },
};

describe('fallback', () => {
  it('gives the title, subtitle and options of a template', () => {
    expect(fallback(interactive, JSON.stringify(picker))).to.deep.equal({
      title: 'Which lamp?',
      lines: ['Tap one', 'Arc: Floor lamp', 'Dome'],
      templateType: 'ListPicker',
    });
  });

  it('gives the cards of a carousel with their options', () => {
    const carousel = {
      templateType: 'Carousel',
      data: {
        content: {
          title: 'Two offers',
          elements: [picker, { ...picker, data: { content: { title: 'Plus' } } }],
        },
      },
    };
    expect(fallback(interactive, JSON.stringify(carousel)).lines).to.deep.equal([
      'Which lamp?',
      'Tap one',
      'Arc: Floor lamp',
      'Dome',
      'Plus',
    ]);
  });

  it('gives the times of a time picker', () => {
    const text = JSON.stringify({
      templateType: 'TimePicker',
      data: { content: { title: 'When?', timeslots: [{ date: '2026-12-01T09:00+00:00', duration: 60 }] } },
    });
    expect(fallback(interactive, text).lines).to.deep.equal(['2026-12-01T09:00+00:00']);
  });

  it('reads the literal that a Python bot sends', () => {
    const text = `{'templateType': 'Panel', 'data': {'content': {'title': 'It\\'s "here"', 'subtitle': None, 'elements': [{'title': 'True'}, {'title': u'x', },]}}, 'ok': True}`;
    expect(fallback(interactive, text.replace("u'x'", "'caf\\xe9'"))).to.deep.equal({
      title: 'It\'s "here"',
      lines: ['True', 'café'],
      templateType: 'Panel',
    });
  });

  it('reads a template whose parts are JSON in JSON', () => {
    const text = JSON.stringify({
      ...picker,
      data: JSON.stringify({ content: JSON.stringify({ title: 'Inside' }) }),
    });
    expect(fallback(interactive, text).title).to.equal('Inside');
  });

  it('names a template that has nothing to read, and keeps its tokens to itself', () => {
    const text = JSON.stringify({
      templateType: 'ViewResource',
      data: { content: { viewId: 'v', viewToken: 'secret' } },
    });
    expect(fallback(interactive, text)).to.deep.equal({
      lines: ['View resource'],
      templateType: 'ViewResource',
    });
  });

  it("gives the words of the customer's own answer", () => {
    const answer = { action: ' ', data: { content: 'hello' }, templateType: 'ViewResource', version: '1.0' };
    expect(fallback(response, JSON.stringify(answer)).lines).to.deep.equal(['hello']);
    expect(fallback(response, '{"action":"SHOW_MORE","version":"1.0"}').lines).to.deep.equal(['Show more']);
  });

  it('gives the fields of other JSON, without tokens, ids and addresses', () => {
    const text = JSON.stringify({
      orderTotal: 12,
      state: { paid: true },
      contactId: 'c',
      apiToken: 't',
      imageUrl: 'u',
    });
    expect(fallback('application/json', text).lines).to.deep.equal(['Order total: 12', 'Paid: true']);
  });

  it('gives the text itself when it is no JSON', () => {
    expect(fallback('text/x-unknown', 'first\n\n second ').lines).to.deep.equal(['first', 'second']);
  });

  it('cuts what is too long', () => {
    expect(fallback('text/x-unknown', 'x\n'.repeat(100_000)).lines).to.have.length(41);
    expect(fallback('text/x-unknown', 'x'.repeat(100_000)).lines[0]).to.have.length(5_001);
  });

  const wrong = [
    null,
    0,
    true,
    [],
    {},
    'x',
    { title: { a: 1 } },
    { content: [] },
    { content: { elements: 'x' } },
  ];
  for (const data of wrong) {
    it(`has something to read when data is ${JSON.stringify(data)}`, () => {
      const { title, lines } = fallback(interactive, JSON.stringify({ templateType: 'ListPicker', data }));
      expect([title ?? '', ...lines].join('')).not.to.equal('');
    });
  }

  it('never throws, and never gives a blank line, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .object({ key: fc.constantFrom('templateType', 'data', 'content', 'title', 'elements', 'subtitle') })
        .map((value) => JSON.stringify(value)),
      fc.json().map((json) => json.replaceAll('"', "'")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(interactive, response, 'application/json', ''), (value, type) => {
        const { title, lines } = fallback(type, value);
        const readable = value.trim() === '' || [title ?? '', ...lines].join('') !== '';
        return readable && lines.every((line) => line.trim() !== '');
      }),
      { numRuns: 300 },
    );
  });

  it('survives nesting beyond any reason', () => {
    const deep = '{"data":{"content":{"elements":['.repeat(3_000);
    expect(fallback(interactive, deep).lines).not.to.deep.equal([]);
    const valid = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
    expect(fallback('application/json', valid).lines).to.deep.equal(['…']);
  });
});
