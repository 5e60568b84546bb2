import { expect } from '@open-wc/testing';
import { connectionGrant } from '../../../src/transport/connection-grant.js';

const issued = Date.parse('2026-11-21T03:04:00Z');
const minute = 60_000;

const answer = (expiry: string | undefined, url = 'wss://a.example/socket') => ({
  Websocket: { Url: url, ConnectionExpiry: expiry },
  ConnectionCredentials: { ConnectionToken: 'token', Expiry: '2026-11-22T03:04:00.000Z' },
});
const inAnHour = '2026-11-21T04:04:00.000Z';

describe('connectionGrant', () => {
  it('gives the token and the URL', () => {
    expect(connectionGrant(answer(undefined), undefined, issued)).to.deep.equal({
      connectionToken: 'token',
      socketUrl: 'wss://a.example/socket',
    });
  });

  for (const [name, date, deviceTime, expected] of [
    [
      "by the server's clock, whatever the device's",
      'Sat, 21 Nov 2026 03:04:00 GMT',
      issued + 90 * minute,
      60 * minute,
    ],
    ["by the device's clock when the server's cannot be read", undefined, issued + 10 * minute, 50 * minute],
    ["by the device's clock when the server's is nonsense", 'soon', issued, 60 * minute],
    ['as unknown when the device is so fast that all is over', undefined, issued + 90 * minute, undefined],
    ['with a ceiling when the device is slow', undefined, issued - 24 * 60 * minute, 65 * minute],
    ['as nothing when the server itself says so', 'Sat, 21 Nov 2026 05:00:00 GMT', issued, 0],
  ] as const) {
    it(`measures the lifetime ${name}`, () => {
      const { socketLifetimeMs } = connectionGrant(answer(inAnHour), date, deviceTime);
      expect(socketLifetimeMs).to.equal(expected);
    });
  }

  for (const [name, incomplete] of [
    ['without a socket', { ConnectionCredentials: { ConnectionToken: 'token' } }],
    ['without a token', { Websocket: { Url: 'wss://a.example' } }],
    ['with a socket over plain ws elsewhere', answer(inAnHour, 'ws://a.example/')],
    ['that is empty', {}],
  ] as const) {
    it(`refuses an answer ${name}`, () => {
      let thrown: unknown;
      try {
        connectionGrant(incomplete, undefined, issued);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.deep.equal({ kind: 'invalid' });
    });
  }
});
