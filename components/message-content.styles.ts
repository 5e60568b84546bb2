import { css } from 'lit';

/** What stands inside a message: bubble, card, file row. */
export default css`
  .bubble {
    min-inline-size: 0;
    max-inline-size: min(100%, 300px);
    padding: var(--_bubble-block) var(--_bubble-inline);
    border: 1px solid var(--_bubble-border);
    border-radius: var(--_r-bubble);
    background: var(--_other);
    color: var(--_on-other);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  /* Others speak from the name above them: the start corner under the name is cut. */
  .message:not(.message--own) .bubble {
    border-start-start-radius: var(--_r-joint);
    border-end-start-radius: var(--_r-joint);
  }
  .message:not(.message--own, :has(+ .message--follows)) .bubble {
    border-end-start-radius: var(--_r-bubble);
  }
  /* People speak in filled bubbles, machines in outlined ones. */
  .message--bot .bubble {
    border-color: var(--_outline);
    background: var(--_bot);
    color: var(--_on-bot);
  }
  /* The visitor speaks from the composer below: the last end corner is cut. */
  .message--own .bubble {
    max-inline-size: min(84%, 300px);
    border-start-end-radius: var(--_r-joint);
    border-end-end-radius: var(--_r-joint);
    background: var(--_own);
    color: var(--_on-own);
  }
  .message--own:not(.message--follows) .bubble {
    border-start-end-radius: var(--_r-bubble);
  }
  .message--own .bubble--queued {
    border: 1px dashed var(--_border-strong);
    background: var(--_surface);
    color: var(--_text);
  }
  .message--own .bubble--failed {
    border-color: color-mix(in oklab, var(--_danger) 40%, var(--_border));
    background: var(--_danger-soft);
    color: var(--_text);
  }

  .text {
    white-space: pre-wrap;
  }
  .bubble a {
    border-radius: 2px;
    color: var(--_accent-text);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .bubble a:active {
    text-decoration-thickness: 2px;
  }
  .message--own .bubble a {
    color: inherit;
  }
  .message--own .bubble :focus-visible {
    outline-color: currentColor;
  }
  @media (hover: hover) {
    .bubble a:hover {
      text-decoration-thickness: 2px;
    }
  }

  .caret {
    display: inline-block;
    inline-size: 2px;
    block-size: 1em;
    margin-inline-start: 2px;
    background: currentColor;
    vertical-align: -0.14em;
    animation: blink 1s steps(2, jump-none) 5;
  }
  @keyframes blink {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.15;
    }
  }
  /* Four hops, then the dots stand still. */
  .typing {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    block-size: calc(var(--_line-md) * 1em);
    vertical-align: top;
  }
  .typing i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_text-muted);
    animation: typing 1.2s var(--_ease-out) 4;
  }
  .typing i:nth-child(2) {
    animation-delay: 140ms;
  }
  .typing i:nth-child(3) {
    animation-delay: 280ms;
  }
  @keyframes typing {
    0%,
    60%,
    100% {
      opacity: 0.45;
      transform: none;
    }
    30% {
      opacity: 1;
      transform: translateY(-3px);
    }
  }

  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    justify-self: stretch;
    gap: 3px 10px;
    padding: 11px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    border-start-start-radius: var(--_r-joint);
    overflow-wrap: anywhere;
  }
  .card > .icon {
    color: var(--_text-muted);
  }
  .card-text {
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .card-title {
    font-weight: 600;
    text-wrap: balance;
  }
  .card-note {
    grid-column: 2;
    color: var(--_text-muted);
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
    text-wrap: pretty;
    unicode-bidi: plaintext;
  }

  /* A wide box gets longer lines. */
  @container log (inline-size > 600px) {
    .bubble,
    .message--own .bubble {
      max-inline-size: min(100%, 460px);
    }
    .card {
      max-inline-size: 400px;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
    .message--own .bubble {
      border-width: 2px;
    }
    .message--own .bubble--queued {
      border-style: dashed;
    }
    .typing i,
    .caret {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .typing i {
      opacity: 0.7;
    }
  }
`;
