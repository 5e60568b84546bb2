import { expect } from '@open-wc/testing';
import {
  listContent,
  panelContent,
  pictureHost,
  quickContent,
  responseType,
  template,
  type Content,
} from '../fixtures/interactive-templates.js';
import { interactive, show, showEntries, wordsOf, type Shown } from '../support/interactive.js';
import { settled } from '../support/message-list.js';

/** What a screen reader is told of the card as a whole. */
const label = ({ card }: Shown) => card().getAttribute('aria-label');

describe('a list picker', () => {
  let shown: Shown;
  beforeEach(async () => {
    shown = await show('ListPicker', listContent, { replyMessage: { title: 'Thanks' } });
  });

  it('shows title, subtitle and options, and says how many', () => {
    expect(wordsOf(shown.all('.card-head'))).to.deep.equal([
      'Which lamp is it? These are from your last orders.',
    ]);
    expect(wordsOf(shown.all('.row-title'))).to.deep.equal([
      'Arc floor lamp',
      'Dome pendant',
      'Find my order number',
    ]);
    expect(label(shown)).to.equal('Which lamp is it?, These are from your last orders., 3 options');
  });

  it('sends the title of what was chosen', () => {
    shown.all('.row')[0]!.click();
    expect(shown.sent).to.deep.equal([['Arc floor lamp', 'text/plain']]);
  });

  it('sends once, however often it is pressed', () => {
    const [row] = shown.all('.row');
    row!.click();
    row!.click();
    shown.all('.row')[1]!.click();
    expect(shown.sent).to.have.length(1);
  });

  it('opens a link in the place that it names, and sends nothing', () => {
    const link = shown.all('a.row')[0] as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://shop.example/orders',
      '_top',
      'noopener noreferrer',
    ]);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(shown.sent).to.deep.equal([]);
  });

  it('asks for other options in the words of the flow, and says that they are on their way', async () => {
    const [back, more] = shown.all('.card-foot button');
    expect(wordsOf([back!, more!])).to.deep.equal(['Back', 'More lamps']);
    more!.click();
    await settled(shown.list);
    expect(shown.sent).to.deep.equal([
      [
        '{"version":"1.0","action":"SHOW_MORE","data":{"actionName":"SHOW_MORE","listId":"main","preIndex":0,"nextIndex":2,"templateType":"ListPicker","referenceId":"lamps-1"}}',
        responseType,
      ],
    ]);
    expect(wordsOf([more!])).to.deep.equal(['Loading']);
    back!.click();
    expect(shown.sent).to.have.length(1);
  });
});

