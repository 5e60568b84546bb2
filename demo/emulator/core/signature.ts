import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { demoCredentials } from './credentials.js';
import { ServiceError } from './errors.js';
import type { ServiceClock } from './service-clock.js';
import { toWireTime } from './time.js';

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** What one Authorization header claims. */
interface Claim {
  readonly keyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/**
 * Verifies the SigV4 signature of a request to the Connect API by making it again.
 *
 * @throws {ServiceError} 403, named after what is wrong: missing, malformed, of an unknown key, expired, or not matching.
 */
export async function verifySignature(
  request: Request,
  body: string,
  { clock, skewMs }: { readonly clock: ServiceClock; readonly skewMs: number },
): Promise<void> {
  const claim = readClaim(request.headers.get('authorization'));
  if (claim.keyId !== demoCredentials.accessKeyId) {
    throw new ServiceError('UnrecognizedClientException', 'The access key id is unknown.');
  }
  const signingDate = readDate(request.headers.get('x-amz-date'));
  // By the true time: a skewed service is a picture of a client whose clock is wrong, and back ends have the right time.
  const [earliest, latest] = [clock.trueIso(clock.now() - skewMs), clock.trueIso(clock.now() + skewMs)];
  if (signingDate < earliest || signingDate > latest) {
    throw new ServiceError('InvalidSignatureException', 'The signature has expired.');
  }
  await checkBodyHash(request, body);
  if ((await expectedSignature(request, body, claim, signingDate)) !== claim.signature) {
    throw new ServiceError('InvalidSignatureException', 'The signature does not match the request.');
  }
}

function readClaim(header: string | null): Claim {
  if (header === null)
    throw new ServiceError('MissingAuthenticationTokenException', 'The request is not signed.');
  const [, keyId, day, region, service, signed, signature] = authorization.exec(header) ?? [];
  if (!keyId || !day || !region || !signed || !signature || service !== 'connect') {
    throw new ServiceError(
      'IncompleteSignatureException',
      'The Authorization header is not a signature for connect.',
    );
  }
  const signedHeaders = signed.split(';');
  // Without the host a signature could be replayed elsewhere, so the algorithm demands it.
  if (!signedHeaders.includes('host')) {
    throw new ServiceError('IncompleteSignatureException', 'The host must be among the signed headers.');
  }
  return { keyId, day, region, service, signedHeaders, signature };
}

/** The signing time in the wire's form. */
function readDate(header: string | null): string {
  const text = header?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = toWireTime(text ?? '');
  if (time === undefined) {
    throw new ServiceError('IncompleteSignatureException', 'x-amz-date is missing or not a time.');
  }
  return time;
}

async function checkBodyHash(request: Request, body: string): Promise<void> {
  const claimed = request.headers.get('x-amz-content-sha256');
  if (claimed === null) return; // The signature itself covers the body's hash.
  const hash = new Sha256();
  hash.update(body);
  const actual = [...(await hash.digest())].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (claimed !== actual) {
    throw new ServiceError('InvalidSignatureException', 'x-amz-content-sha256 does not match the body.');
  }
}

async function expectedSignature(
  request: Request,
  body: string,
  claim: Claim,
  signingDate: string,
): Promise<string> {
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const name of claim.signedHeaders)
    headers[name] = request.headers.get(name) ?? (name === 'host' ? url.host : '');
  const signer = new SignatureV4({
    credentials: demoCredentials,
    region: claim.region,
    service: claim.service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
      body,
    },
    // Exactly the headers the client signed: none may be left out by default rules of the library.
    { signingDate, signableHeaders: new Set(claim.signedHeaders) },
  );
  return authorization.exec(signed.headers.authorization ?? '')?.[6] ?? '';
}
