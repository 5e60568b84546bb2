import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the controller needs to know of its host. */
export interface ScrollAnchorOptions {
  /** The element that scrolls. */
  readonly scroller: () => HTMLElement;
  /**
   * Its only child, which grows: lists of things to hold on to (`children` of `children`). What has `data-loose`, list or
   * thing, is passed over: it may go at any time.
   */
  readonly content: () => HTMLElement;
  /** Where somebody who comes to look should begin to read, if not at the end. */
  readonly mark: () => Element | null;
  /** Told when `following`, `attending` or `visible` has changed. */
  readonly changed: () => void;
  /** Told when the reader has scrolled. */
  readonly scrolled: () => void;
}

/** This near to the end, in px, counts as at the end. */
const NEAR_PX = 32;

/**
 * The scroll rules of a conversation: whoever sends goes to the end; whoever is at the end follows it; whoever comes to
 * look at more news than fits begins at its mark; for everybody else nothing moves, whatever grows or shrinks above. All
 * corrections are made once per frame, after layout and before painting, and nothing but the given element is ever
 * scrolled.
 */
export class ScrollAnchorController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ScrollAnchorOptions;
  readonly #sizes = new ResizeObserver(() => this.#settle());
  #observed: HTMLElement | undefined;
  /** What is held in its place: the end, the mark (or where it will be), or what the reader looks at. */
  #held: 'end' | 'mark' | 'anchor' = 'end';
  #visible = false;
  #reported = { following: true, attending: false, visible: false };
  /** Where the reader was when last looked at: the topmost thing in view, and how far below the edge it began. */
  #anchor: { readonly element: Element; readonly top: number } | undefined;
  #scrollTop = 0;
  #room = 0;
  #sendToEnd = false;

  constructor(host: ReactiveControllerHost, options: ScrollAnchorOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The reader is at the end, and stays there. */
  get following(): boolean {
    return this.#held === 'end';
  }

  /** The end is on the screen of somebody who may be looking. */
  get attending(): boolean {
    return this.following && this.#looked;
  }

  /** The scroller takes up room on the page; a closed panel does not. */
  get visible(): boolean {
    return this.#visible;
  }

  /** The topmost thing in view; undefined at the end. */
  get anchor(): Element | undefined {
    return this.#anchor?.element;
  }

  /** How far the reader could still scroll up, in px. */
  get above(): number {
    return this.#options.scroller().scrollTop;
  }

  /** Goes to the end with the host's next update and stays there. */
  follow(): void {
    this.#sendToEnd = true;
    this.#host.requestUpdate();
  }

  /** Holds the mark at the top, or waits for it, until the reader scrolls. */
  awaitMark(): void {
    this.#held = 'mark';
  }

  /** There is a new mark. Whoever follows the end of more than fits under it begins to read there. */
  meetMark(): void {
    if (this.#held !== 'end' || !this.#looked) return;
    this.#holdMark();
    this.#settle();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibilityChange);
    if (this.#observed) this.#observe();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibilityChange);
    this.#sizes.disconnect();
    this.#visible = false;
    this.#report();
  }

  hostUpdated(): void {
    if (!this.#observed) this.#observe();
    if (!this.#sendToEnd) return;
    this.#sendToEnd = false;
    this.#held = 'end';
    this.#report();
    this.#settle();
  }

  /** To be called for each `scroll` event of the scroller. */
  readonly handleScroll = (): void => {
    const scroller = this.#options.scroller();
    const moved = scroller.scrollTop - this.#scrollTop;
    // What a correction did has been seen to.
    if (Math.abs(moved) < 1) return;
    // Something has come and gone below, and the browser has moved the reader: that is no going up.
    if (this.#held === 'end' && roomOf(scroller) !== this.#room) return this.#settle();
    const shift = this.#anchor?.element.isConnected ? this.#drift(scroller) + moved : 0;
    if (Math.abs(shift) >= 1) {
      // What is above has grown or shrunk meanwhile, and may have left so little that the browser moved the reader.
      if (toEnd(scroller) < 1) return this.#settle();
      scroller.scrollTop += shift;
    }
    // Only going up leaves the end: being further from it may as well mean that something has just been added below.
    if (toEnd(scroller) <= NEAR_PX) this.#held = 'end';
    else if (this.#held !== 'end' || moved < 0) this.#held = 'anchor';
    this.#remember();
    this.#report();
    this.#options.scrolled();
  };

  /** Somebody may be looking at it. */
  get #looked(): boolean {
    return this.#visible && document.visibilityState === 'visible';
  }

  #observe(): void {
    this.#observed = this.#options.scroller();
    this.#observed.addEventListener('scroll', this.handleScroll, { passive: true });
    this.#sizes.observe(this.#observed);
    this.#sizes.observe(this.#options.content());
  }

  #settle(): void {
    const scroller = this.#options.scroller();
    const hidden = !this.#visible;
    this.#visible = scroller.clientHeight > 0;
    if (this.#visible) {
      if (hidden) this.#holdMark();
      const correction = this.#correction(scroller);
      if (Math.abs(correction) >= 1) scroller.scrollTop += correction;
      // There may be no more below what is held than fits.
      if (toEnd(scroller) < 1 && (this.#held === 'anchor' || this.#options.mark())) this.#held = 'end';
      this.#remember();
    }
    this.#report();
  }

  /** Begins at the mark, if there is one and what follows it does not fit. */
  #holdMark(): void {
    const mark = this.#options.mark();
    if (!mark || this.#held === 'mark') return;
    const scroller = this.#options.scroller();
    const rest = scroller.scrollHeight - scroller.scrollTop - topOf(mark, scroller);
    this.#held = rest > scroller.clientHeight ? 'mark' : 'end';
  }

  /** By how much the scroller has to be scrolled for what is held to be in its place. */
  #correction(scroller: HTMLElement): number {
    if (this.#held === 'end') return toEnd(scroller);
    const mark = this.#held === 'mark' ? this.#options.mark() : null;
    if (mark) return topOf(mark, scroller) - Number.parseFloat(getComputedStyle(scroller).paddingBlockStart);
    return this.#drift(scroller);
  }

  /** How far what the reader looks at has moved since. */
  #drift(scroller: HTMLElement): number {
    if (!this.#anchor?.element.isConnected) return 0;
    return topOf(this.#anchor.element, scroller) - this.#anchor.top;
  }

  #remember(): void {
    const scroller = this.#options.scroller();
    this.#scrollTop = scroller.scrollTop;
    this.#room = roomOf(scroller);
    if (this.#held === 'end') {
      this.#anchor = undefined;
      return;
    }
    const element = this.#topmost(scroller.getBoundingClientRect().top);
    this.#anchor = element && { element, top: topOf(element, scroller) };
  }

  #topmost(edge: number): Element | undefined {
    let list: Element | null | undefined = firstBelow(this.#options.content().children, edge);
    for (; list; list = list.nextElementSibling) {
      // A list that has not been laid out yet may reach below the edge with nothing that does.
      let element = isLoose(list) ? null : (firstBelow(list.children, edge) ?? null);
      while (element && isLoose(element)) element = element.nextElementSibling;
      if (element) return element;
    }
    return undefined;
  }

  readonly #handleVisibilityChange = (): void => {
    this.meetMark();
    this.#report();
  };

  #report(): void {
    const { following, attending, visible } = this;
    const before = this.#reported;
    if (following === before.following && attending === before.attending && visible === before.visible)
      return;
    this.#reported = { following, attending, visible };
    this.#options.changed();
  }
}

const isLoose = (element: Element) => element.matches('[data-loose]');

/** How far can be scrolled at all, in px. */
const roomOf = ({ scrollHeight, clientHeight }: Element): number => scrollHeight - clientHeight;

const toEnd = (scroller: Element): number => roomOf(scroller) - scroller.scrollTop;

/** How far `element` begins below the top of `scroller`, in px of layout. */
function topOf(element: Element, scroller: HTMLElement): number {
  const box = scroller.getBoundingClientRect();
  const top = element.getBoundingClientRect().top - box.top;
  const scale = box.height / scroller.offsetHeight;
  // A panel on its way in is drawn smaller than it is. The height in whole px is too coarse to tell less.
  return Math.abs(scale - 1) < 0.005 ? top : top / scale;
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
