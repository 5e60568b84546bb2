import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { scheduleWithTimeout, type Schedule } from '../src/controllers/schedule.js';
import { systemLine } from '../src/controllers/system-line.js';
import { define } from '../src/define.js';
import type { Entry, Participant, Snapshot } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import type { Avatars, ParticipantNames } from './avatar.js';
import type { CardHost } from './card-host.js';
import { CardKits, isMarkdown, kitOf } from './card-kits.js';
import { each } from './each.js';
import foundation from './foundation.styles.js';
import contentStyles from './message-content.styles.js';
import { jumpTemplate, olderTemplate, startingTemplate, typingTemplate } from './log-templates.js';
import { ListDiscardEvent, ListRefuseEvent, ListRetryEvent } from './message-list-events.js';
import styles from './message-list.styles.js';
import { MessageMarkdown } from './message-markdown.js';
import { navigateMessages } from './message-navigation.js';
import { MessageReading, type ReadingHost } from './message-reading.js';
import { MessageRows, type Chunk } from './message-rows.js';
import { chunkTemplate } from './message-templates.js';
import { speakerOf, toolsFor, type MessageTools } from './message-tools.js';

/**
 * The conversation. It scrolls, groups and shows; what is said and how far it has come it is told. A message is a template
 * in this shadow root, not an element, so that a long transcript stays cheap.
 *
 * @fires {ListRetryEvent} list-retry - A message that was not sent should be tried again.
 * @fires {ListDiscardEvent} list-discard - A message that was not sent should be taken away.
 * @fires {ListAttendEvent} list-attend - The reader has come to the end, or is there no longer.
 * @fires {ListOlderEvent} list-older - The reader has come near the beginning of what is known.
 * @fires {ListPlaceEvent} list-place - The reader rests somewhere.
 * @fires {ListRefuseEvent} list-refuse - Formatted messages can only be shown as plain text on this page; said once.
 *
 * @csspart log - The scrolling area.
 * @csspart message - One message with picture, name and status.
 * @csspart message-own - The same, by the customer.
 * @csspart message-bot - The same, by a machine.
 * @csspart avatar - Picture of a speaker.
 * @csspart name - Line with name, chip and time.
 * @csspart chip - The word "Bot".
 * @csspart time - A time of day.
 * @csspart bubble - The words of a message.
 * @csspart card - A list, times, a panel, or what stands for a message that can only be shown in part.
 * @csspart card-option - One line of a list.
 * @csspart quick-reply - A quick reply.
 * @csspart time-slot - A time to choose.
 * @csspart attachment - A file.
 * @csspart status - How far an own message has come.
 * @csspart day - Separator between days.
 * @csspart divider - Line above the first message that is unread or was missed.
 * @csspart older - Button that fetches what was said before, or the news that it is on its way.
 * @csspart system-line - Who came, left, ended the chat.
 * @csspart typing - Somebody is writing.
 * @csspart jump - Button that goes to the end.
 */
export class MessageList extends LitElement implements ReadingHost {
  static override styles = [foundation, styles, contentStyles];

  /** In the order of time. */
  @property({ attribute: false }) entries: readonly Entry[] = [];

  @property({ attribute: false }) participants: readonly Participant[] = [];

  /** Key of the entry that was last written here: whoever writes goes to the end. */
  @property() sent: string | undefined;

  /** Entries of others that arrived while the reader was not at the end. */
  @property({ type: Number }) unread = 0;

  /** Key of the entry that the "New" divider stands above. */
  @property() firstUnread: string | undefined;

  /** Key of the entry that the "While you were away" divider stands above. */
  @property() firstMissed: string | undefined;

  /** Whether there is more above the first entry that could be fetched now. */
  @property() history: Snapshot['history'] = 'unknown';

  /** Key of the entry at which the reader was when the page went. Taken at the first rendering. */
  @property() place: string | undefined;

  @property({ attribute: false }) avatars: Avatars = {};

  @property({ attribute: false }) participantNames: ParticipantNames = {};

  /** BCP 47 tag for times and numbers. */
  @property() locale = 'en';

  /** Set if messages in markdown are shown with their formatting. */
  @property({ type: Boolean }) markdown = false;

  /** What cards can do; without it they can only be read. */
  @property({ attribute: false }) cards: CardHost | undefined;

  /** Set once the chat is over: nothing can be answered any more. */
  @property({ type: Boolean }) closed = false;

