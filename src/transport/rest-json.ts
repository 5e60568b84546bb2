import { failure } from './failure.js';
import { asRecord, parseJson, text } from './reading.js';

/** An operation as the AWS client's commands describe it. */
export type OperationSchema = readonly [
  kind: 9,
  namespace: string,
  name: string,
  traits: { readonly http: readonly [method: string, path: string, status: number] },
  input: () => StructureSchema,
  output: unknown,
];

type StructureSchema = readonly [
  kind: 3,
  namespace: string,
  name: string,
  traits: unknown,
  memberNames: readonly string[],
  members: readonly MemberSchema[],
];

/** The type of a member, alone or with its traits: bits, or a record where one has a value. */
type MemberSchema = unknown;
type MemberTraits = number | { readonly httpHeader?: string };

const HTTP_LABEL = 1;

/** A request before it has a host. */
export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** An answer as it came. */
export interface RestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Writes an operation's input as AWS's restJson1 protocol asks, driven by the official schema of the operation. The Participant Service uses only
 * its simplest part (strings, numbers, lists and structures as plain JSON; one header; one path label), which is why Amazon's general
 * implementation, four fifths of its client, is not built in.
 *
 * Client tokens are the caller's: one that is made up here would be another at each retry.
 *
 * Throws an `invalid` failure when a part of the path is missing.
 */
export function writeRequest(
  [, , , { http }, schema]: OperationSchema,
  input: Readonly<Record<string, unknown>>,
): RestRequest {
  const [method] = http;
  let [, path] = http;
  const [, , , , names, members] = schema();
  const headers: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const traits = traitsOf(members[index]);
    const bits = typeof traits === 'number' ? traits : 0;
    const header = typeof traits === 'number' ? undefined : traits.httpHeader;
    const value = input[name];
    if (bits & HTTP_LABEL) path = path.replace(`{${name}}`, () => pathSegment(value));
    else if (header !== undefined && typeof value === 'string') headers[header.toLowerCase()] = value;
    else if (value !== undefined) body[name] = value;
  }
  if (method === 'GET') return { method, path, headers, body: undefined };
  return {
    method,
    path,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/**
 * Reads an answer. Members that are null are left out. An answer that is an error is thrown with its HTTP status in `$metadata`, and with `$fault`
 * when the service itself has named it.
 */
export function readResponse({ status, headers, body }: RestResponse): object {
  const $metadata = { httpStatusCode: status };
  const output = body === '' ? {} : asRecord(parseJson(body));
  if (status < 300 && output) return { ...withoutNulls(output), $metadata };
  const name = headers.get('x-amzn-errortype') ?? text(output ?? {}, '__type');
  const message = output && (text(output, 'Message') ?? text(output, 'message'));
  throw Object.assign(new Error(message ?? `The service answered ${status}.`), {
    $metadata,
    ...(name && { $fault: name }),
  });
}

const traitsOf = (member: MemberSchema): MemberTraits =>
  Array.isArray(member) ? (member[1] as MemberTraits) : 0;

function pathSegment(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw failure('invalid');
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const withoutNulls = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