describe('a picker', () => {
  it('names the ways to other options itself where the flow does not', async () => {
    const elements = [{ title: 'a' }, { actionDetail: 'SHOW_MORE' }, { actionDetail: 'PREVIOUS_OPTIONS' }];
    const shown = await show('Panel', { title: 'T', elements });
    expect(wordsOf(shown.all('.card-foot button'))).to.deep.equal(['Previous', 'Show more']);
    shown.all('.card-foot button')[0]!.click();
    expect(shown.sent[0]![0]).to.equal(
      '{"version":"1.0","action":"PREVIOUS_OPTIONS","data":{"actionName":"PREVIOUS_OPTIONS","templateType":"Panel"}}',
    );
  });

  it('sends a title of 5,000 characters in full', async () => {
    const title = 'long '.repeat(1_000);
    const shown = await show('ListPicker', { title: 'T', elements: [{ title }] });
    shown.all('.row')[0]!.click();
    expect(shown.sent).to.deep.equal([[title, 'text/plain']]);
  });

  it('shows pictures with what is said of them', async () => {
    const pictures = async (type: string, content: Content) => {
      // What is not seen is not fetched: there is no such host.
      const entries = [interactive('card', template(type, content))];
      const { all } = await showEntries(entries, { style: 'display: none' as never });
      return all('img').map((img) => [img.getAttribute('src'), img.getAttribute('alt')]);
    };
    expect(await pictures('Panel', panelContent)).to.deep.equal([[`${pictureHost}/shop.jpg`, 'The shop']]);
    expect(await pictures('ListPicker', listContent)).to.deep.equal([
      [`${pictureHost}/all.jpg`, 'Four lamps'],
      [`${pictureHost}/arc.jpg`, 'A bent lamp'],
    ]);
  });

  it('shows a panel', async () => {
    const shown = await show('Panel', panelContent);
    expect(wordsOf(shown.all('.row'))).to.deep.equal(['Delivery', 'Returns']);
    shown.all('.row')[1]!.click();
    expect(shown.sent).to.deep.equal([['Returns', 'text/plain']]);
  });

  it('shows where a picture could not be fetched what was said of it', async () => {
    const shown = await show('ListPicker', listContent);
    for (const img of shown.all('img')) img.dispatchEvent(new Event('error'));
    await settled(shown.list);
    expect(shown.all('img')).to.deep.equal([]);
    expect(wordsOf(shown.all('.card-image--broken'))).to.deep.equal(['Four lamps']);
    expect(shown.all('.row-image .visually-hidden')[0]!.textContent).to.equal('A bent lamp');
  });

  it('fetches pictures late, from https only, and tells nobody where it stands', async () => {
    const imageData = `${pictureHost}/late.jpg`;
    const elements = [
      { title: 'a', imageData },
      { title: 'b', imageData: 'http://pictures.example/b.jpg' },
      { title: 'c', imageData: 'javascript:alert(1)' },
    ];
    const message = interactive('card', template('ListPicker', { title: 'T', elements }));
    const shown = await showEntries([message], { style: 'display: none' as never });
    const pictures = shown.all('img') as HTMLImageElement[];
    expect(pictures.map(({ src, loading, referrerPolicy }) => [src, loading, referrerPolicy])).to.deep.equal([
      [imageData, 'lazy', 'no-referrer'],
    ]);
    expect(shown.all('.row-image')).to.have.length(1);
  });

  for (const [field, selector] of [
    ['title', '.card-title'],
    ['subtitle', '.card-text'],
  ] as const) {
    it(`shows a long ${field} in part, and all of it when asked`, async () => {
      const text = 'word '.repeat(1_000).trim();
      const shown = await show('Panel', { title: 'T', ...{ [field]: text }, elements: ['a'] });
      const [shownText] = shown.all(selector);
      const isWhole = () => shownText!.scrollHeight <= shownText!.clientHeight + 1;
      expect(isWhole()).to.equal(false);
      expect(shownText!.textContent).to.contain(text);
      const [more] = shown.all('.more');
      expect([wordsOf([more!])[0], more!.getAttribute('aria-expanded')]).to.deep.equal([
        'Read more',
        'false',
      ]);
      more!.click();
      await settled(shown.list);
      expect([wordsOf([more!])[0], more!.getAttribute('aria-expanded')]).to.deep.equal(['Read less', 'true']);
      expect(isWhole()).to.equal(true);
    });
  }

  it('shows a long option in part, with a button of its own for the rest', async () => {
    const shown = await show('ListPicker', {
      title: 'T',
      elements: [{ title: 'word '.repeat(200) }, { title: 'b' }],
    });
    const before = shown.all('.row')[0]!.clientHeight;
    shown.all('.more')[0]!.click();
    await settled(shown.list);
    expect(shown.all('.row')[0]!.clientHeight).to.be.greaterThan(before * 2);
    expect(shown.sent).to.deep.equal([]);
  });

  it('formats titles, and runs nothing in them', async () => {
    const shown = await show('Panel', {
      title: '**Now** <img src=x onerror=alert(1)>',
      subtitle: '[there](https://a.example/)<!--rehype:target=_self-->',
      elements: ['a'],
    });
    expect(wordsOf(shown.all('strong'))).to.deep.equal(['Now']);
    expect(shown.all('img')).to.deep.equal([]);
    const link = shown.all('.card-text a')[0] as HTMLAnchorElement;
    expect([link.textContent, link.href, link.target]).to.deep.equal([
      'there',
      'https://a.example/',
      '_self',
    ]);
    expect(label(shown)).to.equal('Now <img src=x onerror=alert(1)>, there, 1 option');
  });

  it('is the words alone where a link leads nowhere', async () => {
    const shown = await show('Panel', {
      title: 'T',
      elements: ['a', { title: 'Bad', type: 'hyperlink', url: 'javascript:alert(1)' }],
    });
    expect(shown.all('a')).to.deep.equal([]);
    expect(shown.all('.row').map(({ localName }) => localName)).to.deep.equal(['button', 'span']);
  });

  it('stands without a title', async () => {
    const shown = await show('Panel', { elements: ['a', 'b'] });
    expect(label(shown)).to.equal('2 options');
    expect(shown.all('.card-head')).to.deep.equal([]);
  });
});

describe('a quick reply', () => {
  it('asks in a bubble, and offers the customer’s words beside it', async () => {
    const shown = await show('QuickReply', quickContent);
    expect(wordsOf(shown.all('.bubble'))).to.deep.equal(['Did that solve it?']);
    expect(shown.all('.replies')[0]!.getAttribute('aria-label')).to.equal('Did that solve it?');
    expect(wordsOf(shown.all('.reply'))).to.deep.equal(['Yes', 'No, it still buzzes']);
    shown.all('.reply')[1]!.click();
    expect(shown.sent).to.deep.equal([['No, it still buzzes', 'text/plain']]);
  });

  for (const count of [1, 2, 10, 11]) {
    it(`offers ${count} replies`, async () => {
      const elements = Array.from({ length: count }, (_, index) => ({ title: `Reply ${index}` }));
      const shown = await show('QuickReply', { title: 'T', elements });
      expect(shown.all('.reply')).to.have.length(count);
      for (const reply of shown.all('.reply')) expect(reply.clientHeight).to.be.at.least(42);
    });
  }

  it('shows a subtitle, a picture and replies of 5,000 characters all the same', async () => {
    const title = 'x'.repeat(5_000);
    const shown = await show('QuickReply', {
      title: 'T',
      subtitle: 'S',
      imageData: `${pictureHost}/q.jpg`,
      elements: [{ title }],
    });
    expect(wordsOf(shown.all('.bubble-text'))).to.deep.equal(['T', 'S']);
    shown.all('.reply')[0]!.click();
    expect(shown.sent[0]![0]).to.equal(title);
  });
});
