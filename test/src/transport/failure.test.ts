import { expect } from '@open-wc/testing';
import { failure, isFailure, kindOfStatus, sentenceForPeople } from '../../../src/transport/failure.js';

describe('failure', () => {
  it('leaves absent parts out', () => {
    expect(failure('server', { status: 500, detail: undefined })).to.deep.equal({
      kind: 'server',
      status: 500,
    });
  });

  it('is told from errors and other values', () => {
    expect(isFailure(failure('timeout'))).to.be.true;
    for (const other of [
      undefined,
      null,
      'timeout',
      { kind: 'odd' },
      Object.assign(new Error(), { kind: 'timeout' }),
    ]) {
      expect(isFailure(other)).to.be.false;
    }
  });

  for (const [status, kind] of [
    [200, 'invalid'],
    [302, 'invalid'],
    [400, 'refused'],
    [401, 'forbidden'],
    [402, 'refused'],
    [403, 'forbidden'],
    [409, 'refused'],
    [429, 'throttled'],
    [500, 'server'],
    [503, 'server'],
  ] as const) {
    it(`takes ${status} as ${kind}`, () => {
      expect(kindOfStatus(status)).to.equal(kind);
    });
  }
});

describe('sentenceForPeople', () => {
  for (const sentence of ['We are closed until 9:00.', '  Fermé le dimanche  ', '営業時間外です']) {
    it(`keeps "${sentence}"`, () => {
      expect(sentenceForPeople(sentence)).to.equal(sentence.trim());
    });
  }

  for (const other of [
    undefined,
    42,
    '',
    '   ',
    '<!doctype html><title>502</title>',
    '{"code":1}',
    'Traceback\n  at handler',
    'ResourceNotFoundException: no such flow',
    'TypeError: x is not a function',
    'Forbidden',
    'Internal Server Error',
    'Missing Authentication Token',
    'Endpoint request timed out',
    'User is not authorized to access this resource',
    'error code: 1020',
    'x'.repeat(301),
  ]) {
    it(`drops ${String(other).slice(0, 60)}`, () => {
      expect(sentenceForPeople(other)).to.be.undefined;
    });
  }
});
