/** The names the services give their errors, with the HTTP status each travels under. */
const statuses = {
  ValidationException: 400,
  InvalidRequestException: 400,
  InvalidParameterException: 400,
  ServiceQuotaExceededException: 402,
  AccessDeniedException: 403,
  MissingAuthenticationTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  UnrecognizedClientException: 403,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  ConflictException: 409,
  LimitExceededException: 429,
  ThrottlingException: 429,
  InternalServerException: 500,
  ServiceUnavailableException: 503,
} as const;

/** An error name the emulator can answer with. */
export type ErrorName = keyof typeof statuses;

/** A refusal that becomes a coded error reply. */
export class ServiceError extends Error {
  override readonly name: ErrorName;

  constructor(name: ErrorName, message: string) {
    super(message);
    this.name = name;
  }

  /** The HTTP status this error travels under. */
  get status(): number {
    return statuses[this.name];
  }
}

/** The error name that belongs to a bare HTTP status, for faults that give only the status. */
export function errorNameFor(status: number): string {
  const participantNames: Readonly<Record<number, ErrorName>> = {
    400: 'ValidationException',
    402: 'ServiceQuotaExceededException',
    403: 'AccessDeniedException',
    404: 'ResourceNotFoundException',
    409: 'ConflictException',
    429: 'ThrottlingException',
    500: 'InternalServerException',
    503: 'ServiceUnavailableException',
  };
  return participantNames[status] ?? 'UnknownError';
}

/**
 * An error reply in the shape of the AWS REST-JSON protocol. The name stands in the header and in the body, because
 * a browser on another origin may not be shown the header.
 */
export function errorReply(status: number, name: string, message: string): Response {
  const body = JSON.stringify({ __type: name, Message: message });
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
  });
}
