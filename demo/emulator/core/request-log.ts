import type { Contact } from './contact.js';
import type { Clock } from './ports.js';

/** One request the service received. */
export interface LoggedRequest {
  readonly operation: string;
  /** The parsed body, or its text where that is not JSON. Credentials travel in headers, which are not kept. */
  readonly body: unknown;
  /** When it arrived. */
  readonly time: string;
  /** What the client got: an HTTP status, or 0 if the connection was reset. Absent while under way. */
  status?: number;
  /** Whose request it was, as far as its token told. */
  contact?: Contact | undefined;
}

/** Every request the service received, in order of arrival. */
export class RequestLog {
  readonly #clock: Clock;
  readonly #requests: LoggedRequest[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes a request; the caller fills in the status when it answers. */
  arrive(operation: string, body: unknown, contact: Contact | undefined): LoggedRequest {
    const request: LoggedRequest = {
      operation,
      body,
      time: this.#clock.iso(this.#clock.now()),
      contact,
    };
    this.#requests.push(request);
    return request;
  }

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }
}
