import { expect } from '@open-wc/testing';
import { connectionGrant } from '../../../src/transport/connection-grant.js';

const issued = Date.parse('2026-11-21T03:04:00Z');
const minute = 60_000;

const answer = (
  expiry: string | undefined,
  url = 'wss://a.example/socket',
  tokenExpiry: string | undefined = '2026-11-22T03:04:00.000Z',
) => ({
  Websocket: { Url: url, ConnectionExpiry: expiry },
  ConnectionCredentials: { ConnectionToken: 'token', Expiry: tokenExpiry },
});
const inAnHour = '2026-11-21T04:04:00.000Z';

describe('connectionGrant', () => {
  it('gives the token and the URL', () => {
    expect(connectionGrant(answer(undefined, undefined, ''), undefined, issued)).to.deep.equal({
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

  for (const [name, socketExpiry, tokenExpiry, expected] of [
    ['the token when that goes first', inAnHour, '2026-11-21T03:34:00.000Z', 30 * minute],
    ['the token when the socket says nothing', undefined, '2026-11-21T03:34:00.000Z', 30 * minute],
    ['the token when the socket says nonsense', 'soon', '2026-11-21T03:34:00.000Z', 30 * minute],
    ['the socket when the token says nothing', inAnHour, '', 60 * minute],
    ['the socket when that goes first', inAnHour, '2026-11-22T03:04:00.000Z', 60 * minute],
  ] as const) {
    it(`lasts as long as ${name}`, () => {
      const grant = connectionGrant(answer(socketExpiry, undefined, tokenExpiry), undefined, issued);
      expect(grant.socketLifetimeMs).to.equal(expected);
    });
  }

  for (const [name, incomplete] of [
    ['without a socket', { ConnectionCredentials: { ConnectionToken: 'token' } }],
    ['without a token', { Websocket: { Url: 'wss://a.example' } }],
    ['with a socket over plain ws elsewhere', answer(inAnHour, 'ws://a.example/')],
    ['that is empty', {}],
    ['that is none', undefined],
    ['whose parts are of other types', { Websocket: 'wss://a.example', ConnectionCredentials: ['token'] }],
    [
      'whose token is a number',
      { Websocket: { Url: 'wss://a.example' }, ConnectionCredentials: { ConnectionToken: 7 } },
    ],
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
