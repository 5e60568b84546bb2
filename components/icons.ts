import { html, svg, type TemplateResult } from 'lit';

/** Strokes on a 20 px grid, in `currentColor`. */
const shapes = {
  attach: svg`<path transform="rotate(40 10 10)" d="M13.75 6.25v6.5a3.75 3.75 0 0 1-7.5 0V5a2.5 2.5 0 0 1 5 0v7.25a1.25 1.25 0 0 1-2.5 0v-6"/>`,
  chat: svg`<path d="M7.5 3.75h5A4.75 4.75 0 0 1 17.25 8.5v6.25a1.5 1.5 0 0 1-1.5 1.5H7.5a4.75 4.75 0 0 1-4.75-4.75v-3A4.75 4.75 0 0 1 7.5 3.75Z"/><path d="M7 8.5h6M7 11.5h3.5"/>`,
  down: svg`<path d="m5 7.75 5 5 5-5"/>`,
  format: svg`<path d="m2.75 15 4-10h.5l4 10M4.2 11.5h5.6"/><path d="M17 9.75V15m0-2.6a2.25 2.6 0 1 1-4.5 0 2.25 2.6 0 0 1 4.5 0Z"/>`,
  more: svg`<path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.25"/>`,
  send: svg`<path d="M10 15.75V4.5M5.25 9.25 10 4.5l4.75 4.75"/>`,
  'arrow-down': svg`<path d="M10 4.25V15.5M5.25 10.75 10 15.5l4.75-4.75"/>`,
  check: svg`<path d="m4.5 10.5 3.75 3.75 7.25-8"/>`,
  checks: svg`<path d="m2 10.75 3.5 3.5 6.5-7.5M9.5 13.25l1 1 7-7.75"/>`,
  clock: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6.25V10l2.5 1.75"/>`,
  alert: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6.5V10.5"/><path d="M10 13.25h.01" stroke-width="2"/>`,
  offline: svg`<path d="M2.75 8A10.4 10.4 0 0 1 6 5.9M9 5.1A10.4 10.4 0 0 1 17.25 8M5.5 11.1a6.4 6.4 0 0 1 3-1.7M11.9 9.5a6.4 6.4 0 0 1 2.6 1.6M3.5 3.5l13 13"/><path d="M10 14.75h.01" stroke-width="2.25"/>`,
  bot: svg`<rect x="3.75" y="6.75" width="12.5" height="9" rx="3.25"/><path d="M10 6.75V4.5"/><path d="M10 3.75h.01" stroke-width="2"/><path d="M7.75 10.5v1M12.25 10.5v1"/>`,
} as const;

/** Every icon of the conversation. `more-icons.ts` has those of what comes later. */
export type IconName = keyof typeof shapes;

/** Edge in px. */
export type IconSize = 14 | 16 | 20 | 24;

/**
 * A decorative icon; the control around it carries the name.
 *
 * @param size - Small ones get a heavier stroke (see `foundation.styles.ts`).
 */
export function icon(name: IconName, size: IconSize = 20): TemplateResult {
  return drawing(shapes[name], size, name === 'chat');
}

/**
 * A shape as an icon.
 *
 * @param directional - It points somewhere along the line of reading, and so turns round in right-to-left text.
 */
export function drawing(shape: TemplateResult<2>, size: IconSize, directional: boolean): TemplateResult {
  return html`<svg
    class="icon icon--${size}${directional ? ' icon--directional' : ''}"
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}
