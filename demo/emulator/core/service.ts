import { errorReply, ServiceError } from './errors.js';
import { passFaults, type RequestTarget } from './fault-gate.js';
import { exposedHeaders, preflight } from './replies.js';
import type { Outcome, ParticipantOperation } from './operation.js';
import { participantOperations } from './participant-operations.js';
import type { ServiceParts } from './service-parts.js';
import { verifySignature } from './signature.js';
import { updateAuthentication } from './sign-in/update.js';
import { startChatContact } from './start-chat.js';
import { Idempotency } from './idempotency.js';
import type { Contact } from './contact.js';

/** A request under way: what it asks for, and what the faults need to know of it. */
interface Call {
  readonly operation: string;
  readonly contact: Contact | undefined;
  readonly perform: () => Outcome | Promise<Outcome>;
}

/** The emulated service's REST side: routes, credentials, faults, log, error shape, CORS. */
export class Service {
  readonly #parts: ServiceParts;
  readonly #operations: readonly ParticipantOperation[];
  readonly #starts = new Idempotency<Outcome>();

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    this.#operations = participantOperations(parts);
  }

  /** Answers a request to the service. A connection reset is a `Response.error()`. Never rejects. */
  async handle(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') {
      return this.#parts.faults.strike('outage') ? Response.error() : preflight(request);
    }
    const reply = await this.#answer(request);
    if (reply.type === 'error') return reply;
    reply.headers.set('x-amzn-requestid', this.#parts.random.id());
    reply.headers.set('date', this.#parts.clock.httpDate());
    reply.headers.set('access-control-allow-origin', '*');
    reply.headers.set('access-control-expose-headers', exposedHeaders);
    return reply;
  }

  async #answer(request: Request): Promise<Response> {
    const raw = await request.text();
    const body = parseBody(raw);
    const call = this.#route(request, raw, body);
    if (!call) return errorReply(404, 'UnknownOperationException', 'There is no such operation.');
    const entry = this.#parts.log.arrive(call.operation, body.ok ? body.value : raw, call.contact);
    const [reply, contact] = await this.#perform(call);
    entry.status = reply.status;
    entry.contact ??= contact;
    return reply;
  }

  #route(request: Request, raw: string, body: ParsedBody): Call | undefined {
    const { pathname } = new URL(request.url);
    const { tokens } = this.#parts;
    if (request.method === 'PUT' && pathname === '/contact/chat') {
      const perform = (): Promise<Outcome> => this.#startChat(request, raw, body);
      return { operation: 'StartChatContact', contact: undefined, perform };
    }
    if (request.method === 'POST' && pathname === '/contact/update-participant-authentication') {
      const perform = (): Promise<Outcome> => this.#updateAuthentication(request, raw, body);
      return { operation: 'UpdateParticipantAuthentication', contact: undefined, perform };
    }
    const operation = this.#operations.find(
      ({ method, path }) => method === request.method && path.test(pathname),
    );
    if (!operation) return undefined;
    const segment = operation.path.exec(pathname)?.[1] ?? '';
    const token = request.headers.get('x-amz-bearer');
    return {
      operation: operation.name,
      contact: tokens.find(token)?.contact,
      perform: () =>
        operation.run(
          tokens.authorise(token, operation.bearer),
          read(body, 'ValidationException'),
          decode(segment),
        ),
    };
  }

  async #verify(request: Request, raw: string): Promise<void> {
    const { clock, timings } = this.#parts;
    await verifySignature(request, raw, { clock, skewMs: timings.signatureSkewMs });
  }

  async #updateAuthentication(request: Request, raw: string, body: ParsedBody): Promise<Outcome> {
    await this.#verify(request, raw);
    return updateAuthentication(this.#parts, read(body, 'InvalidRequestException'));
  }

  async #startChat(request: Request, raw: string, parsed: ParsedBody): Promise<Outcome> {
    await this.#verify(request, raw);
    const body = read(parsed, 'InvalidRequestException');
    const token = (body as { readonly ClientToken?: unknown }).ClientToken;
    const clientToken = typeof token === 'string' ? token : undefined;
    return this.#starts.once('', 'StartChatContact', clientToken, body, () =>
      startChatContact(this.#parts, body),
    );
  }

  /** The reply, and the contact that the request turned out to belong to. */
  async #perform(call: Call): Promise<readonly [Response, Contact | undefined]> {
    const target = { operation: call.operation, contact: call.contact };
    let contact: Contact | undefined;
    try {
      const reply = await passFaults(this.#parts, target, async () => {
        if (this.#isThrottled(target)) throw new ServiceError('ThrottlingException', 'Rate exceeded.');
        const outcome = await call.perform();
        contact = outcome.contact;
        await this.#echo(outcome, target.contact);
        return Response.json(outcome.body);
      });
      return [reply, contact];
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        console.error(error); // A mistake of the emulator's own: say so, and answer as a service would.
        return [errorReply(500, 'InternalServerException', 'The emulator failed.'), undefined];
      }
      return [errorReply(error.status, error.name, error.message), undefined];
    }
  }

  #isThrottled(target: RequestTarget): boolean {
    const { faults, throttle, throttled } = this.#parts;
    const quotasHold = throttled || faults.strike('throttle', target) !== undefined;
    return quotasHold && !throttle.allows(target.operation);
  }

  async #echo({ echo }: Outcome, contact: Contact | undefined): Promise<void> {
    if (!echo) return;
    const { faults, timers, timings } = this.#parts;
    if (faults.strike('echo', { contact })?.order === 'before') {
      echo();
      await timers.wait(timings.echoGapMs);
    } else {
      timers.after(timings.echoGapMs, echo);
    }
  }
}

type ParsedBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parseBody(raw: string): ParsedBody {
  if (raw === '') return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(raw) as unknown };
  } catch {
    return { ok: false };
  }
}

function read(body: ParsedBody, name: 'ValidationException' | 'InvalidRequestException'): unknown {
  const isObject =
    body.ok && typeof body.value === 'object' && body.value !== null && !Array.isArray(body.value);
  if (!isObject) throw new ServiceError(name, 'The body must be a JSON object.');
  return body.value;
}

/** One segment of a path as it was before it was encoded. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ServiceError('ValidationException', 'The path is not encoded correctly.');
  }
}
