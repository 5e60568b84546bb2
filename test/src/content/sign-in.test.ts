import { expect } from '@open-wc/testing';
import {
  expectedState,
  readSignInAnswer,
  readSignInNote,
  readSignInRequest,
  withIdentityProvider,
  withoutSignInAnswer,
} from '../../../src/content/sign-in.js';

describe('readSignInRequest', () => {
  for (const [content, expected] of [
    ['{"SessionId":"s","state":"abc"}', { sessionId: 's', state: 'abc' }],
    ['{"SessionId":"s"}', { sessionId: 's' }],
    ['{"SessionId":"s","state":7}', { sessionId: 's' }],
    ['{"SessionId":""}', undefined],
    ['{"SessionId":36}', undefined],
    ['null', undefined],
    ["{'SessionId': 's'}", undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${content || 'nothing'}`, () => {
      expect(readSignInRequest(content)).to.deep.equal(expected);
    });
  }
});

describe('readSignInAnswer', () => {
  for (const [search, expected] of [
    ['?code=c%201&state=s', { code: 'c 1', state: 's' }],
    ['?state=s&error=no&error_description=Not+you', { state: 's', error: 'no', errorDescription: 'Not you' }],
    ['?state=s&error=no&code=c', { state: 's', error: 'no' }],
    ['?code=c', undefined],
    ['?state=s', undefined],
    ['?code=&state=s', undefined],
    [`?state=s&code=${'c'.repeat(5_000)}`, undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${search.slice(0, 60) || 'nothing'}`, () => {
      expect(readSignInAnswer(search)).to.deep.equal(expected);
    });
  }
});

describe('readSignInNote', () => {
  const note = { url: 'https://idp.example/', state: 's', at: 5 };

  it('reads what was kept', () => {
    expect(readSignInNote(JSON.stringify(note))).to.deep.equal(note);
    expect(readSignInNote(JSON.stringify({ ...note, away: true }))).to.deep.equal({ ...note, away: true });
  });

  for (const kept of ['', 'null', '[]', '{"state":"s"}', '{"url":"javascript:alert(1)","state":"s"}']) {
    it(`takes nothing from ${kept || 'nothing'}`, () => {
      expect(readSignInNote(kept)).to.equal(undefined);
    });
  }
});

describe('the address of a sign-in', () => {
  it('loses what the identity provider has added, and nothing else', () => {
    expect(withoutSignInAnswer('https://a.example/b?x=1&code=c&state=s#part')).to.equal(
      'https://a.example/b?x=1#part',
    );
  });

  it('names the identity provider that is wanted', () => {
    expect(withIdentityProvider('https://idp.example/?state=s', 'A&B')).to.equal(
      'https://idp.example/?state=s&identity_provider=A%26B',
    );
    expect(withIdentityProvider('https://idp.example/?state=s', '')).to.equal('https://idp.example/?state=s');
  });

  it('tells which answer is expected, rather than the request', () => {
    expect(expectedState('https://idp.example/?state=url', { sessionId: 'x', state: 'event' })).to.equal(
      'url',
    );
    expect(expectedState('https://idp.example/', { sessionId: 'x', state: 'event' })).to.equal('event');
    expect(expectedState('https://idp.example/', { sessionId: 'x' })).to.equal(undefined);
  });
});
