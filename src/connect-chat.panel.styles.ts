import { css } from 'lit';

/**
 * Every public token beyond the launcher's, its default, and its private name. The panel declares them for everything inside it. It holds nothing else.
 *
 * Three colours make all the neutrals (surface, text, tint). The accent is two roles: a fill that carries text, and a colour for text. The type scale
 * follows the language, because some scripts sit small in their em.
 */
export default css`
  :host {
    --_tint: var(--connect-chat-color-tint, light-dark(#7a6230, #dccbab));
    --_text-muted: var(
      --connect-chat-color-text-muted,
      color-mix(in oklab, color-mix(in oklab, var(--_text) 82%, var(--_tint)) 74%, var(--_surface))
    );
    --_raised: var(
      --connect-chat-color-raised,
      light-dark(#fff, color-mix(in oklab, var(--_tint) 5%, var(--_surface)))
    );
    --_sunken: var(--connect-chat-color-sunken, color-mix(in oklab, var(--_tint) 7%, var(--_surface)));
    --_border: var(--connect-chat-color-border, color-mix(in oklab, var(--_tint) 17%, var(--_surface)));
    --_outline: var(--connect-chat-color-outline, color-mix(in oklab, var(--_tint) 29%, var(--_surface)));
    --_border-strong: var(
      --connect-chat-color-border-strong,
      color-mix(in oklab, color-mix(in oklab, var(--_text) 70%, var(--_tint)) 58%, var(--_surface))
    );
    --_hover: var(--connect-chat-color-hover, color-mix(in oklab, var(--_tint) 10%, transparent));
    --_header: var(--connect-chat-color-header, var(--_surface));
    --_on-header: var(--connect-chat-color-on-header, var(--_text));
    --_on-header-muted: var(
      --connect-chat-color-on-header-muted,
      color-mix(in oklab, var(--_on-header) 72%, var(--_header))
    );
    --_accent-text: var(--connect-chat-color-accent-text, light-dark(#15594c, #86d2bd));
    --_accent-soft: var(
      --connect-chat-color-accent-soft,
      light-dark(
        color-mix(in oklab, var(--_accent-text) 10%, var(--_surface)),
        color-mix(in oklab, var(--_accent-text) 17%, var(--_surface))
      )
    );
    --_header-mark: var(--connect-chat-color-header-mark, var(--_accent));
    --_own: var(--connect-chat-color-own-bubble, var(--_accent));
    --_on-own: var(--connect-chat-color-on-own-bubble, var(--_on-accent));
    --_other: var(--connect-chat-color-other-bubble, color-mix(in oklab, var(--_tint) 11%, var(--_surface)));
    --_on-other: var(--connect-chat-color-on-other-bubble, var(--_text));
    --_bot: var(--connect-chat-color-bot-bubble, var(--_surface));
    --_on-bot: var(--connect-chat-color-on-bot-bubble, var(--_text));
    --_bot-chip: var(--connect-chat-color-bot-chip, color-mix(in oklab, var(--_tint) 15%, var(--_surface)));
    --_on-bot-chip: var(
      --connect-chat-color-on-bot-chip,
      color-mix(in oklab, var(--_text) 80%, var(--_surface))
    );
    --_bubble-border: var(--connect-chat-color-bubble-border, transparent);
    --_presence: var(--connect-chat-color-presence, #2f9e5f);
    --_danger: var(--connect-chat-color-danger, light-dark(#b0281c, #f4a195));
    --_danger-fill: var(--connect-chat-color-danger-fill, light-dark(#b0281c, #b93a2d));
    --_danger-soft: var(--connect-chat-color-danger-soft, light-dark(#fbeeeb, #3a221e));
    --_warning: var(--connect-chat-color-warning, light-dark(#7d4e00, #efc27a));
    --_warning-soft: var(--connect-chat-color-warning-soft, light-dark(#fbf2e1, #342a18));
    --_success: var(--connect-chat-color-success, light-dark(#1e6a3c, #8ad0a3));
    --_success-soft: var(--connect-chat-color-success-soft, light-dark(#e9f4ec, #1c2f23));
    --_scrim: var(--connect-chat-color-scrim, light-dark(rgb(31 28 24 / 32%), rgb(8 7 6 / 60%)));
    --_r-joint: var(--connect-chat-radius-joint, 5px);
    --_r-control: var(--connect-chat-radius-control, 10px);
    --_r-card: var(--connect-chat-radius-card, 14px);
    --_r-bubble: var(--connect-chat-radius-bubble, 18px);
    --_r-panel: var(--connect-chat-radius-panel, 20px);
    --_r-panel-joint: var(--connect-chat-radius-panel-joint, 7px);
    --_r-pill: var(--connect-chat-radius-pill, 22px);
    --_shadow-panel: var(
      --connect-chat-shadow-panel,
      0 2px 6px light-dark(rgb(58 46 28 / 4%), rgb(0 0 0 / 30%)),
      0 18px 48px -8px light-dark(rgb(58 46 28 / 16%), rgb(0 0 0 / 55%))
    );
    --_line-md: 1.4667;

    color: var(--_text);
    text-align: start;
    -webkit-font-smoothing: antialiased;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
    --_font: var(
      --connect-chat-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      Arial,
      sans-serif
    );
    --_mono: var(
      --connect-chat-font-family-mono,
      ui-monospace,
      'SF Mono',
      'Cascadia Mono',
      Menlo,
      Consolas,
      monospace
    );
    --_script: 1;
    --_u: calc(var(--connect-chat-rem, 1rem) * var(--connect-chat-text-scale, 1) * var(--_script) / 16);
    --_text-2xs: calc(11 * var(--_u));
    --_text-xs: calc(12 * var(--_u));
    --_text-sm: calc(13 * var(--_u));
    --_text-md: calc(var(--connect-chat-font-size, 15) * var(--_u));
    --_text-lg: calc(17 * var(--_u));
    --_text-xl: calc(23 * var(--_u));
    font: 400 var(--_text-md) / var(--_line-md) var(--_font);
  }

  :host(:is(:lang(ar), :lang(fa), :lang(ur), :lang(th))) {
    --_script: 1.067;
  }

  @media (prefers-contrast: more) {
    :host {
      --_text-muted: color-mix(in oklab, var(--_text) 88%, var(--_surface));
      --_border: color-mix(in oklab, var(--_text) 55%, var(--_surface));
      --_outline: var(--_text);
      --_border-strong: var(--_text);
      --_bubble-border: var(--_text);
    }
  }
`;