  /** Set while the chat is being started. */
  @property({ type: Boolean }) starting = false;

  @property({ attribute: false }) strings: Strings = english;

  /** Timers; a test passes its own. */
  @property({ attribute: false }) schedule: Schedule = scheduleWithTimeout;

  @query('.log') private readonly log!: HTMLElement;
  @query('.content') private readonly content!: HTMLElement;

  readonly #rows = new MessageRows();
  readonly #kits = new CardKits(this);
  readonly #markdown = new MessageMarkdown(this, (reason) => this.dispatchEvent(new ListRefuseEvent(reason)));
  readonly #reading: MessageReading = new MessageReading(
    this,
    () => this.log,
    () => this.content,
  );
  #chunks: readonly Chunk[] = [];
  #tools: MessageTools | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#reading.willUpdate(changed);
    if (changed.has('entries')) this.#handleEntries();
    if (this.cards?.renderers) this.#kits.fetch('custom');
    if (this.hasUpdated && changed.has('sent')) this.#reading.follow();
    const { strings, locale, avatars, participantNames, cards, closed } = this;
    const markdown = this.markdown ? this.#markdown.renderer : undefined;
    const kits = this.#kits.loaded;
    const settings = { strings, locale, avatars, participantNames, markdown, kits, cards, closed };
    const tools = toolsFor(settings, this.#tools);
    const shown = kits.interactive?.arrange?.(this.entries, tools) ?? this.entries;
    this.#chunks = this.#rows.update(shown, {
      day: (time) => tools.formats.day(time),
      speaker: (entry) => speakerOf(entry, tools),
      hidden: (entry) => entry.kind === 'event' && systemLine(entry, strings) === '',
      divider: (key) => this.#reading.dividerAbove(key),
      answerable: isAnswerable,
      view: (entry) => !entry.own && kitOf(entry) === 'view',
    });
    this.#tools = tools;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#reading.updated(changed);
  }

  protected override render() {
    const tools = this.#tools;
    if (tools === undefined) return nothing;
    return html`
      <div
        class="log"
        part="log"
        role="log"
        aria-live="off"
        aria-label=${this.strings.log}
        tabindex="0"
        @keydown=${this.#handleKeydown}
        @click=${this.#handleClick}
        @animationend=${this.#handleAnimationEnd}
      >
        <div class="content">
          ${olderTemplate(this.history, tools, this.#handleOlderClick)}
          ${each(
            this.#chunks,
            ({ key }) => key,
            ({ rows }, index) => chunkTemplate(rows, index < this.#chunks.length - 1, tools),
          )}
          <div class="tail">
            ${this.starting ? startingTemplate(tools) : nothing}
            ${each(
              this.participants.filter(({ typing, role }) => typing && role !== 'customer'),
              ({ id }) => id,
              (writer) => typingTemplate(writer, tools),
            )}
          </div>
        </div>
      </div>
      ${this.#reading.following || this.entries.length === 0 ? nothing : jumpTemplate(this, this.#handleJumpClick)}
    `;
  }

  #handleEntries(): void {
    if (this.markdown && this.entries.some(isMarkdown)) this.#markdown.request();
    this.#kits.request(this.entries);
  }

  readonly #handleJumpClick = (): void => this.#reading.follow();

  readonly #handleOlderClick = (): void => this.#reading.askForOlder();

  #handleKeydown(event: KeyboardEvent): void {
    navigateMessages(event, this.log);
    this.#reading.handleKeydown(event);
  }

  #handleClick(event: Event): void {
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    const message = (event.target as Element).closest<HTMLElement>('[data-key]');
    const key = message?.dataset.key;
    if (action === undefined || key === undefined) return;
    // Either button goes away with its press.
    (action === 'retry' ? message : this.log)?.focus({ preventScroll: true });
    this.dispatchEvent(action === 'retry' ? new ListRetryEvent(key) : new ListDiscardEvent(key));
  }

  /** What has arrived must not arrive once more when the log is hidden and shown again. */
  #handleAnimationEnd({ target, animationName }: AnimationEvent): void {
    if (animationName === 'rise' || animationName === 'fade') (target as Element).removeAttribute('data-new');
  }
}

const isAnswerable = (entry: Entry): boolean => !entry.own && kitOf(entry) !== undefined;

define('connect-chat-message-list', MessageList);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-message-list': MessageList;
  }
}
