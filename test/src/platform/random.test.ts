import { expect } from '@open-wc/testing';
import { createRandom } from '../../../src/platform/random.js';

const many = <T>(make: () => T) => Array.from({ length: 500 }, make);

describe('createRandom', () => {
  it('gives numbers from 0 up to but not including 1', () => {
    const numbers = many(createRandom().next);
    for (const number of numbers) expect(number).to.be.at.least(0).and.below(1);
    expect(new Set(numbers).size).to.be.above(490);
  });

  it('gives unique ids in the form of a random UUID', () => {
    const ids = many(createRandom().id);
    for (const id of ids)
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).to.equal(500);
  });
});
