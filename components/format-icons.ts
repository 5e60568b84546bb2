import { svg, type TemplateResult } from 'lit';
import type { FormatCommand } from '../src/content/format/format.js';
import { drawing } from './icons.js';

/** Icons of the tools for formatting; drawn as those of `icons.ts`. */
const shapes: Readonly<Record<FormatCommand, TemplateResult<2>>> = {
  bold: svg`<path d="M6.25 4.5h4.4a2.7 2.7 0 0 1 0 5.4h-4.4zM6.25 9.9h5.1a2.8 2.8 0 0 1 0 5.6h-5.1z"/>`,
  italic: svg`<path d="M8.75 4.5h5M6.25 15.5h5M11.6 4.5 8.4 15.5"/>`,
  bullets: svg`<path d="M8.25 5.5h8M8.25 10h8M8.25 14.5h8"/><path d="M4.25 5.5h.01M4.25 10h.01M4.25 14.5h.01" stroke-width="2"/>`,
  numbers: svg`<path d="M8.25 5.5h8M8.25 10h8M8.25 14.5h8"/><path d="m3.5 4.5 1-.6v3.6M3.4 12.9c.3-.9 1.8-.8 1.8.2 0 .8-1.8 1.7-1.8 2.8h1.9" stroke-width="1.1"/>`,
  link: svg`<path d="m8.25 11.75 3.5-3.5"/><path d="m9.25 6.5 1.6-1.6a3 3 0 0 1 4.25 4.25l-1.6 1.6M10.75 13.5l-1.6 1.6a3 3 0 0 1-4.25-4.25l1.6-1.6"/>`,
};

/** A decorative icon; the button around it carries the name. Numbers keep their shape in right-to-left text. */
export function formatIcon(command: FormatCommand): TemplateResult {
  return drawing(shapes[command], 20, command === 'bullets');
}
