import { demoInstanceId } from '../credentials.js';
import { ServiceError } from '../errors.js';
import type { Outcome } from '../operation.js';
import type { ServiceParts } from '../service-parts.js';
import { object, optional, text, validate } from '../validate.js';

const updateRequest = object({
  InstanceId: text(1, 100),
  State: text(1, 1000),
  Code: optional(text(1, 2048)),
  Error: optional(text(1, 2048)),
  ErrorDescription: optional(text(1, 2048)),
});

/**
 * UpdateParticipantAuthentication, after its signature has been verified: takes what the identity provider answered. The
 * reply only acknowledges it; what came of it is an event, a moment later.
 */
export function updateAuthentication({ signIns, timers, timings }: ServiceParts, body: unknown): Outcome {
  const { InstanceId, State, Code, Error } = validate(updateRequest, body, 'InvalidRequestException');
  if (InstanceId !== demoInstanceId) throw new ServiceError('AccessDeniedException', 'No such instance.');
  if ((Code === undefined) === (Error === undefined)) {
    throw new ServiceError('InvalidParameterException', 'Either Code or Error must be given.');
  }
  const signIn = signIns.byState(State);
  if (!signIn) throw new ServiceError('InvalidParameterException', 'State belongs to no sign-in.');
  if (signIn.status !== 'initiated') throw new ServiceError('ConflictException', 'The sign-in is over.');
  const isGood = Code !== undefined && signIn.code?.value === Code && !signIn.code.stale;
  timers.after(timings.signInCheckMs, () => {
    signIns.settle(signIn, isGood ? 'succeeded' : 'failed');
  });
  return { body: {}, contact: signIn.contact };
}
