import type { UpdateParticipantAuthenticationCommandInput } from '@aws-sdk/client-connect';
import { Refusal } from './refusal.js';

/** Longest members of UpdateParticipantAuthentication (Amazon Connect API Reference). */
const maxLengths = { state: 1_000, code: 2_048, error: 2_048, errorDescription: 2_048 } as const;

/**
 * Turns what the identity provider handed to the page into what Amazon Connect is told: `{ code, state }` after a
 * sign-in, `{ error, errorDescription, state }` after a refusal. Everything else in the body is dropped.
 *
 * @throws {Refusal} `invalid-request`, naming the field.
 */
export function toUpdateAuthentication(
  body: unknown,
  instanceId: string,
): UpdateParticipantAuthenticationCommandInput {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('The body', 'must be an object');
  }
  const request = body as Readonly<Record<string, unknown>>;
  const State = read(request, 'state');
  const Code = read(request, 'code');
  const Error = read(request, 'error');
  const ErrorDescription = read(request, 'errorDescription');
  if (State === undefined) throw invalid('state', 'is required');
  if (Code !== undefined && Error !== undefined) throw invalid('error', 'cannot come with a code');
  if (Code !== undefined) return { InstanceId: instanceId, State, Code };
  if (Error === undefined) throw invalid('code', 'is required');
  return {
    InstanceId: instanceId,
    State,
    Error,
    ...(ErrorDescription !== undefined && { ErrorDescription }),
  };
}

function read(
  request: Readonly<Record<string, unknown>>,
  field: keyof typeof maxLengths,
): string | undefined {
  const value = request[field];
  if (value === undefined || value === null || value === '') return undefined;
  const maxLength = maxLengths[field];
  if (typeof value !== 'string') throw invalid(field, 'must be text');
  if (value.length > maxLength) throw invalid(field, `must be at most ${String(maxLength)} characters`);
  return value;
}

function invalid(field: string, problem: string): Refusal {
  return new Refusal('invalid-request', `${field} ${problem}.`);
}
