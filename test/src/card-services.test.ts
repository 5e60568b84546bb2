import { expect } from '@open-wc/testing';
import { createCardServices } from '../../src/card-services.js';
import { rejection } from './transport/rejection.js';

/** The services over a service that answers `answer`, and what they asked of it. */
function answering(answer: unknown) {
  const asked: unknown[] = [];
  const services = createCardServices((operation, input) => {
    asked.push([operation, input]);
    return Promise.resolve(answer);
  });
  return { asked, services };
}

describe('the services of cards', () => {
  it('describe a view', async () => {
    const { asked, services } = answering({ View: { Id: 'form' } });
    expect(await services.describeView('token')).to.deep.equal({ Id: 'form' });
    expect(asked).to.deep.equal([['describeView', { ViewToken: 'token' }]]);
  });

  it('find a file', async () => {
    const { asked, services } = answering({
      Url: 'https://files.example/a?sig=1',
      UrlExpiry: '2026-11-21T10:00:00Z',
    });
    expect(await services.attachmentUrl('a')).to.deep.equal({
      url: 'https://files.example/a?sig=1',
      expiresAt: Date.UTC(2026, 10, 21, 10),
    });
    expect(asked).to.deep.equal([['getAttachment', { AttachmentId: 'a' }]]);
  });

  it('begin and give up a sign-in', async () => {
    const { asked, services } = answering({ AuthenticationUrl: 'https://idp.example/' });
    expect(await services.authenticationUrl('s', 'https://shop.example/')).to.equal('https://idp.example/');
    await services.cancelAuthentication('s');
    expect(asked).to.deep.equal([
      ['getAuthenticationUrl', { SessionId: 's', RedirectUri: 'https://shop.example/' }],
      ['cancelParticipantAuthentication', { SessionId: 's' }],
    ]);
  });

  for (const answer of [undefined, null, 'text', [], {}, { View: 'x', Url: 7, AuthenticationUrl: 7 }])
    it(`take ${JSON.stringify(answer)} for no answer`, async () => {
      const { services } = answering(answer);
      const calls = [
        services.describeView('t'),
        services.attachmentUrl('a'),
        services.authenticationUrl('s', ''),
      ];
      for (const call of calls) expect(await rejection(call)).to.deep.equal({ kind: 'invalid' });
    });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//files.example', 'file:///etc/passwd'])
    it(`do not lead to ${address}`, async () => {
      const { services } = answering({ Url: address, AuthenticationUrl: address });
      expect(await rejection(services.attachmentUrl('a'))).to.deep.equal({ kind: 'invalid' });
      expect(await rejection(services.authenticationUrl('s', ''))).to.deep.equal({ kind: 'invalid' });
    });
});
