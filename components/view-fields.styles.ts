import { css } from 'lit';

/** Native controls in the look of the chat. */
export default css`
  .field {
    display: grid;
    gap: var(--_s1h);
  }
  .label {
    font-weight: 600;
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  legend.label {
    margin-block-end: var(--_s1h);
  }
  .optional {
    font-weight: 400;
  }
  .hint,
  .error {
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .check-hint {
    display: block;
  }
  .error {
    display: flex;
    gap: var(--_s1h);
    align-items: flex-start;
    color: var(--_danger);
  }
  .error .icon {
    margin-block-start: 1px;
  }

  .input {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 9px var(--_s3);
    appearance: none;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_r-control);
    background: var(--_raised);
    transition: border-color var(--_fast);
  }
  textarea.input {
    max-block-size: 320px;
    resize: vertical;
    field-sizing: content;
  }
  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  .input[aria-invalid='true']:not(:focus-visible) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .input:disabled {
    border-color: var(--_border);
    background: var(--_hover);
    color: var(--_text-muted);
  }
  .select {
    position: relative;
    display: block;
  }
  .select .input {
    padding-inline-end: 40px;
  }
  .select .icon {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: var(--_s3);
    color: var(--_text-muted);
    pointer-events: none;
  }

  .check {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    min-block-size: 24px;
    font-size: var(--_text-sm);
    line-height: calc(20 * var(--_u));
  }
  .check input {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    appearance: none;
    border: 1.5px solid var(--_border-strong);
    border-radius: 6px;
    background: var(--_raised);
  }
  .check [type='radio'] {
    border-radius: 50%;
  }
  .check input::before {
    inline-size: 10px;
    block-size: 5px;
    margin-block-start: -3px;
    border: solid var(--_on-accent);
    border-width: 0 0 2px 2px;
    transform: rotate(-45deg) scale(0);
    content: '';
  }
  .check [type='radio']::before {
    inline-size: 8px;
    block-size: 8px;
    margin: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_on-accent);
  }
  .check input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .check input:checked::before {
    transform: rotate(-45deg) scale(1);
  }
  .check [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .check--switch {
    flex-direction: row-reverse;
    justify-content: space-between;
    align-items: center;
  }
  .check .switch {
    position: relative;
    inline-size: 40px;
    block-size: 24px;
    border-width: 1px;
    border-radius: 12px;
    background: var(--_sunken);
  }
  .check .switch::before {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_text-muted);
    transform: none;
    transition: inset-inline-start var(--_base) var(--_ease-out);
  }
  .check .switch:checked::before {
    inset-inline-start: 19px;
    background: var(--_on-accent);
    transform: none;
  }

  /* Below 16 px, phones zoom the page when the field is focused. */
  @media (pointer: coarse) {
    .input {
      font-size: max(16px, var(--_text-md));
    }
  }
  @media (forced-colors: active) {
    .input[aria-invalid='true'] {
      border-width: 2px;
    }
    .check input:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }
    .check .switch::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
    .check input:checked::before {
      border-color: HighlightText;
    }
    .check :is([type='radio'], .switch):checked::before {
      background: HighlightText;
    }
  }
`;
