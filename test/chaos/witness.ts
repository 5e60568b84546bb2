import type { Page } from './page.js';
import type { PostWatcher } from './page-transport.js';
import type { GivenReceipt } from './service.js';
import type { TabBus } from './tab-bus.js';

/** Notes what must never be posted. */
export class Witness implements PostWatcher {
  readonly violations = new Set<string>();
  readonly #bus: TabBus | undefined;
  readonly #isShared: boolean;
  readonly #tokens = new Map<string, string>();
  readonly #read = new Set<string>();
  readonly #answered = new Set<string>();

  constructor(bus: TabBus | undefined, isShared: boolean) {
    this.#bus = bus;
    this.#isShared = isShared;
  }

  posting(page: Page): void {
    if (this.#bus && !this.#bus.isOwner(page))
      this.violations.add('two tabs post: a tab posted without owning the chat');
  }

  receiptPosted({ messageId, kind, clientToken }: GivenReceipt): void {
    const intent = `${messageId} ${kind}`;
    if ((this.#tokens.get(intent) ?? clientToken) !== clientToken)
      this.violations.add(`receipt twice: "${kind}" was given with another client token`);
    this.#tokens.set(intent, clientToken);
    const alone = this.#bus !== undefined || !this.#isShared;
    if (alone && kind === 'delivered' && this.#read.has(messageId))
      this.violations.add('receipt order: "delivered" was given after "read"');
    // A tab that has slept through another's reign may not know what that one gave.
    if (!this.#isShared && this.#answered.has(intent))
      this.violations.add(`receipt again: "${kind}" was given though it had been taken`);
  }

  receiptAnswered({ messageId, kind }: GivenReceipt): void {
    this.#answered.add(`${messageId} ${kind}`);
    if (kind === 'read') this.#read.add(messageId);
  }
}
