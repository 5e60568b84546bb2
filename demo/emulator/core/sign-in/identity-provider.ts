import { passFaults } from '../fault-gate.js';
import type { ServiceParts } from '../service-parts.js';
import { signInPage, overPage } from './pages.js';
import type { SignIn } from './sign-ins.js';

const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
};

/** The pretended identity provider: one page with which the customer, or a test, decides how a sign-in goes. */
export async function answerAsIdentityProvider(parts: ServiceParts, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const isPost = request.method === 'POST';
  if (pathname !== '/idp/authorize' || (!isPost && request.method !== 'GET')) {
    return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  }
  const fields = isPost ? new URLSearchParams(await request.text()) : searchParams;
  const signIn = parts.signIns.byState(fields.get('state') ?? '');
  const target = { operation: 'Authorize', contact: signIn?.contact };
  const entry = parts.log.arrive(
    target.operation,
    { Decision: fields.get('decision') ?? undefined },
    signIn?.contact,
  );
  const reply = await passFaults(parts, target, () =>
    Promise.resolve(isPost ? decide(parts, signIn, fields) : ask(signIn, fields)),
  );
  entry.status = reply.status;
  return reply;
}

/** Whether an answer would still reach the sign-in, under the address that was given when its URL was fetched. */
function isOpen(
  signIn: SignIn | undefined,
  fields: URLSearchParams,
): signIn is SignIn & { redirectUri: string } {
  return signIn?.status === 'initiated' && signIn.redirectUri === fields.get('redirect_uri');
}

function ask(signIn: SignIn | undefined, fields: URLSearchParams): Response {
  if (!isOpen(signIn, fields)) return new Response(overPage(), { status: 400, headers: htmlHeaders });
  const page = signInPage({
    state: signIn.state,
    redirectUri: signIn.redirectUri,
    name: signIn.contact.customer.displayName,
    provider: fields.get('identity_provider') ?? undefined,
  });
  return new Response(page, { headers: htmlHeaders });
}

function decide({ signIns }: ServiceParts, signIn: SignIn | undefined, fields: URLSearchParams): Response {
  if (!isOpen(signIn, fields)) return new Response(overPage(), { status: 400, headers: htmlHeaders });
  const answer = new URL(signIn.redirectUri);
  switch (fields.get('decision')) {
    case 'deny':
      answer.searchParams.set('error', 'access_denied');
      answer.searchParams.set('error_description', 'The customer did not agree.');
      break;
    case 'time-out':
      signIns.settle(signIn, 'timeout');
      return new Response(overPage(), { headers: htmlHeaders });
    default: {
      const name = fields.get('name')?.trim() ?? '';
      answer.searchParams.set('code', signIns.issueCode(signIn, name, fields.get('decision') === 'stale'));
    }
  }
  answer.searchParams.set('state', signIn.state);
  return new Response(null, {
    status: 303,
    headers: { location: answer.href, 'referrer-policy': 'no-referrer' },
  });
}
