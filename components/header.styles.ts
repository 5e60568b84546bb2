import { css } from 'lit';

export default css`
  :host {
    display: block;
    flex: none;
  }
  .header {
    display: flex;
    align-items: center;
    gap: var(--_s3);
    min-block-size: var(--_header-size);
    padding-block: var(--_s2);
    padding-inline: var(--_gutter) var(--_s3);
    border-block-end: 1px solid var(--_border);
    background: var(--_header);
    color: var(--_on-header);
  }
  :host([plain]) .header {
    border-block-end-color: transparent;
  }
  .header-text {
    flex: 1;
    min-inline-size: 0;
  }
  .header-title {
    overflow: hidden;
    font-weight: 600;
    font-size: calc(16 * var(--_u));
    line-height: calc(20 * var(--_u));
    letter-spacing: -0.006em;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .header-status {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_on-header-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .header-status > span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .header-status > .chip {
    flex: none;
  }
  .header-actions {
    display: flex;
    gap: 2px;
    margin-inline-start: auto;
  }
  .icon-button {
    color: var(--_on-header-muted);
  }
  .icon-button:is([aria-expanded='true'], :active) {
    background: color-mix(in oklab, var(--_on-header) 8%, transparent);
    color: var(--_on-header);
  }
  @media (hover: hover) {
    .icon-button:hover {
      background: color-mix(in oklab, var(--_on-header) 8%, transparent);
      color: var(--_on-header);
    }
  }
  /* The ring stays visible on a header of any colour. */
  .icon-button:focus-visible {
    outline-color: var(--_on-header);
  }
  .avatar--brand {
    border-radius: 30%;
    background: var(--_header-mark);
    color: var(--_on-accent);
  }
  .avatar--brand:has(img) {
    background: none;
  }
  .presence {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_presence);
  }
  .presence--away {
    border: 2px solid var(--_on-header-muted);
    background: none;
  }
  @container (inline-size < 340px) {
    .header {
      gap: var(--_s2);
    }
  }
  @media (forced-colors: active) {
    .presence {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .icon-button:focus-visible {
      outline-color: Highlight;
    }
  }
`;
