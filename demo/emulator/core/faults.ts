import type { Contact } from './contact.js';
import { type Check, integer, object, optional, record, text, validate } from './validate.js';

/** What every kept fault may carry. */
const common = {
  contactId: optional(text(1, 256)),
  times: optional(integer(1, 1_000_000)),
};
const onOperation = { ...common, operation: optional(text(1, 100)) };

// Codes below 3000 belong to the protocol, which lets a server send only the normal and the going-away one freely.
const closeCode: Check<number> = (value, path) =>
  value === 1000 || value === 1001 ? value : integer(3000, 4999)(value, path);

/** The members of each kind of fault. A new kind is a new line here and a `strike` where it takes effect. */
const faultChecks = {
  status: object({
    ...onOperation,
    status: integer(200, 599),
    error: optional(text(1, 100)),
    message: optional(text(0, 1000)),
    body: optional(text(0, 1_000_000)),
    contentType: optional(text(1, 200)),
  }),
  reset: object({ ...onOperation, when: optional(text(1, 10, { oneOf: ['before', 'after'] })) }),
  latency: object({ ...onOperation, ms: integer(0, 600_000) }),
  'drop-sockets': object({ contactId: common.contactId, code: optional(closeCode) }),
  'refuse-sockets': object({ ...common, status: optional(integer(400, 599)) }),
  echo: object({ ...common, order: text(1, 10, { oneOf: ['before', 'after'] }) }),
};

/** The kinds of faults. */
export type FaultType = keyof typeof faultChecks;

type AnyFault = {
  [K in FaultType]: { readonly type: K } & ReturnType<(typeof faultChecks)[K]>;
}[FaultType];

/** A fault of one kind, or of any. */
export type Fault<T extends FaultType = FaultType> = Extract<AnyFault, { readonly type: T }>;

/** Where a fault may strike. */
export interface FaultTarget {
  readonly operation?: string;
  readonly contact?: Contact | undefined;
}

/**
 * Reads a fault from a request body.
 *
 * @throws {ServiceError} ValidationException if the kind is unknown or a member is wrong.
 */
export function readFault(body: unknown): Fault {
  const types = Object.keys(faultChecks);
  const { type } = validate(object({ type: text(1, 50, { oneOf: types }) }), validate(record, body));
  // The member `type` was just checked to be a key of the table; the pair belongs together by construction.
  return { type, ...validate<object>(faultChecks[type as FaultType], body) } as Fault;
}

/** The faults in force. */
export class Faults {
  #faults: { readonly fault: Fault; left: number }[] = [];

  /** Puts a fault in force until it has struck `times` times or all are cleared. */
  add(fault: Fault): void {
    const times = 'times' in fault ? fault.times : undefined;
    this.#faults.push({ fault, left: times ?? Infinity });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The faults still in force, each with how often it will still strike (absent: until cleared). */
  get all(): readonly (Fault & { readonly left?: number })[] {
    return this.#faults.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, left }));
  }

  /** The oldest fault of this kind that applies here, used up by one; undefined if there is none. */
  strike<T extends FaultType>(type: T, target: FaultTarget): Fault<T> | undefined {
    const isOfType = (fault: Fault): fault is Fault<T> => fault.type === type;
    const entry = this.#faults.find(({ fault }) => isOfType(fault) && applies(fault, target));
    if (!entry || !isOfType(entry.fault)) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#faults = this.#faults.filter((other) => other !== entry);
    return entry.fault;
  }
}

function applies(fault: Fault, { operation, contact }: FaultTarget): boolean {
  if (fault.contactId !== undefined && !contact?.answersTo(fault.contactId)) return false;
  const wanted = 'operation' in fault ? fault.operation : undefined;
  return wanted === undefined || wanted === '*' || wanted === operation;
}
