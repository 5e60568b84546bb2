import { expect } from '@open-wc/testing';
import { define } from '../../src/define.js';

describe('define', () => {
  it('registers a tag once and leaves the first of two in place', () => {
    const First = class extends HTMLElement {};
    define('define-test', First);
    define('define-test', class extends HTMLElement {});
    expect(customElements.get('define-test')).to.equal(First);
  });
});
