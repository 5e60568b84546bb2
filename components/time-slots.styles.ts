import { css } from 'lit';

export default css`
  :host {
    display: block;
  }
  .body {
    display: grid;
    gap: var(--_s4);
    padding: 0 14px 14px;
  }
  .body:empty {
    display: none;
  }
  :host(:first-child) .body:first-child {
    padding-block-start: 14px;
  }
  .slots {
    display: grid;
    gap: var(--_s4);
  }
  .day {
    display: grid;
    gap: var(--_s2);
  }
  .day-label {
    font-weight: 600;
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(30%, 84px), 1fr));
    gap: var(--_s2);
  }
  .slot {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: var(--_control);
    padding: 4px;
    border: 1px solid var(--_outline);
    border-radius: var(--_r-control);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    transition: background-color var(--_fast);
  }
  .slot-time {
    font-size: var(--_text-md);
  }
  /* In the corner: beside the longest times, such as 12:30 AM, there is no room. */
  .slot .icon {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 12px;
    block-size: 12px;
  }
  .slot-length {
    color: var(--_text-muted);
    font-weight: 400;
    font-size: var(--_text-xs);
  }
  .slot:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  .slot[aria-checked='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .slot[aria-checked='true'] .slot-length {
    color: inherit;
  }
  /* The ring stands off the filled one. */
  .slot[aria-checked='true']:focus-visible {
    outline-offset: 2px;
  }
  .fact {
    display: flex;
    gap: var(--_s2);
    align-items: flex-start;
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .fact .icon {
    margin-block-start: 1px;
  }
  /* A figure at the beginning says nothing about the direction of the words. */
  .fact span,
  .slot-length,
  .note,
  .day-label {
    unicode-bidi: plaintext;
  }
  .foot {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--_s2);
    padding: 4px 6px;
    border-block-start: 1px solid var(--_border);
  }
  .foot .button {
    padding-inline: var(--_s2);
    font-size: calc(14 * var(--_u));
  }
  .foot .button[aria-disabled='true'] {
    background: none;
  }
  .note {
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  @media (hover: hover) {
    .slot:not([aria-checked='true']):hover {
      background: var(--_hover);
    }
  }
  @media (forced-colors: active) {
    .slot {
      border-color: ButtonText;
    }
    .slot[aria-checked='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
