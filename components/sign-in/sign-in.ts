import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { SignInRequest } from '../../src/content/sign-in.js';
import { signInSource } from '../../src/content/sign-in-source.js';
import { scheduleWithTimeout, type Schedule } from '../../src/controllers/schedule.js';
import { define } from '../../src/define.js';
import type { AuthenticationState } from '../../src/engine/types.js';
import { signInEnglish, type SignInStrings } from '../../src/i18n/sign-in-strings.js';
import { english, type Strings } from '../../src/i18n/strings.js';
import type { CardHost } from '../card-host.js';
import { each } from '../each.js';
import foundation from '../foundation.styles.js';
import { icon } from '../more-icons.js';
import { signInBrowser, type SignInBrowser } from './sign-in-browser.js';
import { SignInFlow } from './sign-in-flow.js';
import { viewOf, type SignInStep, type SignInView } from './sign-in-step.js';
import { wordsOf, type SignInAction, type SignInWords } from './sign-in-words.js';
import styles from './sign-in.styles.js';

/**
 * The card with which a customer signs in. It is one card for the whole sign-in and changes its state; it never moves the focus, except off a button
 * that goes away under it.
 *
 * @csspart card - The card.
 */
export class SignIn extends LitElement {
  static override styles = [foundation, styles];

  /** What is asked for. A card is for one request. */
  @property({ attribute: false }) request: SignInRequest | undefined;

  /** The service's word on how it went. */
  @property() outcome: AuthenticationState | undefined;

  /** Set once the chat is over. */
  @property({ type: Boolean }) closed = false;

  /** The way to the chat and the service; without it the card can only be read. */
  @property({ attribute: false }) cards: CardHost | undefined;

  @property({ attribute: false }) strings: Strings & SignInStrings = { ...english, ...signInEnglish };

  /** Taken when the card is connected. Tests pass their own. */
  @property({ attribute: false }) browser: SignInBrowser = signInBrowser;

  /** Taken when the card is connected. Tests pass their own. */
  @property({ attribute: false }) schedule: Schedule = scheduleWithTimeout;

  @state() private step: SignInStep = { phase: 'prompt' };

  @query('.card') private readonly box!: HTMLElement;

  #flow: SignInFlow | undefined;
  #focused = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the list disconnects and connects in one task; only a real removal gives the sign-in up here.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#flow?.stop(false);
      this.#flow = undefined;
      this.step = { phase: 'prompt' };
    });
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement instanceof HTMLElement;
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const words = wordsOf(view, this.strings);
    const over = words.actions.length === 0 && words.mark.icon !== 'spinner';
    return html`<div class="card ${over ? 'card--over' : ''}" part="card" tabindex="-1">
      ${markTemplate(words.mark)}
      <div role="status">
        <p class="title">${words.title}</p>
        ${words.text === '' ? nothing : html`<p class="text ${words.trouble ? 'text--trouble' : ''}">${words.text}</p>`}
      </div>
      ${
        words.actions.length === 0
          ? nothing
          : html`<div class="actions">
              ${each(
                words.actions,
                (action) => action,
                (action) => this.#actionTemplate(action, view),
              )}
            </div>`
      }
    </div>`;
  }

  protected override updated(_: PropertyValues<this>): void {
    this.#follow();
    // The button that was pressed is gone; the card goes on from there.
    if (this.#focused && !this.shadowRoot?.activeElement) this.box.focus({ preventScroll: true });
  }

  get #view(): SignInView {
    return viewOf(this.step, this.outcome, this.closed);
  }

  /** A sign-in runs for as long as there is something to be done about it. */
  #follow(): void {
    const over = this.outcome !== undefined || this.closed;
    if (over) {
      this.#flow?.stop(true);
      this.#flow = undefined;
    } else if (!this.#flow && this.isConnected && this.request && this.cards) {
      const { request, cards, browser, schedule } = this;
      this.#flow = new SignInFlow({
        request,
        cards,
        browser,
        schedule,
        moved: (step) => (this.step = step),
      });
      void this.#flow.begin();
    }
  }

  #actionTemplate(action: SignInAction, view: SignInView): TemplateResult {
    const { strings } = this;
    if (action === 'link')
      return html`<a
        class="button button--primary"
        href=${view.phase === 'blocked' ? view.url : nothing}
        target=${signInSource}
        rel="opener"
        @click=${() => this.#flow?.follow()}
        >${strings.signInLink}${icon('external', 16)}</a
      >`;
    const [label, look, act] = {
      start: [strings.signInButton, 'primary', () => this.#flow?.start()],
      retry: [strings.tryAgain, 'primary', () => this.#flow?.start()],
      again: [strings.signInAgain, 'secondary', () => this.#flow?.start()],
      skip: [strings.signInSkip, 'ghost', () => this.#flow?.cancel()],
      cancel: [strings.signInCancel, 'ghost', () => this.#flow?.cancel()],
    }[action] as [string, string, () => Promise<void> | undefined];
    return html`<button type="button" class="button button--${look}" @click=${() => void act()}>
      ${label}
    </button>`;
  }
}

function markTemplate({ icon: name, tone }: SignInWords['mark']): TemplateResult {
  const drawing = name === 'spinner' ? html`<span class="spinner"></span>` : icon(name);
  return html`<span class="mark mark--${tone}" aria-hidden="true">${drawing}</span>`;
}

define('connect-chat-sign-in', SignIn);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-sign-in': SignIn;
  }
}
