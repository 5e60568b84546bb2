import { Refusal } from './refusal.js';

/** Where the settings come from: `process.env` on AWS Lambda, a plain object in tests and in the demo. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every endpoint needs to know: for which instance it works, and for whom. */
export interface AccessSettings {
  readonly instanceId: string;
  /** Origins that may call; `*` stands for any. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** Request headers that a browser may send, for CORS. */
  readonly allowedHeaders: ReadonlySet<string>;
}

/** What the operator has decided, so that a browser cannot. */
export interface Settings extends AccessSettings {
  readonly contactFlowId: string;
  /** Further flows that a request may choose by its `ContactFlowId`. */
  readonly otherContactFlowIds: ReadonlySet<string>;
  /** Contact attributes that a browser may set. None by default: every other one is dropped. */
  readonly allowedAttributes: ReadonlySet<string>;
  /** Whether attachments are on in the instance, which no call can see. */
  readonly hasAttachments: boolean;
  /** Whether a customer who ends the chat goes through the disconnect flow: only the agents are disconnected then. */
  readonly keepsCustomer: boolean;
  /** Length of a chat when the request names none; 1500 (25 hours) is the service's own default. */
  readonly chatDurationMinutes: number;
}

/** Bounds of a chat's length in minutes (Amazon Connect API Reference, StartChatContact). */
export const chatDurationBounds = { min: 60, max: 10_080 } as const;

/**
 * Reads the settings that every endpoint has.
 *
 * | Variable | Meaning |
 * | --- | --- |
 * | `INSTANCE_ID` | required |
 * | `ALLOWED_ORIGINS` | comma-separated, such as `https://shop.example`; `*` for any; none when unset |
 * | `ALLOWED_HEADERS` | request headers; default `content-type, authorization` |
 *
 * @throws {Refusal} `misconfigured`, naming the variable in the log and not to the customer.
 */
export function readAccessSettings(env: Environment): AccessSettings {
  const headers = list(env['ALLOWED_HEADERS']).map((name) => name.toLowerCase());
  return {
    instanceId: required(env, 'INSTANCE_ID'),
    allowedOrigins: new Set(list(env['ALLOWED_ORIGINS']).map(withoutTrailingSlash)),
    allowedHeaders: new Set(headers.length > 0 ? headers : ['content-type', 'authorization']),
  };
}

/**
 * Reads the settings of the start-chat endpoint: those of {@link readAccessSettings}, and
 *
 * | Variable | Meaning |
 * | --- | --- |
 * | `CONTACT_FLOW_ID` | required |
 * | `ALLOWED_ATTRIBUTES` | comma-separated names of contact attributes |
 * | `ALLOWED_CONTACT_FLOW_IDS` | further flows that a request may choose |
 * | `ATTACHMENTS` | `true` when attachments are on in the instance, so that the chat offers them |
 * | `SURVEY_ON_CUSTOMER_EXIT` | `true` when the disconnect flow has something to ask of customers who end the chat |
 * | `CHAT_DURATION_MINUTES` | 60 to 10080; default 1500 |
 *
 * @throws {Refusal} `misconfigured`, naming the variable in the log and not to the customer.
 */
export function readSettings(env: Environment): Settings {
  return {
    ...readAccessSettings(env),
    contactFlowId: required(env, 'CONTACT_FLOW_ID'),
    otherContactFlowIds: new Set(list(env['ALLOWED_CONTACT_FLOW_IDS'])),
    allowedAttributes: new Set(list(env['ALLOWED_ATTRIBUTES'])),
    hasAttachments: flag(env['ATTACHMENTS']),
    keepsCustomer: flag(env['SURVEY_ON_CUSTOMER_EXIT']),
    chatDurationMinutes: duration(env['CHAT_DURATION_MINUTES']),
  };
}

function required(env: Environment, name: string): string {
  const value = env[name]?.trim();
  if (value === undefined || value === '') throw misconfigured(name);
  return value;
}

function flag(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true';
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
