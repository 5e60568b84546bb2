import { ConnectServiceException } from '@aws-sdk/client-connect';
import { Refusal, type LogDetail } from './refusal.js';

/** What an endpoint says about failures that mean something else to each; whoever has no sentence for a conflict calls it a refusal. */
export interface Sentences {
  readonly refused: string;
  readonly 'not-found': string;
  readonly conflict?: string;
}

/** What a failed call to the service means to the customer, and what the operator may know about it. */
export function toRefusal(error: unknown, sentences: Sentences): Refusal {
  if (error instanceof Refusal) return error;
  const logDetail = describe(error);
  switch (kindOf(error)) {
    case 'throttled':
      return new Refusal(
        'throttled',
        'Many people are writing to us right now. Please try again soon.',
        logDetail,
      );
    case 'refused':
      return new Refusal('refused-by-service', sentences.refused, logDetail);
    case 'conflict':
      return new Refusal(
        sentences.conflict === undefined ? 'refused-by-service' : 'conflict',
        sentences.conflict ?? sentences.refused,
        logDetail,
      );
    case 'not-found':
      return new Refusal('not-found', sentences['not-found'], logDetail);
    case 'not-permitted':
      return new Refusal('misconfigured', 'The chat is not set up correctly.', logDetail);
    case 'unavailable':
      return new Refusal(
        'unavailable',
        'The chat is not available right now. Please try again soon.',
        logDetail,
      );
    case 'unknown':
      return new Refusal('internal', 'Something went wrong on our side.', logDetail);
  }
}

type Kind = 'throttled' | 'refused' | 'conflict' | 'not-found' | 'not-permitted' | 'unavailable' | 'unknown';

function kindOf(error: unknown): Kind {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'CredentialsProviderError') return 'not-permitted';
  const status = statusOf(error);
  // Without an answer only trouble on the way remains, which Node marks with a system code or a time-out name.
  if (status === undefined)
    return 'code' in error || /timeout|abort/i.test(error.name) ? 'unavailable' : 'unknown';
  if (status === 429 || /throttl|toomanyrequests|limitexceeded/i.test(error.name)) return 'throttled';
  if (status >= 500) return 'unavailable';
  if (status === 401 || status === 403) return 'not-permitted';
  if (status === 409) return 'conflict';
  return status === 404 ? 'not-found' : 'refused';
}

/** Answers that are not the service's own, such as a proxy's HTML page, also carry their status. */
function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function describe(error: unknown): LogDetail {
  if (!(error instanceof Error)) return {};
  const status = statusOf(error);
  const requestId = error instanceof ConnectServiceException ? error.$metadata.requestId : undefined;
  // The service quotes the signed headers, security token included, when it refuses a signature: no message for those.
  const quotable = status === 400 || status === 404;
  return {
    error: error.name,
    ...(status !== undefined && { serviceStatus: status }),
    ...(requestId !== undefined && { requestId }),
    ...('code' in error && typeof error.code === 'string' && { cause: error.code }),
    ...(quotable && { serviceMessage: error.message.slice(0, 300) }),
  };
}
