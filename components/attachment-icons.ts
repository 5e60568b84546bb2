import { html, svg, type TemplateResult } from 'lit';

/** Icons that only files need; drawn as those of `icons.ts`. */
const shapes = {
  trash: svg`<path d="M4.25 6h11.5M8 6V4.25h4V6M5.75 6l.7 9.75h7.1L14.25 6M8.5 9v3.75M11.5 9v3.75"/>`,
  download: svg`<path d="M10 3.75v8.5M6.5 9l3.5 3.5L13.5 9M4.25 15.75h11.5"/>`,
  blocked: svg`<path d="M10 3.25 15.75 5.5v4c0 3.5-2.25 5.9-5.75 7.25-3.5-1.35-5.75-3.75-5.75-7.25v-4Z"/><path d="m8 8 4 4M12 8l-4 4"/>`,
  image: svg`<rect x="3.25" y="4.25" width="13.5" height="11.5" rx="2.25"/><path d="m3.5 13.5 3.25-3.25 2.75 2.75 2.75-3 4.25 4"/><path d="M7.5 7.5h.01" stroke-width="2"/>`,
} as const;

/** A decorative icon; the control around it carries the name. `size` is its edge in px. */
export function fileIcon(name: keyof typeof shapes, size: 16 | 20 | 24 = 20): TemplateResult {
  return html`<svg class="icon icon--${size}" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
}
