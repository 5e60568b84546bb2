import { css } from 'lit';

export default css`
  :host {
    position: absolute;
    z-index: 3;
    inset: 0;
    display: block;
  }
  .scrim {
    display: grid;
    align-items: end;
    block-size: 100%;
    padding: var(--_s3);
    overflow-y: auto;
    background: var(--_scrim);
    animation: fade var(--_base) linear;
  }
  .dialog {
    inline-size: 100%;
    max-inline-size: 480px;
    margin-inline: auto;
    padding: var(--_s5);
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    background: var(--_raised);
    box-shadow: var(--_shadow-panel);
    animation: rise var(--_base) var(--_ease-out);
  }
  .title {
    font-weight: 600;
    font-size: var(--_text-lg);
    line-height: calc(24 * var(--_u));
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .text {
    margin-block-start: var(--_s1);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    margin-block-start: var(--_s5);
  }
  .actions > .button {
    flex: 1;
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`;
