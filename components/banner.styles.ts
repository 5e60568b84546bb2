import { css } from 'lit';

export default css`
  :host {
    display: block;
    flex: none;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 9px var(--_gutter);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_text);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
    text-wrap: balance;
    animation: fade var(--_base) linear;
  }
  .banner > :first-child {
    align-self: flex-start;
    margin-block-start: 1px;
  }
  .banner--warning {
    border-block-end-color: transparent;
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .banner--success {
    border-block-end-color: transparent;
    background: var(--_success-soft);
    color: var(--_success);
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .banner {
      border: 1px solid CanvasText;
    }
  }
`;
