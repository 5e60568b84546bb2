import { html, nothing, type TemplateResult } from 'lit';
import type { LauncherStrings } from '../src/i18n/launcher-strings.js';

/** What the launcher shows. */
export interface LauncherState {
  readonly open: boolean;
  readonly unread: number;
  /** Accessible name, with the unread count in it. */
  readonly label: string;
  readonly onToggle: () => void;
  /** The visitor is about to open the chat. */
  readonly onIntent: () => void;
}

/**
 * The button that opens the chat. A template, not an element: it is all that a page loads before the chat is wanted. Its two icons are drawn here so
 * that the other icons stay out of that first load.
 */
export function launcherTemplate({ open, unread, label, onToggle, onIntent }: LauncherState): TemplateResult {
  return html`<div
    class="corner"
    role="presentation"
    @click=${onToggle}
    @pointerenter=${onIntent}
    @focusin=${onIntent}
  >
    <slot name="launcher"
      ><button
        type="button"
        class="launcher"
        part="launcher"
        aria-expanded=${open}
        aria-controls="frame"
        aria-label=${label}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path
            d=${
              open
                ? 'm5 7.75 5 5 5-5'
                : 'M7.5 3.75h5A4.75 4.75 0 0 1 17.25 8.5v6.25a1.5 1.5 0 0 1-1.5 1.5H7.5a4.75 4.75 0 0 1-4.75-4.75v-3A4.75 4.75 0 0 1 7.5 3.75ZM7 8.5h6M7 11.5h3.5'
            }
          />
        </svg>
        ${unread > 0 ? html`<span class="badge" part="badge" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}
      </button></slot
    >
  </div>`;
}

/** What stands in the panel's place when its code could not be fetched. While it is `trying` again it says nothing, so that a second failure is heard. */
export function troubleTemplate(
  words: LauncherStrings,
  trying: boolean,
  onAgain: () => void,
): TemplateResult {
  return html`<div class="trouble">
    <span role="alert">${trying ? nothing : words.notLoaded}</span>
    <button type="button" @click=${onAgain}>${words.loadAgain}</button>
  </div>`;
}
