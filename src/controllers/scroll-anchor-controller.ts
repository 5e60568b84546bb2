import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the controller needs to know of its host. */
export interface ScrollAnchorOptions {
  /** The element that scrolls. */
  readonly scroller: () => HTMLElement;
  /** Its only child, which grows: lists of things to hold on to (`children` of `children`). */
  readonly content: () => HTMLElement;
  /** Told when `following` or `attending` has changed. */
  readonly changed: () => void;
}

/** This near to the end, in px, counts as at the end. */
const NEAR_PX = 32;

/**
 * The three scroll rules of a conversation: whoever sends goes to the end; whoever is at the end follows it; for everybody
 * else nothing moves, whatever grows or shrinks above. All corrections are made once per frame, after layout and before
 * painting, and nothing but the given element is ever scrolled.
 */
export class ScrollAnchorController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ScrollAnchorOptions;
  readonly #sizes = new ResizeObserver(() => this.#settle());
  #observed: HTMLElement | undefined;
  #following = true;
  #attending = false;
  #visible = false;
  /** Where the reader was when last looked at: the topmost thing in view, and how far below the edge it began. */
  #anchor: { readonly element: Element; readonly top: number } | undefined;
  #scrollTop = 0;
  #sendToEnd = false;

  constructor(host: ReactiveControllerHost, options: ScrollAnchorOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The reader is at the end, and stays there. */
  get following(): boolean {
    return this.#following;
  }

  /** The end is on the screen of somebody who may be looking. */
  get attending(): boolean {
    return this.#attending;
  }

  /** The scroller takes up room on the page; a closed panel does not. */
  get visible(): boolean {
    return this.#visible;
  }

  /** Goes to the end with the host's next update and stays there. */
  follow(): void {
    this.#sendToEnd = true;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibilityChange);
    if (this.#observed) this.#observe();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibilityChange);
    this.#sizes.disconnect();
    this.#visible = false;
    this.#update(this.#following);
  }

  hostUpdated(): void {
    if (!this.#observed) this.#observe();
    if (!this.#sendToEnd) return;
    this.#sendToEnd = false;
    this.#update(true);
    this.#settle();
  }

  /** To be called for each `scroll` event of the scroller. */
  readonly handleScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.#options.scroller();
    const near = scrollHeight - clientHeight - scrollTop <= NEAR_PX;
    // Only going up leaves the end: being further from it may as well mean that something has just been added below.
    const left = !near && scrollTop < this.#scrollTop - 1;
    this.#update(near || (this.#following && !left));
    this.#remember();
  };

  #observe(): void {
    this.#observed = this.#options.scroller();
    this.#observed.addEventListener('scroll', this.handleScroll, { passive: true });
    this.#sizes.observe(this.#observed);
    this.#sizes.observe(this.#options.content());
  }

  #settle(): void {
    const scroller = this.#options.scroller();
    this.#visible = scroller.clientHeight > 0;
    if (this.#visible) {
      const correction = this.#following
        ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
        : this.#drift(scroller);
      if (Math.abs(correction) >= 1) scroller.scrollTop += correction;
      this.#remember();
    }
    this.#update(this.#following);
  }

  /** How far what the reader looks at has moved since. */
  #drift(scroller: HTMLElement): number {
    if (!this.#anchor?.element.isConnected) return 0;
    return topOf(this.#anchor.element, scroller) - this.#anchor.top;
  }

  #remember(): void {
    const scroller = this.#options.scroller();
    this.#scrollTop = scroller.scrollTop;
    if (this.#following) {
      this.#anchor = undefined;
      return;
    }
    const edge = scroller.getBoundingClientRect().top;
    const chunk = firstBelow(this.#options.content().children, edge);
    const element = chunk && (firstBelow(chunk.children, edge) ?? chunk);
    this.#anchor = element && { element, top: topOf(element, scroller) };
  }

  readonly #handleVisibilityChange = (): void => this.#update(this.#following);

  #update(following: boolean): void {
    const attending = following && this.#visible && document.visibilityState === 'visible';
    if (following === this.#following && attending === this.#attending) return;
    this.#following = following;
    this.#attending = attending;
    this.#options.changed();
  }
}

function topOf(element: Element, scroller: Element): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** The first of `elements`, which are one below the other, that ends below `edge`. */
function firstBelow(elements: HTMLCollection, edge: number): Element | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}
