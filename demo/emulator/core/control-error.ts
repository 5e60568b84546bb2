/** A control request that cannot be served. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409;
  readonly code: string;

  constructor(status: ControlError['status'], code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
