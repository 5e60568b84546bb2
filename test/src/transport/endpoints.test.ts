import { expect } from '@open-wc/testing';
import { httpUrl, isSocketUrl, participantEndpoint } from '../../../src/transport/endpoints.js';

// What the endpoint rules of @aws-sdk/client-connectparticipant 3.1019.0 resolve to.
const regions: Readonly<Record<string, readonly [string, string]>> = {
  'us-east-1': ['connect.us-east-1.amazonaws.com', 'connect-fips.us-east-1.amazonaws.com'],
  'ap-southeast-7': ['connect.ap-southeast-7.amazonaws.com', 'connect-fips.ap-southeast-7.amazonaws.com'],
  'us-gov-west-1': ['connect.us-gov-west-1.amazonaws.com', 'connect.us-gov-west-1.amazonaws.com'],
  'cn-north-1': ['connect.cn-north-1.amazonaws.com.cn', 'connect-fips.cn-north-1.amazonaws.com.cn'],
  'eusc-de-east-1': ['connect.eusc-de-east-1.amazonaws.eu', 'connect-fips.eusc-de-east-1.amazonaws.eu'],
};

describe('participantEndpoint', () => {
  for (const [region, [standard, fips]] of Object.entries(regions)) {
    it(`resolves ${region}`, () => {
      expect(participantEndpoint(region)).to.equal(`https://participant.${standard}`);
      expect(participantEndpoint(region, { fips: true })).to.equal(`https://participant.${fips}`);
    });
  }

  for (const region of [
    '',
    'us-east',
    'us east 1',
    'US-EAST-1',
    'us-east-1.evil.example/',
    'x@evil-1',
    '../us-east-1',
  ]) {
    it(`makes no host name of ${JSON.stringify(region)}`, () => {
      expect(participantEndpoint(region)).to.be.undefined;
    });
  }
});

describe('httpUrl', () => {
  it('takes absolute http and https URLs', () => {
    expect(httpUrl('https://a.example/x')?.href).to.equal('https://a.example/x');
    expect(httpUrl(' http://127.0.0.1:8080 ')?.href).to.equal('http://127.0.0.1:8080/');
  });

  it('resolves a relative URL against the page', () => {
    expect(httpUrl('/start-chat')?.href).to.equal(new URL('/start-chat', document.baseURI).href);
  });

  for (const value of [
    'ftp://a.example',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://',
    'https://user:pass@a.example',
  ]) {
    it(`refuses ${value}`, () => {
      expect(httpUrl(value)).to.be.undefined;
    });
  }
});

describe('isSocketUrl', () => {
  for (const [value, accepted] of [
    ['wss://a.example/x?y=z', true],
    ['ws://127.0.0.1:8080/socket', true],
    ['ws://localhost:8080/', true],
    ['ws://[::1]:8080/', true],
    ['ws://a.example/', false],
    ['ws://127.0.0.1.evil.example/', false],
    ['https://a.example/', false],
    ['/socket', false],
    ['wss://', false],
    ['', false],
  ] as const) {
    it(`${accepted ? 'accepts' : 'refuses'} ${JSON.stringify(value)}`, () => {
      expect(isSocketUrl(value)).to.equal(accepted);
    });
  }
});
