import type { LitElement, ReactiveController } from 'lit';
import type { OpenReason } from '../events.js';

/** What can be opened and closed. `focus()` goes to the panel while it is open, else to the launcher. */
export interface OpeningHost extends LitElement {
  readonly floating: boolean;
  open: boolean;
  tell(
    name: 'before-open' | 'before-close' | 'open' | 'close',
    detail: { readonly reason: OpenReason },
    cancelable?: boolean,
  ): boolean;
}

/** Opening and closing: who did it, how it looks on the way, where the focus goes, and when the page hears of it. */
export class OpeningController implements ReactiveController {
  /** What the panel is just doing. */
  motion: '' | 'opening' | 'closing' = '';

  readonly #host: OpeningHost;
  readonly #arrival: () => Promise<unknown>;
  #reason: OpenReason = 'property';
  #opener: HTMLElement | undefined;
  #wasOpen: boolean | undefined;
  #told = Promise.resolve();

  /** @param arrival - Resolves when the panel is there to be seen. */
  constructor(host: OpeningHost, arrival: () => Promise<unknown>) {
    this.#host = host;
    this.#arrival = arrival;
    host.addController(this);
  }

  /** Opens or closes, unless the page objects. */
  ask(open: boolean, reason: OpenReason): void {
    const host = this.#host;
    if (open === host.open || !host.floating) return;
    if (!host.tell(open ? 'before-open' : 'before-close', { reason }, true)) return;
    this.#reason = reason;
    host.open = open;
  }

  /** The launcher was pressed. Who presses it stays there, whatever opened the panel. */
  press(): void {
    this.#opener = undefined;
    this.ask(!this.#host.open, 'user');
  }

  /** An animation of the panel has ended. */
  settle(): void {
    this.motion = '';
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { open } = this.#host;
    if (!this.#isTurned) return;
    this.motion = open ? 'opening' : 'closing';
    if (open) this.#opener = focusedElement();
  }

  hostUpdated(): void {
    const host = this.#host;
    const { open } = host;
    const turned = this.#isTurned;
    const reason = this.#reason;
    this.#wasOpen = open;
    this.#reason = 'property';
    // Reduced motion leaves nothing to wait for.
    if (this.motion && !host.renderRoot.querySelector('.frame')?.getAnimations().length) this.settle();
    if (!turned) return;
    if (open && reason === 'user') host.focus();
    if (!open && (reason === 'user' || host.matches(':focus-within'))) this.#returnFocus();
    this.#told = this.#told.then(() => this.#tell(open, reason));
  }

  /** The first rendering is nobody's opening, and neither is a change that was taken back at once. */
  get #isTurned(): boolean {
    return this.#host.floating && this.#wasOpen === !this.#host.open;
  }

  /** Goes to whatever opened the panel; to the launcher if that cannot take it. */
  #returnFocus(): void {
    this.#opener?.focus();
    if (!this.#opener || focusedElement() !== this.#opener) this.#host.focus();
  }

  async #tell(open: boolean, reason: OpenReason): Promise<void> {
    await this.#arrival();
    await this.#host.updateComplete;
    // The first frame is being painted by the time of the second.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => this.#host.tell(open ? 'open' : 'close', { reason })),
    );
  }
}

/** What has the focus, in whichever shadow root. */
function focusedElement(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : undefined;
}
