import { css } from 'lit';

/* In the composer's own tree: its field makes room for the tools, and gets the full width as it does from the second line on. */
export default css`
  .composer-field[data-formatting] {
    grid-template:
      'tray tray tray tray tray tray'
      'input input input input input input'
      'start end format . counter send' / auto auto auto minmax(0, 1fr) auto auto;
    padding: 4px;
    border-radius: var(--_r-bubble);
  }
  .composer-field[data-formatting] textarea,
  .composer-field[data-bare][data-formatting] textarea {
    padding: 8px 10px 4px;
  }
  .format {
    display: flex;
    grid-area: format;
    align-items: center;
  }
  .format::before {
    inline-size: 1px;
    block-size: 20px;
    margin-inline: var(--_s1);
    background: var(--_border);
    content: '';
  }
  .format .icon-button {
    inline-size: 32px;
  }
  .format .icon-button::after {
    inset: -4px 0;
  }
  .format .icon-button[aria-disabled='true'] {
    background: none;
    cursor: default;
    opacity: 0.5;
  }

  /* Fingers need more room than is left beside the other tools, and so does a narrow chat. */
  @media (pointer: coarse) {
    .composer-field[data-formatting] {
      grid-template:
        'tray tray tray tray tray'
        'input input input input input'
        'format format format format format'
        'start end . counter send' / auto auto minmax(0, 1fr) auto auto;
    }
    .format::before {
      content: none;
    }
    .format .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }
    .format .icon-button::after {
      inset: 0;
    }
  }
  @container (inline-size < 340px) {
    .composer-field[data-formatting] {
      grid-template:
        'tray tray tray tray tray'
        'input input input input input'
        'format format format format format'
        'start end . counter send' / auto auto minmax(0, 1fr) auto auto;
    }
    .format::before {
      content: none;
    }
  }
  @media (forced-colors: active) {
    .icon-button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .format .icon-button[aria-disabled='true'] {
      opacity: 1;
    }
  }
`;
