import { css } from 'lit';

/** What every component starts from: reset, icon, spinner, focus ring, buttons. Include it before the component's own sheet. */
export default css`
  /* Steps that no theme changes. */
  :host {
    --_s-half: 2px;
    --_s1: 4px;
    --_s1h: 6px;
    --_s2: 8px;
    --_s3: 12px;
    --_s4: 16px;
    --_s5: 20px;
    --_s6: 24px;
    --_s8: 32px;

    --_fast: 120ms;
    --_base: 200ms;
    --_slow: 280ms;
    --_ease-out: cubic-bezier(0.2, 0.8, 0.2, 1);
    --_ease-in: cubic-bezier(0.5, 0, 0.9, 0.4);

    --_header-size: 64px;
    --_gutter: 16px;
    --_avatar: 28px;
    --_bubble-block: 9px;
    --_bubble-inline: 14px;
    --_group-gap: 18px;
    --_control: 44px;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :where(p, h1, h2, h3, h4, h5, h6, ul, ol, dl, dd, figure, fieldset, legend) {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where(h1, h2, h3, h4, h5, h6) {
    font: inherit;
  }
  :where(ul, ol)[class] {
    list-style: none;
  }
  :where(button, input, textarea, select) {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  :where(button) {
    appearance: none;
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  [hidden] {
    display: none !important;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon--14 {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2;
  }
  .icon--16 {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 1.75;
  }
  .icon--24 {
    inline-size: 24px;
    block-size: 24px;
    stroke-width: 1.4;
  }
  :host(:dir(rtl)) .icon--directional {
    transform: scaleX(-1);
  }

  .spinner {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid color-mix(in oklab, currentColor 22%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: spin 900ms linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_s2);
    min-block-size: var(--_control);
    padding: var(--_s1h) var(--_s4);
    border: 1px solid transparent;
    border-radius: var(--_r-control);
    font-weight: 600;
    font-size: var(--_text-md);
    line-height: 1.3;
    text-align: center;
    text-wrap: balance;
    transition:
      background-color var(--_fast),
      border-color var(--_fast),
      transform var(--_fast);
  }
  .button:active {
    transform: scale(0.985);
  }
  .button--primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button--secondary {
    border-color: var(--_outline);
    background: var(--_raised);
  }
  .button--ghost {
    padding-inline: var(--_s3);
    color: var(--_accent-text);
  }
  .button--danger {
    background: var(--_danger-fill);
    color: #fff;
  }
  .button--small {
    min-block-size: 36px;
    padding-inline: var(--_s3);
    font-size: var(--_text-sm);
  }
  .button--block {
    display: flex;
    inline-size: 100%;
  }
  /* A control with a border takes the ring onto it; a filled one stands off. */
  .button--secondary:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  .button:is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
    background: var(--_hover);
    color: var(--_text-muted);
    cursor: default;
  }

  .icon-button {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--_r-control);
    color: var(--_text-muted);
    transition:
      background-color var(--_fast),
      color var(--_fast);
  }
  .icon-button::after {
    position: absolute;
    inset: -4px -1px;
    content: '';
  }
  .icon-button:active {
    background: var(--_hover);
  }
  .icon-button:is([aria-pressed='true'], [aria-expanded='true']) {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .icon-button--small {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
  }
  .icon-button--small::after {
    inset: -8px 0;
  }

  .link-button {
    min-block-size: 24px;
    border-radius: 4px;
    color: var(--_accent-text);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .link-button:active {
    text-decoration-thickness: 2px;
  }

  .chip {
    display: inline-block;
    padding: 0 6px;
    border-radius: 5px;
    background: var(--_bot-chip);
    color: var(--_on-bot-chip);
    font-weight: 600;
    font-size: var(--_text-2xs);
    line-height: calc(16 * var(--_u));
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    overflow: hidden;
    border: 1px solid var(--_bubble-border);
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: 700;
    font-size: var(--_text-2xs);
    line-height: 1;
    letter-spacing: 0.01em;
  }
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .avatar--bot {
    border-radius: 30%;
    background: var(--_bot-chip);
    color: var(--_on-bot-chip);
  }
  .avatar--bot .icon {
    inline-size: 18px;
    block-size: 18px;
  }
  .avatar--large {
    inline-size: 40px;
    block-size: 40px;
    font-size: calc(14 * var(--_u));
  }
  .avatar--large .icon {
    inline-size: 22px;
    block-size: 22px;
  }

  @media (hover: hover) {
    .button--primary:hover {
      background: color-mix(in oklab, var(--_accent) 92%, var(--_text));
    }
    .button--danger:hover {
      background: color-mix(in oklab, var(--_danger-fill) 90%, #000);
    }
    .button--secondary:hover {
      background: color-mix(in oklab, var(--_tint) 10%, var(--_raised));
    }
    .button--ghost:hover {
      background: var(--_hover);
    }
    .button:is(:disabled, [aria-disabled='true']):hover {
      background: var(--_hover);
    }
    .icon-button:hover {
      background: var(--_hover);
      color: var(--_text);
    }
    .link-button:hover {
      text-decoration-thickness: 2px;
    }
  }

  @media (forced-colors: active) {
    .button,
    .avatar,
    .chip {
      border: 1px solid CanvasText;
    }
    .icon {
      color: inherit !important;
    }
    :focus-visible {
      outline-color: Highlight;
    }
    :is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 80ms;
      --_base: 80ms;
      --_slow: 80ms;
    }
    /* Durations are left alone: with one of its own, everything would fade after its parent. */
    *,
    *::before,
    *::after {
      transition-property: opacity, background-color, color, border-color !important;
      animation: none !important;
    }
  }
`;
