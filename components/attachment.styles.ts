import { css } from 'lit';

export default css`
  :host {
    display: block;
    inline-size: 272px;
    max-inline-size: 100%;
  }
  .attachment,
  .picture {
    border-start-start-radius: var(--_r-joint);
  }
  :host([own]) :is(.attachment, .picture) {
    border-start-start-radius: var(--_r-card);
    border-end-end-radius: var(--_r-joint);
  }

  .progress {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block-start: 5px;
    overflow: hidden;
    border: 0;
    border-radius: 2px;
    background: var(--_border);
    color: var(--_accent-text);
    appearance: none;
  }
  .progress::-webkit-progress-bar {
    background: var(--_border);
  }
  .progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--_accent-text);
    transition: inline-size var(--_base);
  }
  .progress::-moz-progress-bar {
    border-radius: 2px;
    background: var(--_accent-text);
  }

  :host([data-picture]) {
    display: grid;
    justify-items: start;
    gap: var(--_s1);
    inline-size: auto;
  }
  :host([data-picture][own]) {
    justify-items: end;
  }
  .picture {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    line-height: 0;
  }
  canvas {
    max-inline-size: 100%;
    max-block-size: 320px;
  }
  .caption {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    max-inline-size: 100%;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    line-height: calc(18 * var(--_u));
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .progress {
      border: 1px solid CanvasText;
    }
    .progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
