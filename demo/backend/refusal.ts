/** Every way this back end can say no. The widget and the page may branch on these; the messages are for people. */
export type RefusalCode =
  | 'method-not-allowed'
  | 'origin-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'invalid-json'
  | 'invalid-request'
  | 'refused-by-service'
  | 'not-found'
  | 'conflict'
  | 'throttled'
  | 'unavailable'
  | 'misconfigured'
  | 'internal';

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'method-not-allowed': 405,
  'origin-not-allowed': 403,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'invalid-json': 400,
  'invalid-request': 400,
  'refused-by-service': 400,
  'not-found': 404,
  conflict: 409,
  throttled: 429,
  unavailable: 503,
  misconfigured: 500,
  internal: 500,
};

/** What an operator may read in the log about a refusal: names and ids, never a body, a token or a stack. */
export type LogDetail = Readonly<Record<string, string | number>>;

/** A request that is not served: a code, a sentence fit for the customer, and what the log may add. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** HTTP status that goes with the code. */
  readonly status: number;
  readonly logDetail: LogDetail;

  constructor(code: RefusalCode, message: string, logDetail: LogDetail = {}) {
    super(message);
    this.code = code;
    this.status = statusOf[code];
    this.logDetail = logDetail;
  }

  /** Seconds until another try makes sense, for the refusals that pass by themselves. */
  get retryAfterSeconds(): number | undefined {
    if (this.code === 'throttled') return 2;
    return this.code === 'unavailable' ? 5 : undefined;
  }
}
