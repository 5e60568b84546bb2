import { css } from 'lit';

export default css`
  :host {
    display: block;
    justify-self: stretch;
    min-inline-size: 0;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  connect-chat-carousel:not(:defined) {
    display: grid;
    gap: 10px;
  }
  .card {
    border: 1px solid var(--_outline);
    border-radius: var(--_r-card);
    background: var(--_raised);
    overflow: hidden;
  }
  .card:not([role]) {
    border-start-start-radius: var(--_r-joint);
  }
  .card-head {
    padding: 13px 14px;
    unicode-bidi: plaintext;
  }
  .card-title {
    font-weight: 600;
    font-size: calc(16 * var(--_u));
    line-height: calc(22 * var(--_u));
    white-space: pre-line;
    text-wrap: balance;
  }
  .card-text {
    color: var(--_text-muted);
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
    white-space: pre-line;
    text-wrap: pretty;
  }
  .card-title + .card-text {
    margin-block-start: 1px;
  }
  .card-image {
    display: block;
    inline-size: 100%;
    max-block-size: 160px;
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    object-fit: cover;
  }
  .fact {
    display: flex;
    gap: var(--_s2);
    align-items: flex-start;
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .fact span {
    unicode-bidi: plaintext;
  }
  .card-image--broken {
    padding: 13px 14px 0;
  }
  a:not(.row, .reply) {
    border-radius: 2px;
    color: var(--_accent-text);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  .more {
    font-size: var(--_text-sm);
  }
  .rows .more {
    margin: 0 14px 9px;
  }

  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_s3);
    inline-size: 100%;
    min-block-size: 48px;
    padding: 9px 14px;
    color: inherit;
    text-align: start;
    text-decoration: none;
  }
  .row--image {
    grid-template-columns: 48px minmax(0, 1fr) auto;
    min-block-size: 64px;
  }
  .row::before {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 14px 0;
    border-block-start: 1px solid var(--_border);
    content: '';
  }
  .row--image::before {
    inset-inline-start: 74px;
  }
  .rows li:first-child .row::before {
    inset-inline-start: 0;
  }
  .rows:first-child li:first-child .row::before {
    display: none;
  }
  .row:focus-visible {
    border-radius: 8px;
    outline-offset: -3px;
  }
  .row:active {
    background: var(--_hover);
  }
  .row > .icon,
  .row-image {
    color: var(--_text-muted);
  }
  .row-image {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    overflow: hidden;
    border-radius: 10px;
    background: var(--_sunken);
    font-size: var(--_text-2xs);
  }
  .row-image img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .row-title,
  .row-text {
    display: block;
    font-weight: 500;
    line-height: calc(20 * var(--_u));
    unicode-bidi: plaintext;
  }
  .row-text {
    color: var(--_text-muted);
    font-weight: 400;
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }

  /* After what it clamps. */
  .clamped,
  .card--folded > div > p {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }

  .card-foot {
    display: flex;
    justify-content: space-between;
    gap: var(--_s2);
    padding: 4px 6px;
    border-block-start: 1px solid var(--_border);
  }
  .card-foot .button {
    padding-inline: var(--_s2);
    font-size: calc(14 * var(--_u));
  }
  .card-foot .button--next {
    margin-inline-start: auto;
  }

  .card--folded {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    align-items: center;
    padding: 11px 14px;
    border-color: var(--_border);
    background: transparent;
  }
  .card--folded > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 10px;
  }
  .card--folded > .icon {
    color: var(--_success);
  }
  .card--expired > .icon {
    color: var(--_text-muted);
  }
  .card--folded .card-title {
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .card-reply {
    display: flex;
    gap: 10px;
    inline-size: 100%;
    margin-block-start: var(--_s1);
  }

  .bubble {
    inline-size: fit-content;
    max-inline-size: min(100%, 300px);
    padding: var(--_bubble-block) var(--_bubble-inline);
    border: 1px solid var(--_bubble-border);
    border-radius: var(--_r-bubble);
    border-start-start-radius: var(--_r-joint);
    background: var(--_other);
    color: var(--_on-other);
  }
  .bubble--machine {
    border-color: var(--_outline);
    background: var(--_bot);
    color: var(--_on-bot);
  }
  .bubble .card-image {
    margin-block-end: var(--_s2);
    border: 0;
    border-radius: var(--_r-control);
  }
  .bubble-text {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_s2);
    margin-inline-start: calc(-1 * (var(--_avatar) + var(--_s2)));
    padding-inline-start: 20px;
  }
  .bubble + .replies {
    margin-block-start: var(--_s3);
  }
  .reply {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1h);
    min-inline-size: var(--_control);
    max-inline-size: 100%;
    min-block-size: var(--_control);
    padding: 6px var(--_s4);
    border: 1px solid var(--_accent-text);
    border-radius: var(--_r-pill);
    border-end-end-radius: var(--_r-joint);
    background: var(--_surface);
    color: var(--_accent-text);
    font-weight: 500;
    line-height: calc(20 * var(--_u));
    text-decoration: none;
  }
  .reply:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  .reply:active {
    background: var(--_accent-soft);
  }
  .plain {
    cursor: default;
  }

  @media (hover: hover) {
    .row:not(.plain):hover {
      background: var(--_hover);
    }
    .reply:not(.plain):hover {
      background: var(--_accent-soft);
    }
  }
  @container (inline-size < 340px) {
    .replies {
      margin-inline-start: 0;
    }
  }
  @container (inline-size > 600px) {
    .bubble {
      max-inline-size: min(100%, 460px);
    }
    .card {
      max-inline-size: 400px;
    }
  }
`;
