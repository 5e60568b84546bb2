import { css } from 'lit';

export default css`
  :host {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(var(--_header-size) - 6px);
    inset-inline-end: var(--_s3);
    display: block;
    inline-size: 288px;
    max-inline-size: calc(100% - 2 * var(--_s3));
  }
  .menu {
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    background: var(--_raised);
    box-shadow: var(--_shadow-panel);
    animation: fade var(--_fast) linear;
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: var(--_s3);
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 6px 10px;
    border-radius: 9px;
    line-height: calc(20 * var(--_u));
  }
  .menu-item:focus-visible {
    outline-offset: -2px;
  }
  .menu-item:active {
    background: var(--_hover);
  }
  @media (hover: hover) {
    .menu-item:hover {
      background: var(--_hover);
    }
  }
  .menu-item > .icon {
    color: var(--_text-muted);
  }
  .menu-item > span {
    flex: 1;
  }
  .menu-item--danger,
  .menu-item--danger > .icon {
    color: var(--_danger);
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
`;
