import { css } from 'lit';

export default css`
  :host {
    display: block;
  }
  .tray {
    display: grid;
    gap: var(--_s2);
    max-block-size: 40dvh;
    padding: 6px 6px var(--_s2);
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .attachment {
    background: var(--_surface);
  }

  /* Over the whole panel, which is the nearest box that places it. */
  .drop {
    position: absolute;
    inset: var(--_s2);
    z-index: 2;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_s2);
    padding: var(--_s6);
    border: 1.5px dashed var(--_accent-text);
    border-radius: var(--_r-card);
    background: color-mix(in oklab, var(--_surface) 94%, var(--_accent-text));
    text-align: center;
    pointer-events: none;
  }
  .drop-mark {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: var(--_s1);
    border-radius: 30%;
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .drop-title {
    font-weight: 600;
    font-size: var(--_text-lg);
    line-height: calc(24 * var(--_u));
  }
  .drop-text {
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
    text-wrap: balance;
  }
`;
