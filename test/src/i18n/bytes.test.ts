import { expect } from '@open-wc/testing';
import { formatBytes } from '../../../src/i18n/bytes.js';

describe('formatBytes', () => {
  it('gives sizes in KB and MB, in the digits of the locale', () => {
    const sizes = [1, 184_000, 999_499, 999_500, 3_400_000].map((bytes) => formatBytes(bytes, 'en'));
    expect(sizes).to.deep.equal(['1 KB', '184 KB', '999 KB', '1 MB', '3.4 MB']);
    expect(formatBytes(3_400_000, 'de')).to.equal('3,4 MB');
  });
});
