import { expect } from '@open-wc/testing';
import { show, wordsOf } from '../support/interactive.js';
import { listContent } from '../fixtures/interactive-templates.js';

describe('a list picker', () => {
  it('is seen', async () => {
    const { all, card } = await show('ListPicker', listContent);
    console.log(wordsOf([card()]), card().outerHTML, card().shadowRoot?.innerHTML);
    expect(all('.row')).to.have.length(3);
  });
});
