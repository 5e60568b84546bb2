import { LitElement, html, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Announcement } from '../src/controllers/announcements.js';
import type { AnnouncerQueue, QueueWords } from '../src/controllers/announcer-queue.js';
import { scheduleWithTimeout, type Schedule } from '../src/controllers/schedule.js';
import type { ChatSession } from '../src/controllers/select-controller.js';
import { define } from '../src/define.js';
import type { Snapshot } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import type { Renderers } from '../src/message-renderer.js';
import styles from './announcer.styles.js';
import { nameOf, type ParticipantNames } from './avatar.js';

/** Screen readers drop what disappears while it waits to be spoken. */
const KEPT_MS = 10_000;

/**
 * The one voice of the chat for screen readers. Mount it with the panel and leave it there: a live region is heard only
 * if it was there before its words, which come with the code that finds them once something happens. It speaks of what
 * happens from then on, never of what was there already. Urgent is only what became of the customer's own doing.
 */
export class Announcer extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) session: ChatSession | undefined;

  @property({ attribute: false }) strings: Strings = english;

  @property({ attribute: false }) participantNames: ParticipantNames = {};

  /** The page's own ways to show messages, some of which say how they read. */
  @property({ attribute: false }) renderers: Renderers | undefined;

  /** BCP 47 tag for numbers. */
  @property() locale = 'en';

  /** Timers; a test passes its own. Taken when the element is connected. */
  @property({ attribute: false }) schedule: Schedule = scheduleWithTimeout;

  @query('[aria-live="polite"]') private readonly polite!: HTMLElement;
  @query('[aria-live="assertive"]') private readonly assertive!: HTMLElement;

  /** What words it is said in comes with the first thing to say. */
  #queue: AnnouncerQueue | undefined;
  #loading: Promise<void> | undefined;
  /** The step that has still to be spoken of. */
  #step: { readonly previous: Snapshot; readonly next: Snapshot } | undefined;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  protected override render() {
    return html`<div aria-live="polite"></div>
      <div aria-live="assertive"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#follow();
  }

  #follow(): void {
    this.#unfollow();
    this.#unsubscribe = this.session?.subscribe((next, previous) => {
      this.#step = { previous: this.#step?.previous ?? previous, next };
      if (this.#queue) this.#speak();
      else this.#loading ??= this.#load();
    });
  }

  /** A failed fetch is repeated with the next step, which then spans both. */
  async #load(): Promise<void> {
    const { AnnouncerQueue: Queue } = await import('../src/controllers/announcer-queue.js').catch(() => ({
      AnnouncerQueue: undefined,
    }));
    this.#loading = undefined;
    if (!Queue) return;
    this.#queue = new Queue(
      (announcement) => this.#say(announcement),
      (callback, delayMs) => this.schedule(callback, delayMs),
    );
    this.#speak();
  }

  #speak(): void {
    if (this.#step) this.#queue?.step(this.#step.previous, this.#step.next, this.#words());
    this.#step = undefined;
  }

  #unfollow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#step = undefined;
    this.#queue?.stop();
  }

  #words(): QueueWords {
    const { strings, locale, participantNames, renderers } = this;
    return { strings, locale, renderers, nameOf: (who) => nameOf(who, participantNames, strings) };
  }

  #say({ kind, text }: Announcement): void {
    const line = document.createElement('p');
    line.textContent = text;
    (kind === 'failure' ? this.assertive : this.polite).append(line);
    this.schedule(() => line.remove(), KEPT_MS);
  }
}

define('connect-chat-announcer', Announcer);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-announcer': Announcer;
  }
}
