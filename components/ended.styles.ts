import { css } from 'lit';

export default css`
  :host {
    display: block;
    flex: none;
  }
  .ended {
    display: grid;
    gap: var(--_s1h);
    padding: var(--_s4) max(var(--_gutter), (100% - 720px) / 2);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
  .title {
    padding-block-end: var(--_s1h);
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    text-align: center;
  }
  .ended:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
`;
