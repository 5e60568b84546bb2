import { css } from 'lit';

export default css`
  .explanation {
    display: flex;
    flex-direction: column;
    align-items: center;
    margin-block: auto;
    text-align: center;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    margin-block-end: var(--_s4);
    border-radius: 16px;
    background: var(--_sunken);
    color: var(--_text-muted);
  }
  .mark--danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .screen-text {
    text-align: center;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_s2);
    margin-block-start: var(--_s5);
  }
  .actions:not(:has(button)) {
    display: none;
  }
  .code {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px;
    margin-block-start: var(--_s5);
    color: var(--_text-muted);
    font-size: var(--_text-xs);
  }
  code {
    color: var(--_text);
    font: 500 var(--_text-xs) / 1.5 var(--_mono);
    user-select: all;
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid CanvasText;
    }
  }
`;
