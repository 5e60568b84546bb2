import type { LitElement, ReactiveController } from 'lit';

/** What can be open over the conversation. */
export type PanelLayer = 'menu' | 'end-dialog';

const tags = ['connect-chat-menu', 'connect-chat-end-dialog'] as const;

/** The code of the layers and of the screens of a chat that is over, or did not come about: until one begins none of it shows, so it comes later. */
async function loadLayers(): Promise<void> {
  if ([...tags, 'connect-chat-ended', 'connect-chat-start-error'].every((tag) => customElements.get(tag)))
    return;
  await Promise.all([
    import('./menu.js'),
    import('./end-dialog.js'),
    import('./ended.js'),
    import('./start-error.js'),
  ]);
}

/** Which layer of the panel is open. An opened layer gets the focus; where it goes afterwards is the caller's matter. */
export class PanelLayers implements ReactiveController {
  readonly #host: LitElement;
  #open: PanelLayer | undefined;
  #menuOpenAtPress = false;
  #ready: Promise<unknown> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether an element is, or was, one of the layers. */
  static isLayer(element: Element): boolean {
    return element.matches(tags.join());
  }

  /** Fetches the code of the layers before it is needed. Resolves when it is there, or cannot be had; then the next call tries again. */
  prepare(): Promise<unknown> {
    return (this.#ready ??= loadLayers().catch(() => (this.#ready = undefined)));
  }

  hostDisconnected(): void {
    this.close();
  }

  /** The open layer; there is at most one. */
  get current(): PanelLayer | undefined {
    return this.#open;
  }

  open(layer: PanelLayer): void {
    this.#set(layer);
    void this.#focus();
  }

  /** Returns whether anything was open. */
  close(): boolean {
    const wasOpen = this.#open !== undefined;
    this.#set(undefined);
    return wasOpen;
  }

  /** Call when the button of the menu is pressed, before its click. */
  press(): void {
    this.#menuOpenAtPress = this.#open === 'menu';
  }

  /** Opens or closes the menu. The press has taken the focus from an open menu, and so closed it: that counts as open. */
  toggleMenu(): void {
    const wasOpen = this.#menuOpenAtPress || this.#open === 'menu';
    this.#menuOpenAtPress = false;
    if (wasOpen) this.close();
    else this.open('menu');
  }

  #set(layer: PanelLayer | undefined): void {
    if (layer === this.#open) return;
    this.#open = layer;
    this.#host.requestUpdate();
  }

  async #focus(): Promise<void> {
    await this.prepare();
    await this.#host.updateComplete;
    const layer = this.#host.renderRoot.querySelector<LitElement>(tags.join());
    await layer?.updateComplete;
    layer?.focus();
  }
}
