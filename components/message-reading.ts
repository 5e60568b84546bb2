import type { LitElement, PropertyValues } from 'lit';
import type { Schedule } from '../src/controllers/schedule.js';
import { ScrollAnchorController } from '../src/controllers/scroll-anchor-controller.js';
import type { Entry, Snapshot } from '../src/engine/types.js';
import { MessageDividers, type News } from './message-dividers.js';
import { ListAttendEvent, ListOlderEvent, ListPlaceEvent } from './message-list-events.js';
import { MessagePlace, placeOf } from './message-place.js';
import type { Divider } from './message-rows.js';

/** What the list knows that matters to its reader. */
export interface ReadingHost extends LitElement, News {
  readonly entries: readonly Entry[];
  readonly history: Snapshot['history'];
  readonly place: string | undefined;
  readonly schedule: Schedule;
}

/** How near to the top, in px, the reader comes before more is fetched. */
const NEAR_TOP_PX = 300;

/** Keys that go towards the beginning. */
const UPWARD: ReadonlySet<string> = new Set(['Home', 'PageUp', 'ArrowUp']);

/**
 * What the reader of a message list does: whether they are at the end, where they rest, where news begins for them, and
 * when they want to read on into the past. Tells the list's listeners.
 */
export class MessageReading {
  readonly #host: ReadingHost;
  readonly #log: () => HTMLElement;
  readonly #scroll: ScrollAnchorController;
  readonly #dividers = new MessageDividers();
  readonly #place: MessagePlace;
  #told = { following: true, attending: false };
  /** More has been asked for since the reader came near the top. */
  #asked = false;

  /**
   * @param log - The element that scrolls.
   * @param content - Its only child.
   */
  constructor(host: ReadingHost, log: () => HTMLElement, content: () => HTMLElement) {
    this.#host = host;
    this.#log = log;
    this.#place = new MessagePlace((key) => host.dispatchEvent(new ListPlaceEvent(key)));
    this.#scroll = new ScrollAnchorController(host, {
      scroller: log,
      content,
      mark: () => this.#mark(),
      changed: () => this.#handleChange(),
      scrolled: () => this.#handleScroll(),
    });
  }

  /** The reader is at the end, and stays there. */
  get following(): boolean {
    return this.#scroll.following;
  }

  /** The divider above the entry with `key`. */
  dividerAbove(key: string): Divider | undefined {
    return this.#dividers.above(key);
  }

  /** Goes to the end with the next update of the list. */
  follow(): void {
    this.#scroll.follow();
  }

  /** To be called before the list renders. */
  willUpdate(changed: PropertyValues<ReadingHost>): void {
    const host = this.#host;
    this.#dividers.update(host);
    if (changed.has('history')) this.#asked = false;
    if (!host.hasUpdated) {
      this.#place.awaited = host.place;
      if (host.place !== undefined) this.#scroll.awaitMark();
    } else {
      // Whoever opens a panel with news in it wants the news.
      if (host.unread > 0 && !this.#scroll.visible) this.#place.awaited = undefined;
      if (changed.has('history')) this.#rescueFocus('.older button');
    }
  }

  /** To be called after the list has rendered. */
  updated(changed: PropertyValues<ReadingHost>): void {
    if (changed.has('firstMissed')) {
      this.#scroll.meetMark();
      if (this.#scroll.attending) this.#attend();
    }
    const { awaited } = this.#place;
    if (awaited === undefined || this.#host.history === 'unknown' || this.#mark()) return;
    // The place is further back than what has been fetched.
    this.#place.awaited = undefined;
    if (!this.#mark()) this.follow();
  }

  /** To be called for each key that is pressed in the log, once it has been acted on. */
  handleKeydown({ key }: KeyboardEvent): void {
    if (UPWARD.has(key) && this.#scroll.above < NEAR_TOP_PX) this.askForOlder();
  }

  /** Asks for what was said before; once per page. */
  askForOlder(): void {
    if (this.#asked || this.#host.history !== 'more') return;
    this.#asked = true;
    this.#host.dispatchEvent(new ListOlderEvent());
  }

  /** Where somebody who comes to look begins to read: where they were, or at the news. */
  #mark(): Element | null {
    const { awaited } = this.#place;
    const { entries, unread } = this.#host;
    if (awaited !== undefined) {
      const entry = entries.find(({ id, key }) => id === awaited || key === awaited);
      return entry ? this.#query(`[data-key="${CSS.escape(entry.key)}"]`) : null;
    }
    const key = this.#dividers.mark(unread);
    return key === undefined ? null : this.#query(`[data-above="${CSS.escape(key)}"]`);
  }

  #query(selector: string): Element | null {
    return this.#host.renderRoot.querySelector(selector);
  }

  #handleChange(): void {
    const host = this.#host;
    const { following, attending, visible } = this.#scroll;
    const told = this.#told;
    this.#told = { following, attending };
    if (following) this.#rescueFocus('.jump');
    if (!visible && host.unread === 0) this.#dividers.forget();
    if (following && !told.following) this.#keepPlace();
    if (attending) this.#attend(told.attending);
    else if (told.attending) host.dispatchEvent(new ListAttendEvent(false));
    host.requestUpdate();
  }

  /** The reader sees the end. What was missed counts as seen only when that is said after it has come. */
  #attend(told = false): void {
    this.#dividers.see();
    if (!told) this.#host.dispatchEvent(new ListAttendEvent(true));
  }

  #handleScroll(): void {
    this.#keepPlace();
    if (this.#scroll.above >= NEAR_TOP_PX) this.#asked = false;
    else if (!this.following) this.askForOlder();
  }

  #keepPlace(): void {
    const scroll = this.#scroll;
    const find = () => {
      if (scroll.following) return undefined;
      return scroll.visible ? placeOf(scroll.anchor, this.#host.entries) : null;
    };
    this.#place.move(find, this.#host.schedule);
  }

  /** What is about to go must not take the focus with it. */
  #rescueFocus(selector: string): void {
    if (this.#host.shadowRoot?.activeElement?.matches(selector)) this.#log().focus({ preventScroll: true });
  }
}
