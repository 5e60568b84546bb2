import { expect } from '@open-wc/testing';
import { createCardServices } from '../../src/card-services.js';
import { ConnectChat } from '../../src/connect-chat.js';
import { define } from '../../src/define.js';
import { rejection } from './transport/rejection.js';

/** The services over a service that answers `answer`, and what they asked of it. */
function answering(answer: unknown, properties: Partial<ConnectChat> = {}) {
  define('connect-chat', ConnectChat);
  const asked: unknown[] = [];
  const element = Object.assign(document.createElement('connect-chat'), properties);
  const services = createCardServices((operation, input) => {
    asked.push([operation, input]);
    return Promise.resolve(answer);
  }, element);
  return { asked, services };
}

describe('the services of cards', () => {
  it('describe a view', async () => {
    const { asked, services } = answering({ View: { Id: 'form' } });
    expect(await services.describeView('token')).to.deep.equal({ Id: 'form' });
    expect(asked).to.deep.equal([['describeView', { ViewToken: 'token' }]]);
  });

  it('begin and give up a sign-in', async () => {
    const { asked, services } = answering(
      { AuthenticationUrl: 'https://idp.example/' },
      { authRedirectUri: 'https://shop.example/' },
    );
    expect(await services.authenticationUrl('s')).to.equal('https://idp.example/');
    await services.cancelAuthentication('s');
    expect(asked).to.deep.equal([
      ['getAuthenticationUrl', { SessionId: 's', RedirectUri: 'https://shop.example/' }],
      ['cancelParticipantAuthentication', { SessionId: 's' }],
    ]);
  });

  it('know how customers are to sign in', async () => {
    const modes = (['popup', 'redirect'] as const).flatMap((authMode) =>
      (['session', 'none'] as const).map(
        (storage) => answering({}, { authMode, storage }).services.signIn.mode,
      ),
    );
    expect(modes).to.deep.equal(['popup', 'popup', 'redirect', 'popup']);
    const leaving = { authMode: 'redirect', storage: 'session', leavePolicy: 'disconnect' } as const;
    expect(answering({}, leaving).services.signIn.mode).to.equal('popup');
    expect(answering({}).services.signIn).to.deep.include({
      redirectUri: location.origin + location.pathname,
      hand: undefined,
    });
    const requests: Request[] = [];
    const { signIn } = answering(
      {},
      {
        authEndpoint: '/sign-in',
        startChatHeaders: { authorization: 'Bearer jwt' },
        transport: {
          fetch: (input, init) => {
            requests.push(new Request(input, init));
            return Promise.resolve(new Response());
          },
        },
      },
    ).services;
    await signIn.hand?.({ code: 'c', state: 's' });
    const [request] = requests;
    expect(request?.url).to.equal(`${location.origin}/sign-in`);
    expect(request?.headers.get('authorization')).to.equal('Bearer jwt');
    expect(await request?.json()).to.deep.equal({ code: 'c', state: 's' });
  });

  for (const answer of [undefined, null, 'text', [], {}, { View: 'x', Url: 7, AuthenticationUrl: 7 }])
    it(`take ${JSON.stringify(answer)} for no answer`, async () => {
      const { services } = answering(answer);
      const calls = [services.describeView('t'), services.attachment('a'), services.authenticationUrl('s')];
      for (const call of calls) expect(await rejection(call)).to.deep.equal({ kind: 'invalid' });
    });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//files.example', 'file:///etc/passwd'])
    it(`do not lead to ${address}`, async () => {
      const { services } = answering({ Url: address, AuthenticationUrl: address });
      expect(await rejection(services.attachment('a'))).to.deep.equal({ kind: 'invalid' });
      expect(await rejection(services.authenticationUrl('s'))).to.deep.equal({ kind: 'invalid' });
    });
});
