import { type Check, choice, integer, object, optional, record, text, validate } from './validate.js';

/** What every kept fault may carry. */
const common = {
  contactId: optional(text(1, 256)),
  times: optional(integer(1, 1_000_000)),
};
const onOperation = { ...common, operation: optional(text(1, 100)) };
const onItem = { ...common, contentType: optional(text(1, 100)) };

const delayMs = integer(0, 600_000);
// A hundred years either way: any further and a year no longer has four digits.
const maxShiftMs = 100 * 365 * 24 * 60 * 60_000;
const shiftMs = integer(-maxShiftMs, maxShiftMs);
const when = optional(choice(['before', 'after']));

// Codes below 3000 belong to the protocol, which lets a server send only the normal and the going-away one freely.
const closeCode: Check<number> = (value, path) =>
  value === 1000 || value === 1001 ? value : integer(3000, 4999)(value, path);

/** The members of each kind of fault. A new kind is a new line here and a `strike` where it takes effect. */
const faultChecks = {
  status: object({
    ...onOperation,
    status: integer(200, 599),
    when,
    error: optional(text(1, 100)),
    message: optional(text(0, 1000)),
    body: optional(text(0, 1_000_000)),
    contentType: optional(text(1, 200)),
  }),
  reset: object({ ...onOperation, when }),
  latency: object({ ...onOperation, ms: delayMs }),
  bandwidth: object({ ...onOperation, bytesPerSecond: integer(1, 1_000_000_000) }),
  throttle: object({ contactId: common.contactId, operation: onOperation.operation }),
  outage: object({ contactId: common.contactId, ms: optional(integer(1, 86_400_000)) }),
  'drop-sockets': object({ contactId: common.contactId, code: optional(closeCode) }),
  'refuse-sockets': object({ ...common, status: optional(integer(400, 599)) }),
  'half-open': object({ ...common, sockets: optional(choice(['open', 'next'])) }),
  mute: object({ ...common, topic: optional(choice(['subscribe', 'ping', 'heartbeat', '*'])), when }),
  'ping-failure': object({ ...common, statusCode: optional(integer(100, 599)) }),
  'subscribe-failure': object(common),
  'drop-items': object(onItem),
  'delay-items': object({ ...onItem, ms: delayMs }),
  'duplicate-items': object({ ...onItem, copies: optional(integer(1, 10)), ms: optional(delayMs) }),
  'reorder-items': object({
    ...onItem,
    count: integer(2, 100),
    order: optional(choice(['reverse', 'shuffle'])),
    ms: optional(delayMs),
  }),
  echo: object({ ...common, order: choice(['before', 'after']) }),
  processing: object({
    ...common,
    status: choice(['PROCESSING', 'FAILED', 'REJECTED']),
    content: optional(text(1, 16_384)),
    ms: optional(delayMs),
  }),
  scanner: object({
    ...common,
    result: choice(['APPROVED', 'REJECTED', 'IN_PROGRESS', 'SKIPPED']),
    ms: optional(delayMs),
  }),
  'expiry-offset': object({
    ...common,
    member: optional(choice(['ConnectionExpiry', 'Expiry', '*'])),
    ms: shiftMs,
  }),
  'clock-skew': object({ ms: shiftMs }),
};

/** The kinds of faults. */
export type FaultType = keyof typeof faultChecks;

type AnyFault = {
  [K in FaultType]: { readonly type: K } & ReturnType<(typeof faultChecks)[K]>;
}[FaultType];

/** A fault of one kind, or of any. */
export type Fault<T extends FaultType = FaultType> = Extract<AnyFault, { readonly type: T }>;

/** Reads a fault from a request body. Throws ServiceError (ValidationException) if the kind is unknown or a member is wrong. */
export function readFault(body: unknown): Fault {
  const types = Object.keys(faultChecks);
  const { type } = validate(object({ type: choice(types) }), validate(record, body));
  // The member `type` was just checked to be a key of the table; the pair belongs together by construction.
  return { type, ...validate<object>(faultChecks[type as FaultType], body) } as Fault;
}
