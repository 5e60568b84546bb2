import { expect } from '@open-wc/testing';
import type { MessageList } from '../../components/message-list.js';
import { carouselContent, responseType, template, type Content } from '../fixtures/interactive-templates.js';
import { show, wordsOf, type Shown } from '../support/interactive.js';
import { nextFrame, settled } from '../support/message-list.js';

async function carousel(content: Content = carouselContent): Promise<Shown> {
  await import('../../components/carousel.js');
  return show('Carousel', content);
}

const count = (shown: Shown) => wordsOf(shown.all('.count'))[0];
const buttons = (shown: Shown) => shown.all('.icon-button');
const cards = (shown: Shown) => shown.all('[aria-roledescription="card"]');
const seen = (shown: Shown) => cards(shown).map((card) => card.checkVisibility());

async function press(shown: Shown, step: -1 | 1): Promise<void> {
  buttons(shown)[step === 1 ? 1 : 0]!.click();
  await settled(shown.list);
}

async function until(list: MessageList, is: () => boolean): Promise<void> {
  while (!is()) await nextFrame();
  await settled(list);
}

describe('a carousel', () => {
  it('shows its title, its cards and where the customer is', async () => {
    const shown = await carousel();
    expect(shown.card().getAttribute('aria-label')).to.equal('Ways to fix it, 3 options');
    expect(shown.all('.carousel')[0]!.getAttribute('aria-label')).to.equal('Ways to fix it');
    expect(cards(shown).map((card) => card.getAttribute('aria-label'))).to.deep.equal([
      '1 of 3: Basic',
      '2 of 3: Plus',
      '3 of 3: Others:',
    ]);
    expect(count(shown)).to.equal('1 of 3');
    expect(
      buttons(shown).map((button) => [
        button.getAttribute('aria-label'),
        button.getAttribute('aria-disabled'),
      ]),
    ).to.deep.equal([
      ['Previous card', 'true'],
      ['Next card', 'false'],
    ]);
  });

  it('goes to the next card and back with buttons, and no further than the ends', async () => {
    const shown = await carousel();
    const track = shown.all('.track')[0]!;
    await press(shown, 1);
    expect(count(shown)).to.equal('2 of 3');
    await until(shown.list, () => track.scrollLeft > 100);
    await press(shown, 1);
    await press(shown, 1);
    expect(count(shown)).to.equal('3 of 3');
    expect(buttons(shown)[1]!.getAttribute('aria-disabled')).to.equal('true');
    await press(shown, -1);
    expect(count(shown)).to.equal('2 of 3');
  });

  it('follows a finger, and the focus', async () => {
    const shown = await carousel();
    const track = shown.all('.track')[0]!;
    track.scrollTo({ left: cards(shown)[1]!.offsetLeft - cards(shown)[0]!.offsetLeft, behavior: 'instant' });
    await until(shown.list, () => count(shown) === '2 of 3');
    track.scrollTo({ left: 0, behavior: 'instant' });
    await until(shown.list, () => count(shown) === '1 of 3');
    expect(buttons(shown)[0]!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('goes the other way in right-to-left text', async () => {
    const shown = await carousel();
    shown.list.dir = 'rtl';
    await press(shown, 1);
    await until(shown.list, () => shown.all('.track')[0]!.scrollLeft < -100);
    expect(count(shown)).to.equal('2 of 3');
  });

  it('shows one card at a time when it is vertical', async () => {
    const shown = await carousel({ ...carouselContent, carouselIsVertical: true });
    expect(seen(shown)).to.deep.equal([true, false, false]);
    await press(shown, 1);
    expect([seen(shown), count(shown)]).to.deep.equal([[false, true, false], '2 of 3']);
  });

  it('answers with the card and the choice, byte for byte', async () => {
    const shown = await carousel();
    const row = shown.all('.row').find((one) => one.textContent.includes('Take Plus'));
    row!.click();
    expect(shown.sent).to.deep.equal([
      ['{"templateIdentifier":"card-2","listTitle":"Plus","selectionText":"Take Plus"}', 'text/plain'],
    ]);
  });

  it('asks for other options of one card', async () => {
    const shown = await carousel();
    shown.all('.card-foot button')[0]!.click();
    expect(shown.sent).to.deep.equal([
      [
        '{"version":"1.0","action":"SHOW_MORE","data":{"actionName":"SHOW_MORE","listId":"o","nextIndex":3,"templateType":"ListPicker","referenceId":"others"}}',
        responseType,
      ],
    ]);
  });

  for (const number of [1, 2, 5, 6]) {
    it(`shows ${number} cards`, async () => {
      const elements = Array.from({ length: number }, (_, index) => ({
        ...template('ListPicker', { title: `Card ${index}`, elements: ['a'] }),
        templateIdentifier: `${index}`,
      }));
      const shown = await carousel({ title: 'T', elements });
      expect(cards(shown)).to.have.length(number);
      expect(count(shown)).to.equal(`1 of ${number}`);
    });
  }
});
