import { css } from 'lit';

export default css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_r-card);
    background: var(--_surface);
    font-size: var(--_text-md);
    line-height: var(--_line-md);
    isolation: isolate;
    container: panel / inline-size;
  }
  /* It takes the focus where a cursor in the composer would bring up the keyboard. */
  .panel:focus-visible {
    outline-offset: -2px;
  }
  .content {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  connect-chat-message-list {
    flex: 1;
    min-block-size: 0;
  }

  :host([floating]) .panel {
    border-radius: var(--_r-panel);
    border-end-end-radius: var(--_r-panel-joint);
    box-shadow: var(--_shadow-panel);
  }

  /* A phone, or a laptop at 400 % zoom: the floating panel is the whole screen. */
  @media (width <= 480px), (height < 460px) {
    :host([floating]) .panel {
      --_text-md: calc(16 * var(--_u));
      --_line-md: 1.4375;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
  }
`;
