import { svg, type TemplateResult } from 'lit';
import { drawing, icon as early, type IconName as EarlyName, type IconSize } from './icons.js';

/** Icons of what is not there from the beginning: layers, files, cards. */
const shapes = {
  close: svg`<path d="m5.25 5.25 9.5 9.5M14.75 5.25l-9.5 9.5"/>`,
  info: svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.5v4"/><path d="M10 6.75h.01" stroke-width="2"/>`,
  retry: svg`<path d="M15.6 10.9A5.75 5.75 0 1 1 14.5 6.4l1.25 1.35"/><path d="M16 4.25v3.5h-3.5"/>`,
  end: svg`<path d="M8.25 4H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2.25M8.5 10h7.75M13 6.75 16.25 10 13 13.25"/>`,
  new: svg`<path d="M12.25 3.75H7.5A4.75 4.75 0 0 0 2.75 8.5v3a4.75 4.75 0 0 0 4.75 4.75h7.75a1.5 1.5 0 0 0 1.5-1.5V8.75M15.25 2.75v4M13.25 4.75h4"/>`,
  file: svg`<path d="M5.25 5A1.5 1.5 0 0 1 6.75 3.5h4l4 4V15a1.5 1.5 0 0 1-1.5 1.5h-6.5a1.5 1.5 0 0 1-1.5-1.5Z"/><path d="M10.75 3.5v4h4"/>`,
  external: svg`<path d="M8 4.75H6.25a1.5 1.5 0 0 0-1.5 1.5v7.5a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5V12M11.5 4.75h3.75V8.5M15 5l-5.25 5.25"/>`,
} as const;

/** Every icon there is. */
export type IconName = EarlyName | keyof typeof shapes;

const directional: ReadonlySet<IconName> = new Set(['end', 'new', 'external']);

/** A decorative icon: those of the conversation, and those of what comes later. */
export function icon(name: IconName, size: IconSize = 20): TemplateResult {
  return name in shapes
    ? drawing(shapes[name as keyof typeof shapes], size, directional.has(name))
    : early(name as EarlyName, size);
}
