import { css } from 'lit';

export default css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    container: log / inline-size;
  }

  .log {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    padding: var(--_s4) max(var(--_gutter), (100% - 720px) / 2);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding-block: var(--_s4);
    scrollbar-color: var(--_border) transparent;
    scrollbar-width: thin;
    /* The scroll anchor holds the reader's place itself, in the same way in every browser. */
    overflow-anchor: none;
  }
  .log:focus-visible {
    border-radius: 4px;
    outline-offset: -2px;
  }
  .content {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    justify-content: flex-end;
  }

  /* The padding gives focus rings room inside a chunk, which clips what it holds. */
  .chunk {
    display: flow-root;
    margin-block-end: -8px;
    margin-inline: calc(-1 * var(--_gutter));
    padding-block-end: 8px;
    padding-inline: var(--_gutter);
  }
  .chunk--complete {
    contain-intrinsic-block-size: auto 3200px;
    content-visibility: auto;
  }
  :is(.chunk, .tail) > * {
    margin-block-start: var(--_group-gap);
  }
  .content > :first-child > :first-child {
    margin-block-start: 0;
  }
  .tail {
    display: flow-root;
    padding-block-start: 8px;
    margin-block-start: -8px;
  }
  .chunk + .tail > * {
    position: relative;
  }
  .chunk:last-of-type {
    margin-block-end: 0;
    padding-block-end: 0;
  }

  .message {
    position: relative;
    display: grid;
    grid-template-columns: var(--_avatar) minmax(0, 1fr);
    align-items: start;
    justify-items: start;
    column-gap: var(--_s2);
    row-gap: 3px;
  }
  .chunk > .message--follows {
    margin-block-start: 3px;
  }
  .message > .avatar {
    grid-row: 1 / span 2;
    grid-column: 1;
  }
  .message > :not(.avatar) {
    grid-column: 2;
  }
  .message--own {
    grid-template-columns: minmax(0, 1fr);
    justify-items: end;
  }
  .message--own > :not(.avatar) {
    grid-column: 1;
  }
  .message:focus-visible {
    border-radius: 6px;
    outline-offset: 4px;
  }
  .message-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-inline-size: 0;
    margin-block-end: 1px;
    padding-inline-start: 2px;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
    overflow-wrap: anywhere;
  }
  .message-name b {
    color: var(--_text);
    font-weight: 600;
  }
  time {
    font-variant-numeric: tabular-nums;
  }

  .status {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-start: 1px;
    padding-inline-end: 2px;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
  }
  .status .icon {
    inline-size: 15px;
    block-size: 15px;
    stroke-width: 1.75;
  }
  .status--read .icon {
    color: var(--_accent-text);
  }
  .status--failed {
    flex-wrap: wrap;
    justify-content: flex-end;
    column-gap: 10px;
    color: var(--_danger);
  }
  .status--failed > span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .status > span,
  .jump {
    unicode-bidi: plaintext;
  }
  .status .link-button {
    color: inherit;
    font-size: var(--_text-xs);
  }

  .day {
    color: var(--_text-muted);
    font-weight: 600;
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
    text-align: center;
  }
  .divider {
    display: flex;
    align-items: center;
    gap: var(--_s3);
    color: var(--_notice);
    font-weight: 600;
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
  }
  .divider::before,
  .divider::after {
    flex: 1;
    border-block-start: 1px solid color-mix(in oklab, var(--_notice) 45%, transparent);
    content: '';
  }
  .divider--quiet {
    color: var(--_text-muted);
  }
  .divider--quiet::before,
  .divider--quiet::after {
    border-color: var(--_border);
  }
  /* As high with the button as with the news, so that nothing moves between the two. */
  .older {
    display: grid;
    place-items: center;
    min-block-size: 44px;
    font-size: var(--_text-sm);
  }
  .system {
    padding-inline: var(--_s6);
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    /* A name or a number at the beginning says nothing about the direction of the sentence. */
    unicode-bidi: plaintext;
  }
  .system b {
    color: var(--_text);
    font-weight: 600;
  }
  .chunk > .system--follows {
    margin-block-start: 6px;
  }
  .system--busy {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }

  .float {
    position: absolute;
    inset-block-end: var(--_s3);
    inset-inline: 0;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .jump {
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    min-block-size: 40px;
    padding-inline: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: 20px;
    background: var(--_raised);
    box-shadow: var(--_shadow-lifted);
    font-weight: 600;
    font-size: var(--_text-sm);
    pointer-events: auto;
    animation: fade var(--_base) linear;
  }
  .jump--quiet {
    justify-content: center;
    inline-size: 40px;
    padding: 0;
  }
  .jump .icon {
    color: var(--_notice);
  }
  .jump--quiet .icon {
    color: var(--_text-muted);
  }
  .jump:active {
    background: var(--_sunken);
  }
  @media (hover: hover) {
    .jump:hover {
      background: color-mix(in oklab, var(--_tint) 10%, var(--_raised));
    }
  }

  .message--own[data-new] {
    animation: rise var(--_base) var(--_ease-out);
  }
  .message[data-new]:not(.message--own) {
    animation: fade var(--_base) linear;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }

  /* A narrow box gives up the column of pictures. */
  @container log (inline-size < 340px) {
    .message {
      grid-template-columns: minmax(0, 1fr);
    }
    .message > .avatar {
      display: none;
    }
    .message > :not(.avatar) {
      grid-column: 1;
    }
  }

  @media (forced-colors: active) {
    .jump {
      border: 1px solid CanvasText;
    }
  }
`;
