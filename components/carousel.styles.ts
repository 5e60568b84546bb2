import { css } from 'lit';

export default css`
  :host {
    --_indent: calc(var(--_gutter) + var(--_avatar) + var(--_s2));

    display: block;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-end: var(--_s2);
  }
  .heading {
    flex: 1;
    min-inline-size: 0;
    margin-inline-start: -14px;
  }
  .count {
    flex: none;
    margin-inline-end: 4px;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .icon-button {
    border: 1px solid var(--_border-strong);
    border-radius: 50%;
    color: var(--_text);
  }
  .icon-button[aria-disabled='true'] {
    border-color: var(--_border);
    color: var(--_text-muted);
    cursor: default;
  }
  /* The cards go on to the edge of the panel, and begin under the words above them. */
  .track {
    position: relative;
    display: flex;
    gap: 10px;
    align-items: stretch;
    margin-inline: calc(-1 * var(--_indent)) calc(-1 * var(--_gutter));
    padding-inline: var(--_indent) var(--_gutter);
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scroll-padding-inline: var(--_indent) var(--_gutter);
    scroll-snap-type: inline mandatory;
    scrollbar-width: none;
  }
  ::slotted([role='group']) {
    flex: none;
    inline-size: 232px;
    max-inline-size: calc(100% - 20px);
    scroll-snap-align: start;
  }
  :host([vertical]) .track {
    display: block;
    margin-inline: 0;
    padding-inline: 0;
    overflow: visible;
  }
  :host([vertical]) ::slotted([role='group']) {
    inline-size: auto;
    max-inline-size: none;
  }
  @container (inline-size < 340px) {
    :host {
      --_indent: var(--_gutter);
    }
  }
`;
