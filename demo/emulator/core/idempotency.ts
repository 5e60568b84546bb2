/**
 * Remembers what was answered to a request that carried a client token. The key includes the whole body: published
 * clients reuse a constant token for different receipts, and those must not swallow each other.
 */
export class Idempotency<T> {
  readonly #answers = new Map<string, T>();

  /** The answer given before to the same request, or the one `perform` gives now. Without a token nothing is remembered. */
  once(
    caller: string,
    operation: string,
    clientToken: string | undefined,
    body: unknown,
    perform: () => T,
  ): T {
    if (clientToken === undefined) return perform();
    const key = JSON.stringify([caller, operation, clientToken, body]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = perform();
    this.#answers.set(key, answer);
    return answer;
  }
}
