import { expect } from '@open-wc/testing';
import { version } from '../../src/version.js';

describe('version', () => {
  it("is package.json's", async () => {
    const response = await fetch('/package.json');
    expect(version).to.equal(((await response.json()) as { readonly version: string }).version);
  });
});
