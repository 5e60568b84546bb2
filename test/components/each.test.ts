import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { each } from '../../components/each.js';

describe('each', () => {
  let place: HTMLElement;
  const show = (...items: string[]) =>
    render(
      html`<ul>
        ${each(
          items,
          (item) => item,
          (item, index) => html`<li>${index} ${item}</li>`,
        )}
      </ul>`,
      place,
    );
  const words = () => [...place.querySelectorAll('li')].map(({ textContent }) => textContent);

  beforeEach(() => {
    place = document.createElement('div');
  });

  it('shows every item, and keeps its element when others come', () => {
    show('a', 'b');
    const [, b] = place.querySelectorAll('li');
    show('b', 'c');
    expect(words()).to.deep.equal(['0 b', '1 c']);
    expect(place.querySelector('li')).to.equal(b);
  });

  it('leaves nothing behind, however often the last item has gone', () => {
    show();
    const count = () => place.querySelector('ul')!.childNodes.length;
    const before = count();
    for (let round = 0; round < 5; round += 1) {
      show('a', 'b');
      show();
    }
    expect(count()).to.equal(before);
  });
});
