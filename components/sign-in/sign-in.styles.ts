import { css } from 'lit';

export default css`
  :host {
    display: block;
    justify-self: stretch;
    min-inline-size: 0;
  }
  .card {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: 0 var(--_s3);
    max-inline-size: 400px;
    padding: 14px;
    border: 1px solid var(--_outline);
    border-radius: var(--_r-card);
    border-start-start-radius: var(--_r-joint);
    background: var(--_raised);
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .card--over {
    border-color: var(--_border);
    background: none;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 12px;
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .mark--quiet {
    background: var(--_hover);
    color: var(--_text-muted);
  }
  .mark--danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .mark--success {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .title {
    font-weight: 600;
    font-size: calc(16 * var(--_u));
    line-height: calc(20 * var(--_u));
    text-wrap: balance;
  }
  .text {
    color: var(--_text-muted);
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
    text-wrap: pretty;
  }
  .text--trouble {
    color: var(--_danger);
  }
  .actions {
    display: grid;
    grid-column: 1 / -1;
    gap: 4px;
    margin-block: 14px -8px;
  }
  a.button {
    color: var(--_on-accent);
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid CanvasText;
    }
    a.button {
      color: LinkText;
    }
  }
`;
