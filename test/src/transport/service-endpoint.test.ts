import { expect } from '@open-wc/testing';
import { chooseEndpoint, givenEndpoint } from '../../../src/transport/service-endpoint.js';

describe('chooseEndpoint', () => {
  for (const [name, options, answer, expected] of [
    [
      "the page's URL before all else",
      { participantEndpoint: 'http://127.0.0.1:1', region: 'us-east-1' },
      { participantEndpoint: 'https://b.example' },
      'http://127.0.0.1:1/',
    ],
    [
      "the answer's URL before a region",
      { region: 'us-east-1' },
      { participantEndpoint: 'https://b.example' },
      'https://b.example/',
    ],
    [
      "the page's region before the answer's",
      { region: 'us-east-1' },
      { region: 'eu-west-2' },
      'https://participant.connect.us-east-1.amazonaws.com/',
    ],
    [
      "the answer's region",
      {},
      { region: 'eu-west-2' },
      'https://participant.connect.eu-west-2.amazonaws.com/',
    ],
    [
      'the FIPS endpoint',
      { region: 'us-east-1', fips: true },
      {},
      'https://participant.connect-fips.us-east-1.amazonaws.com/',
    ],
    [
      'past empty settings',
      { region: ' ', participantEndpoint: '' },
      { region: 'eu-west-2' },
      'https://participant.connect.eu-west-2.amazonaws.com/',
    ],
  ] as const) {
    it(`takes ${name}`, () => {
      expect(chooseEndpoint(options, answer).href).to.equal(expected);
    });
  }

  for (const [code, options] of [
    ['configuration/missing-region', {}],
    ['configuration/missing-region', { region: 'somewhere' }],
    ['configuration/invalid-endpoint', { participantEndpoint: 'ftp://a.example', region: 'us-east-1' }],
  ] as const) {
    it(`reports ${code} for ${JSON.stringify(options)}`, () => {
      let thrown: unknown;
      try {
        chooseEndpoint(options, {});
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.deep.equal({ kind: 'configuration', code });
    });
  }
});

describe('givenEndpoint', () => {
  it('is none when the page has set none', () => {
    expect(givenEndpoint({ region: 'us-east-1' })).to.be.undefined;
  });
});
