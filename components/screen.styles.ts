import { css } from 'lit';

/** What the full-panel screens (welcome, start error) share. */
export default css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .screen {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    padding: var(--_s6) max(var(--_s5), (100% - 720px) / 2) var(--_s5);
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }
  .screen:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
  .screen-title {
    font-weight: 600;
    font-size: var(--_text-xl);
    line-height: 1.25;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  .screen-text {
    max-inline-size: 34ch;
    margin-block-start: var(--_s2);
    color: var(--_text-muted);
    text-wrap: pretty;
  }
`;
