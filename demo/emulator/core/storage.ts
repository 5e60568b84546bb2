import type { Contact } from './contact.js';
import { passFaults } from './fault-gate.js';
import type { Faults } from './faults.js';
import type { Random } from './ports.js';
import { preflight } from './replies.js';
import type { RequestLog } from './request-log.js';
import type { ServiceClock } from './service-clock.js';
import { StorageError, storageFaultReply } from './storage-replies.js';
import type { Timers } from './timers.js';
import { deliverBytes, Pace, receive } from './transfer.js';

/** One file in the bucket, or the place that is kept for it. */
export interface StoredObject {
  readonly key: string;
  readonly contact: Contact;
  /** The id by which the service knows the file. */
  readonly attachmentId: string;
  readonly contentType: string;
  readonly disposition: string;
  bytes: Uint8Array<ArrayBuffer> | undefined;
}

/** A request that whoever holds the URL may make once its headers are those that were signed, until it expires. */
interface Presigned {
  readonly method: 'PUT' | 'GET';
  readonly object: StoredObject;
  /** By lower-case name; the length is held against the body, since browsers set that header themselves. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresMs: number;
}

interface StorageInit {
  readonly origin: string;
  readonly clock: ServiceClock;
  readonly random: Random;
  readonly timers: Timers;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** The bucket behind attachments: hands out presigned URLs and answers them as S3 does, refusals in XML included. */
export class Storage {
  readonly #init: StorageInit;
  readonly #presigned = new Map<string, Presigned>();

  constructor(init: StorageInit) {
    this.#init = init;
  }

  /** A URL for one request on an object, good for `lifeMs`. `headers` must come with it exactly as given. */
  presign(
    method: Presigned['method'],
    object: StoredObject,
    lifeMs: number,
    headers: Readonly<Record<string, string>> = {},
  ): { readonly url: string; readonly expiresMs: number } {
    const { clock, origin, random } = this.#init;
    const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    const expiresMs = clock.now() + lifeMs;
    const path = `/storage/attachments/${object.key}`;
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': clock.iso(clock.now()).replace(/[-:]|\.\d{3}/g, ''),
      'X-Amz-Expires': String(Math.ceil(lifeMs / 1000)),
      'X-Amz-SignedHeaders': [...lowered.map(([name]) => name), 'host'].sort().join(';'),
      'X-Amz-Signature': random.id().replaceAll('-', '').repeat(2),
    });
    const address = `${path}?${query.toString()}`;
    this.#presigned.set(address, { method, object, headers: Object.fromEntries(lowered), expiresMs });
    return { url: origin + address, expiresMs };
  }

  /** Lets the URLs of one contact, or all, lapse now. The answer is how many. */
  expire(contact?: Contact): number {
    const nowMs = this.#init.clock.now();
    let expired = 0;
    for (const [address, grant] of this.#presigned) {
      if (grant.expiresMs <= nowMs || (contact && grant.object.contact !== contact)) continue;
      this.#presigned.set(address, { ...grant, expiresMs: nowMs });
      expired += 1;
    }
    return expired;
  }

  /** Answers a request to the bucket. A connection that is reset is a `Response.error()`. Never rejects. */
  async handle(request: Request): Promise<Response> {
    const { faults, log, random, clock, timers } = this.#init;
    if (request.method === 'OPTIONS') return faults.strike('outage') ? Response.error() : preflight(request);
    const { pathname, search } = new URL(request.url);
    const grant = this.#presigned.get(pathname + search);
    const operation = request.method === 'PUT' ? 'PutObject' : 'GetObject';
    const target = { operation, contact: grant?.object.contact };
    const sent = [...request.headers].filter(([name]) => /^(content-|x-amz-|authorization$)/.test(name));
    const noted = { AttachmentId: grant?.object.attachmentId, Headers: Object.fromEntries(sent) };
    const entry = log.arrive(operation, noted, target.contact);
    const pace = new Pace(clock, timers, faults.strike('bandwidth', target));
    const reply = await passFaults(
      { faults, timers },
      target,
      () => this.#perform(request, grant, pace),
      storageFaultReply,
    ).catch((error: unknown) => (error instanceof StorageError ? error.reply : Response.error()));
    if (reply.type !== 'error') {
      // Read to its end: a browser that is refused in the middle of its upload reports a broken connection instead.
      if (!request.bodyUsed) await receive(request, pace).catch(() => undefined);
      reply.headers.set('x-amz-request-id', random.id());
      reply.headers.set('date', clock.httpDate());
      reply.headers.set('access-control-allow-origin', '*');
      reply.headers.set('access-control-expose-headers', 'ETag, x-amz-request-id');
    }
    entry.status = reply.status;
    return reply;
  }

  async #perform(request: Request, grant: Presigned | undefined, pace: Pace): Promise<Response> {
    checkGrant(request, grant, this.#init.clock.now());
    const { object, headers } = grant;
    const etag = `"${object.attachmentId.replaceAll('-', '')}"`;
    if (grant.method === 'PUT') {
      const bytes = await receive(request, pace);
      if (headers['content-length'] !== String(bytes.byteLength)) {
        throw new StorageError('SignatureDoesNotMatch', 'The body is not as long as was signed.');
      }
      object.bytes = bytes;
      return new Response(null, { status: 200, headers: { etag } });
    }
    if (!object.bytes) throw new StorageError('NoSuchKey', 'The specified key does not exist.');
    return new Response(deliverBytes(object.bytes, pace), {
      headers: {
        etag,
        'content-type': object.contentType,
        'content-length': String(object.bytes.byteLength),
        'content-disposition': object.disposition,
        'x-content-type-options': 'nosniff',
      },
    });
  }
}

/** @throws {StorageError} unless the request is the one that was signed, header by header, and still in time. */
function checkGrant(
  request: Request,
  grant: Presigned | undefined,
  nowMs: number,
): asserts grant is Presigned {
  const mismatch = new StorageError('SignatureDoesNotMatch', 'The request is not the one that was signed.');
  if (grant?.method !== request.method) throw mismatch;
  if (nowMs >= grant.expiresMs) throw new StorageError('AccessDenied', 'Request has expired');
  if (request.headers.has('authorization')) {
    throw new StorageError('InvalidArgument', 'Only one auth mechanism allowed.');
  }
  for (const [name, value] of Object.entries(grant.headers)) {
    const given = request.headers.get(name);
    // Node and browsers set the length themselves, and a request that has not crossed a wire has none yet.
    if (given !== value && !(name === 'content-length' && given === null)) throw mismatch;
  }
  for (const name of request.headers.keys()) {
    if (name.startsWith('x-amz-') && !(name in grant.headers)) {
      throw new StorageError(
        'AccessDenied',
        'There were headers present in the request which were not signed',
      );
    }
  }
}
