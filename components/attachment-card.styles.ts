import { css } from 'lit';

/** A file as a card: in the conversation, and among those that wait to be sent. */
export default css`
  .attachment {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 10px;
    padding: 9px;
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    background: var(--_raised);
    color: var(--_text);
  }
  .attachment-icon {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 8px;
    background: var(--_hover);
    color: var(--_text-muted);
  }
  .attachment-text {
    min-inline-size: 0;
  }
  .attachment-name {
    display: inline-flex;
    min-inline-size: 0;
    max-inline-size: 100%;
    vertical-align: top;
    font-weight: 500;
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .attachment-name span {
    flex: none;
    white-space: pre;
  }
  .attachment-name span:first-child {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .attachment-meta {
    display: flex;
    align-items: center;
    gap: 5px;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
    font-variant-numeric: tabular-nums;
  }
  .attachment-meta .spinner {
    inline-size: 12px;
    block-size: 12px;
    border-width: 1.5px;
  }
  .attachment-actions {
    display: flex;
  }
  .attachment--failed {
    border-color: color-mix(in oklab, var(--_danger) 40%, var(--_border));
  }
  .attachment--failed .attachment-meta {
    color: var(--_danger);
  }
  .attachment--failed .attachment-icon {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .attachment-icon {
      border: 1px solid CanvasText;
    }
  }
`;
