import { css } from 'lit';

/** Where the host and its launcher stand. The panel's frame comes with the panel: `connect-chat.frame.styles.ts`. */
export default css`
  :host {
    display: block;
  }

  :host([floating]) {
    position: fixed;
    z-index: 2147483000;
    inset-block-end: calc(20px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(20px + env(safe-area-inset-right, 0px));
  }

  [hidden] {
    display: none !important;
  }

  .root {
    display: block;
    block-size: 100%;
  }

  :host([floating]) .root {
    block-size: auto;
  }

  :host([floating]) .trouble {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline-end: 0;
    box-sizing: border-box;
    inline-size: min(400px, 100vw - 40px);
  }

  .launcher {
    transform-origin: 100% 100%;
  }

  :host(:dir(rtl)) .launcher {
    transform-origin: 0 100%;
  }

  :host(:dir(rtl)) .launcher svg {
    transform: scaleX(-1);
  }

  .launcher {
    box-sizing: border-box;
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    padding: 0;
    border: 0;
    border-radius: var(--_r-launcher);
    border-end-end-radius: var(--_r-launcher-joint);
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: var(--_shadow-lifted);
    cursor: pointer;
    transition:
      transform 200ms cubic-bezier(0.2, 0.8, 0.2, 1),
      background-color 120ms;
  }

  .launcher svg {
    inline-size: 30px;
    block-size: 30px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (hover: hover) {
    .launcher:hover {
      background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
    }
  }

  .launcher:active {
    transform: scale(0.985);
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .badge {
    box-sizing: border-box;
    position: absolute;
    inset-block-start: -8px;
    inset-inline-end: -8px;
    display: grid;
    place-items: center;
    min-inline-size: 24px;
    block-size: 24px;
    padding-inline: 6px;
    border: 2px solid var(--_surface);
    border-radius: 12px;
    background: var(--_notice);
    color: var(--_on-notice);
    font-size: 12px;
    font-weight: 700;
  }

  .news {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .trouble {
    padding: 12px 16px;
    border: 1px solid;
    border-radius: 14px;
    color: var(--_text);
    background: var(--_surface);
  }

  @media (forced-colors: active) {
    .launcher,
    .badge {
      border: 1px solid CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .launcher {
      transition: none;
    }
  }
`;
