import { templateSummary } from './content/template-summary.js';
import type { Entry } from './engine/types.js';
import type { MessageRenderer, Renderers } from './message-renderer.js';
import { toPublicEntry } from './public-entry.js';

/** The page's own way to show `entry`, if it has one: for its template type, else for its content type. */
export function rendererOf(entry: Entry, renderers: Renderers | undefined): MessageRenderer | undefined {
  if (!renderers || entry.own || entry.streaming || entry.kind !== 'message') return undefined;
  const [contentType = ''] = entry.contentType.split(';');
  const types = [templateSummary(entry.text).templateType, contentType.trim()];
  for (const type of types)
    if (type !== undefined && Object.hasOwn(renderers, type) && renderers[type]) return renderers[type];
  return undefined;
}

/** What the page says of `entry` in words; `undefined` where it says nothing. Never throws. */
export function spokenBy(entry: Entry, renderers: Renderers | undefined): string | undefined {
  const renderer = rendererOf(entry, renderers);
  if (typeof renderer !== 'object') return undefined;
  try {
    const text: unknown = renderer.text?.(toPublicEntry(entry));
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
  } catch {
    return undefined;
  }
}
