import { svg, type TemplateResult } from 'lit';
import { drawing, type IconSize } from './icons.js';

/** Icons of what is loaded when it is needed; drawn as those of `icons.ts`. */
const shapes = {
  close: svg`<path d="m5.25 5.25 9.5 9.5M14.75 5.25l-9.5 9.5"/>`,
  info: svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.5v4"/><path d="M10 6.75h.01" stroke-width="2"/>`,
  retry: svg`<path d="M15.6 10.9A5.75 5.75 0 1 1 14.5 6.4l1.25 1.35"/><path d="M16 4.25v3.5h-3.5"/>`,
  file: svg`<path d="M5.25 5A1.5 1.5 0 0 1 6.75 3.5h4l4 4V15a1.5 1.5 0 0 1-1.5 1.5h-6.5a1.5 1.5 0 0 1-1.5-1.5Z"/><path d="M10.75 3.5v4h4"/>`,
  external: svg`<path d="M8 4.75H6.25a1.5 1.5 0 0 0-1.5 1.5v7.5a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5V12M11.5 4.75h3.75V8.5M15 5l-5.25 5.25"/>`,
  lock: svg`<rect x="4.25" y="8.75" width="11.5" height="7.5" rx="2"/><path d="M6.75 8.75V6.9a3.25 3.25 0 0 1 6.5 0v1.85"/>`,
} as const;

/** Every icon that comes later. */
export type MoreIconName = keyof typeof shapes;

/** Icons that point somewhere along the line of reading. */
const directional: ReadonlySet<MoreIconName> = new Set(['external']);

/** A decorative icon; the control around it carries the name. */
export function moreIcon(name: MoreIconName, size: IconSize = 20): TemplateResult {
  return drawing(shapes[name], size, directional.has(name));
}
