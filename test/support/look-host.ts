import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import '../../components/panel.js';
import type { Avatars, ParticipantNames } from '../../components/avatar.js';
import { panelParts } from '../../components/parts.js';
import tokens from '../../src/connect-chat.styles.js';
import type { ChatSession } from '../../src/controllers/select-controller.js';
import { english, type Strings } from '../../src/i18n/strings.js';

/** Stands in for `<connect-chat>`: tokens and slots, without an engine. */
export class LookHost extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        inline-size: 400px;
        block-size: 640px;
      }
      div {
        block-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) session!: ChatSession;
  @property({ attribute: false }) strings: Strings = english;
  @property({ attribute: false }) avatars: Avatars = {};
  @property({ attribute: false }) participantNames: ParticipantNames = {};
  @property() heading = '';
  @property() locale = 'en-GB';
  @property({ type: Boolean }) floating = false;
  @property({ type: Boolean }) confirmEndDisabled = false;
  @property({ type: Number }) maxMessageBytes = 16_384;
  @property({ type: Boolean }) formatting = false;

  protected override render() {
    const slots = [
      'header',
      'header-actions',
      'empty',
      'unavailable',
      'composer-start',
      'composer-end',
      'ended',
    ];
    return html`<div lang=${this.locale}>
      <connect-chat-panel
        exportparts=${panelParts}
        .session=${this.session}
        .strings=${this.strings}
        .heading=${this.heading}
        .locale=${this.locale}
        .floating=${this.floating}
        .avatars=${this.avatars}
        .participantNames=${this.participantNames}
        .maxMessageBytes=${this.maxMessageBytes}
        .formatting=${this.formatting}
        .confirmEndDisabled=${this.confirmEndDisabled}
        markdown
      >
        ${[...slots, 'footer'].map((name) => html`<slot name=${name} slot=${name}></slot>`)}
      </connect-chat-panel>
    </div>`;
  }
}

if (!customElements.get('look-host')) customElements.define('look-host', LookHost);

declare global {
  interface HTMLElementTagNameMap {
    'look-host': LookHost;
  }
}
