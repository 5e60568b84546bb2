import { Refusal } from './refusal.js';

/** Where the settings come from: `process.env` on AWS Lambda, a plain object in tests and in the demo. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the operator has decided, so that a browser cannot. */
export interface Settings {
  readonly instanceId: string;
  readonly contactFlowId: string;
  /** Further flows that a request may choose by its `ContactFlowId`. */
  readonly otherContactFlowIds: ReadonlySet<string>;
  /** Origins that may call; `*` stands for any. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** Contact attributes that a browser may set. None by default: every other one is dropped. */
  readonly allowedAttributes: ReadonlySet<string>;
  /** Request headers that a browser may send, for CORS. */
  readonly allowedHeaders: ReadonlySet<string>;
  /** Length of a chat when the request names none; 1500 (25 hours) is the service's own default. */
  readonly chatDurationMinutes: number;
}

/** Bounds of a chat's length in minutes (Amazon Connect API Reference, StartChatContact). */
export const chatDurationBounds = { min: 60, max: 10_080 } as const;

/**
 * Reads the settings of the back end.
 *
 * | Variable | Meaning |
 * | --- | --- |
 * | `INSTANCE_ID`, `CONTACT_FLOW_ID` | required |
 * | `ALLOWED_ORIGINS` | comma-separated, such as `https://shop.example`; `*` for any; none when unset |
 * | `ALLOWED_ATTRIBUTES` | comma-separated names of contact attributes |
 * | `ALLOWED_CONTACT_FLOW_IDS` | further flows that a request may choose |
 * | `ALLOWED_HEADERS` | request headers; default `content-type, authorization` |
 * | `CHAT_DURATION_MINUTES` | 60 to 10080; default 1500 |
 *
 * @throws {Refusal} `misconfigured`, naming the variable in the log and not to the customer.
 */
export function readSettings(env: Environment): Settings {
  const headers = list(env['ALLOWED_HEADERS']).map((name) => name.toLowerCase());
  return {
    instanceId: required(env, 'INSTANCE_ID'),
    contactFlowId: required(env, 'CONTACT_FLOW_ID'),
    otherContactFlowIds: new Set(list(env['ALLOWED_CONTACT_FLOW_IDS'])),
    allowedOrigins: new Set(list(env['ALLOWED_ORIGINS']).map(withoutTrailingSlash)),
    allowedAttributes: new Set(list(env['ALLOWED_ATTRIBUTES'])),
    allowedHeaders: new Set(headers.length > 0 ? headers : ['content-type', 'authorization']),
    chatDurationMinutes: duration(env['CHAT_DURATION_MINUTES']),
  };
}

function required(env: Environment, name: string): string {
  const value = env[name]?.trim();
  if (value === undefined || value === '') throw misconfigured(name);
  return value;
}

function duration(value: string | undefined): number {
  if (value === undefined || value.trim() === '') return 1500;
  const minutes = Number(value);
  const { min, max } = chatDurationBounds;
  if (!Number.isInteger(minutes) || minutes < min || minutes > max)
    throw misconfigured('CHAT_DURATION_MINUTES');
  return minutes;
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

// Browsers send an origin without a slash; people paste one with it.
function withoutTrailingSlash(origin: string): string {
  return origin.replace(/\/$/, '');
}

function misconfigured(variable: string): Refusal {
  return new Refusal('misconfigured', 'The chat is not set up correctly.', { variable });
}
