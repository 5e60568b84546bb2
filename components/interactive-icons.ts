import { html, svg, type TemplateResult } from 'lit';

/** Strokes on a 20 px grid that only interactive messages draw; the rest are in `icons.ts`. */
const shapes = {
  next: svg`<path d="m7.75 5 5 5-5 5"/>`,
  back: svg`<path d="m12.25 5-5 5 5 5"/>`,
  up: svg`<path d="m5 12.25 5-5 5 5"/>`,
  down: svg`<path d="m5 7.75 5 5 5-5"/>`,
  picture: svg`<rect x="3.25" y="4.25" width="13.5" height="11.5" rx="2.25"/><path d="m3.5 13.5 3.25-3.25 2.75 2.75 2.75-3 4.25 4"/><path d="M7.5 7.5h.01" stroke-width="2"/>`,
  pin: svg`<path d="M10 16.75c3.35-3.3 5.25-5.95 5.25-8.35a5.25 5.25 0 0 0-10.5 0c0 2.4 1.9 5.05 5.25 8.35Z"/><circle cx="10" cy="8.5" r="1.75"/>`,
} as const;

/** The name of such an icon. */
export type CardIconName = keyof typeof shapes;

/** A decorative icon, 16 px. */
export function cardIcon(name: CardIconName): TemplateResult {
  const direction = name === 'next' || name === 'back' ? ' icon--directional' : '';
  return html`<svg class="icon icon--16${direction}" viewBox="0 0 20 20" aria-hidden="true">
    ${shapes[name]}
  </svg>`;
}
