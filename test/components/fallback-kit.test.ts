import { expect } from '@open-wc/testing';
import { entry, ownEntry } from '../support/entries.js';
import { message, mountList, settled } from '../support/message-list.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const title = 'Which order?';

/** What is shown of one message, as text and as its accessible name, once its code is there. */
async function shown(contentType: string, text: string) {
  const list = await mountList({ entries: [entry({ key: 'a', contentType, text })] });
  await import('../../components/fallback-kit.js');
  await settled(list);
  const body = list.shadowRoot!.getElementById('m-a-body')!;
  return { list, text: body.textContent.replace(/\s+/g, ' ').trim() };
}

describe('a message that cannot be shown as it was meant', () => {
  for (const [name, contentType, text, expected] of [
    [
      'an unknown template',
      interactive,
      `{"templateType":"AppleForm","data":{"content":{"title":"${title}"}}}`,
      title,
    ],
    [
      'an unknown template without a title',
      interactive,
      '{"templateType":"AppleForm","data":{}}',
      'Apple form',
    ],
    [
      'a template in Python’s spelling',
      interactive,
      `{'templateType': 'Form', 'version': '1.0', 'data': {'content': {'title': '${title}', 'multi': True, 'x': None,}}}`,
      title,
    ],
    [
      'a template inside a string',
      interactive,
      JSON.stringify(`{"templateType":"Form","data":{"content":{"title":"${title}"}}}`),
      title,
    ],
    [
      'data inside a string',
      interactive,
      JSON.stringify({ templateType: 'Form', data: JSON.stringify({ content: { title } }) }),
      title,
    ],
    [
      'fields of a fork',
      interactive,
      JSON.stringify({ templateType: 'Rating', data: { content: { title, stars: 5, scale: { min: 1 } } } }),
      title,
    ],
    [
      'choices of an unknown template',
      interactive,
      JSON.stringify({
        templateType: 'Grid',
        data: { content: { elements: [{ title: 'One' }, 'Two', 3, null] } },
      }),
      'OneTwo',
    ],
    [
      'fields of the wrong type',
      interactive,
      '{"templateType":7,"data":{"content":{"title":["x"],"elements":"none"}}}',
      '7',
    ],
    ['a template without its type', interactive, JSON.stringify({ data: { content: { title } } }), title],
    ['no JSON at all', interactive, 'Just words', 'Just words'],
    [
      'half of a JSON',
      interactive,
      '{"templateType":"ListPicker","data":{"con',
      '{"templateType":"ListPicker","data":{"con',
    ],
    ['nothing', interactive, '', '…'],
    ['null', interactive, 'null', 'null'],
    ['a list', interactive, '[1,2]', '[1,2]'],
    [
      'JSON of the page’s own',
      'application/json',
      '{"orderStatus":"shipped","customerId":"7"}',
      'Order status: shipped',
    ],
    ['a type that nobody knows', 'application/x-new', 'Some words', 'Some words'],
    ['markup', 'text/html', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ] as const) {
    it(`shows ${name} as its title or its text`, async () => {
      const { list, text: seen } = await shown(contentType, text);
      expect(seen).to.include(expected);
      expect(message(list, 'a').querySelector('img')).to.equal(null);
    });
  }

  it('tells how to answer, and is accessible', async () => {
    const { list, text } = await shown(
      interactive,
      `{"templateType":"AppleForm","data":{"content":{"title":"${title}"}}}`,
    );
    expect(text).to.include('Please write your answer');
    await expect(list).to.be.accessible();
  });

  it('shows an answer of the customer in the words that they chose', async () => {
    const text = '{"action":"Send","data":{"content":"My order"},"templateType":"Form"}';
    const list = await mountList({
      entries: [ownEntry({ key: 'a', contentType: `${interactive}.response`, text })],
    });
    await import('../../components/fallback-kit.js');
    await settled(list);
    expect(list.shadowRoot!.getElementById('m-a-body')!.textContent.trim()).to.include('My order');
  });
});
