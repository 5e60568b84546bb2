import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows whether anything is in the named slots of its host. A slot that is only handed on from outside counts as empty
 * until somebody fills it there; the browser would not show the fallback content of a slot in that case.
 */
export class SlotController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #filled: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the page has put something into the slot. */
  has(name: string): boolean {
    return this.#filled.has(name);
  }

  hostConnected(): void {
    this.#host.shadowRoot?.addEventListener('slotchange', this.#read);
  }

  hostDisconnected(): void {
    this.#host.shadowRoot?.removeEventListener('slotchange', this.#read);
  }

  hostUpdated(): void {
    this.#read();
  }

  readonly #read = (): void => {
    const slots = this.#host.shadowRoot?.querySelectorAll('slot') ?? [];
    const filled = new Set<string>();
    for (const slot of slots) if (slot.assignedNodes({ flatten: true }).length > 0) filled.add(slot.name);
    const same = filled.size === this.#filled.size && [...filled].every((name) => this.#filled.has(name));
    if (same) return;
    this.#filled = filled;
    this.#host.requestUpdate();
  };
}
