import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../src/define.js';
import { english, type Strings } from '../src/i18n/strings.js';
import styles from './banner.styles.js';
import type { ConnectionNotice } from './connection-banner.js';
import foundation from './foundation.styles.js';
import { icon } from './icons.js';

/**
 * One line under the header about the connection. It is not a live region: the panel's announcer says the same.
 *
 * @csspart banner - The line.
 */
export class Banner extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** What to say; `undefined` says nothing and takes no room. */
  @property({ attribute: false }) notice: ConnectionNotice | undefined;

  protected override render() {
    const { strings } = this;
    switch (this.notice) {
      case 'offline':
        return html`<p class="banner banner--warning" part="banner">
          ${icon('offline', 16)}<span>${strings.offline}</span>
        </p>`;
      case 'reconnecting':
        return html`<p class="banner" part="banner">
          <span class="spinner"></span><span>${strings.reconnecting}</span>
        </p>`;
      case 'restored':
        return html`<p class="banner banner--success" part="banner">
          ${icon('check', 16)}<span>${strings.backOnline}</span>
        </p>`;
      case undefined:
        return nothing;
    }
  }
}

define('connect-chat-banner', Banner);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-banner': Banner;
  }
}
