import { css } from 'lit';

/**
 * The tokens that the launcher needs: public name (`--connect-chat-…`), default, and the private name (`--_…`) that is read. A token set on `:root`, on
 * the element or in a theme file works alike. All other tokens are in `connect-chat.panel.styles.ts`, which a page loads with the panel.
 */
export default css`
  :host {
    color-scheme: light dark;

    --_surface: var(--connect-chat-color-surface, light-dark(#fefcfa, #1c1a18));
    --_text: var(--connect-chat-color-text, light-dark(#211c16, #f4efe8));
    --_focus: var(--connect-chat-color-focus, var(--_text));
    --_accent: var(--connect-chat-color-accent, light-dark(#15594c, #227969));
    --_on-accent: var(--connect-chat-color-on-accent, #fff);
    --_notice: var(--connect-chat-color-notice, light-dark(#b4431d, #f0936c));
    --_on-notice: var(--connect-chat-color-on-notice, light-dark(#fff, #2b1108));
    --_r-launcher: var(--connect-chat-radius-launcher, 20px);
    --_r-launcher-joint: var(--connect-chat-radius-launcher-joint, 7px);
    --_shadow-lifted:
      0 1px 2px light-dark(rgb(58 46 28 / 6%), rgb(0 0 0 / 30%)),
      0 4px 14px light-dark(rgb(58 46 28 / 7%), rgb(0 0 0 / 28%));
  }

  :host([color-scheme='light']) {
    color-scheme: light;
  }
  :host([color-scheme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
`;
