import { css } from 'lit';

export default css`
  :host {
    display: block;
    flex: none;
  }
  .composer {
    padding: var(--_s2) max(var(--_s3), (100% - 728px) / 2) var(--_s3);
    background: var(--_surface);
  }
  .composer-field {
    display: grid;
    grid-template:
      'tray tray tray tray tray'
      'start input end counter send' / auto minmax(0, 1fr) auto auto auto;
    gap: 0 2px;
    align-items: center;
    padding: 3px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_r-pill);
    background: var(--_raised);
    transition: border-color var(--_fast);
  }
  .composer-field:has(textarea:focus) {
    border-color: var(--_focus);
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }
  .composer-field--invalid {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .composer-field--invalid:has(textarea:focus) {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }
  .composer-field--disabled {
    border-color: var(--_border);
    background: var(--_sunken);
  }

  .start,
  .end {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .start {
    grid-area: start;
  }
  .end {
    grid-area: end;
  }
  [name='tray'] {
    display: block;
    grid-area: tray;
  }
  textarea {
    display: block;
    grid-area: input;
    inline-size: 100%;
    min-block-size: 36px;
    max-block-size: 160px;
    padding: 7px 4px;
    overflow-y: auto;
    border: 0;
    background: none;
    line-height: calc(22 * var(--_u));
    resize: none;
    appearance: none;
    field-sizing: content;
    scrollbar-width: thin;
  }
  textarea:focus-visible {
    outline: none;
  }
  /* Without a control before them, the words stand clear of the round end. */
  [data-bare] textarea {
    padding-inline-start: 13px;
  }
  textarea::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .counter {
    grid-area: counter;
    margin-inline-end: var(--_s2);
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
    line-height: calc(16 * var(--_u));
  }
  .counter:empty {
    display: none;
  }
  .counter--over {
    color: var(--_danger);
    font-weight: 600;
  }

  .send {
    position: relative;
    display: grid;
    grid-area: send;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: calc(var(--_r-pill) - 4px);
    background: var(--_accent);
    color: var(--_on-accent);
    transition: background-color var(--_base);
  }
  .send::after {
    position: absolute;
    inset: -4px;
    content: '';
  }
  .send .icon {
    stroke-width: 1.75;
  }
  .send:active {
    background: color-mix(in oklab, var(--_accent) 84%, var(--_text));
  }
  @media (hover: hover) {
    .send:hover:not(:active) {
      background: color-mix(in oklab, var(--_accent) 92%, var(--_text));
    }
  }
  .send[aria-disabled='true'] {
    background: var(--_hover) !important;
    color: var(--_text-muted);
    cursor: default;
  }

  /* Two lines or more: the words get the full width, the tools drop below them. */
  [data-multiline] {
    grid-template:
      'tray tray tray tray tray'
      'input input input input input'
      'start end . counter send' / auto auto minmax(0, 1fr) auto auto;
    padding: 4px;
    border-radius: var(--_r-bubble);
  }
  [data-multiline] textarea,
  [data-bare][data-multiline] textarea {
    padding: 8px 10px 4px;
  }

  .composer-note {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    padding: var(--_s1h) var(--_s2) 0;
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  #note .composer-note {
    color: var(--_danger);
  }
  .composer-note .icon {
    margin-block-start: 1px;
  }

  /* Below 16 px, phones zoom the page when the field is focused. */
  @media (pointer: coarse) {
    textarea {
      font-size: max(16px, var(--_text-md));
    }
  }
  @media (forced-colors: active) {
    .send {
      border: 1px solid CanvasText;
    }
    .composer-field--invalid {
      border-width: 2px;
    }
  }
`;
