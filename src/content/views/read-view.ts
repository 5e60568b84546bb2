import { readNode } from './components.js';
import { asList, asRecord, asText, member, nested, text, type Json } from './json.js';
import { newReading, readCells, spansOf } from './reading.js';
import type { View } from './view-tree.js';

/** Longer templates are not read: the service's own limit is 400 KB. */
const MAX_TEMPLATE = 1_000_000;

/**
 * What the service said about a view (Amazon Connect API Reference, DescribeView), filled with `data`. `undefined` when there
 * is nothing in it to show. Never throws, and reads no more than anybody would look at.
 */
export function readView(described: unknown, data: Json): View | undefined {
  const view = asRecord(described);
  const content = asRecord(member(view, 'Content'));
  const written = member(content, 'Template');
  if (typeof written === 'string' && written.length > MAX_TEMPLATE) return undefined;
  const template = asRecord(nested(written));
  const head = asRecord(member(template, 'Head'));
  const actions = asList(member(content, 'Actions')).flatMap((action) => asText(action) ?? []);
  const body = asList(member(template, 'Body'));
  const reading = newReading(data, actions, isAlone(body));
  const cells = readCells(body, reading, spansOf(member(head, 'Configuration')), readNode);
  if (cells.length === 0) return undefined;
  const { fields, submitted, title } = reading.found;
  return {
    name: text(view, 'Name', 'Id') ?? '',
    // A managed view has a heading instead; its own title is only its kind.
    title: title === undefined ? text(head, 'Title') : title || undefined,
    actions,
    cells,
    fields,
    submitted,
  };
}

/** One component, which may stand in containers. */
function isAlone(body: readonly unknown[], depth = 0): boolean {
  if (body.length !== 1 || depth > 5) return false;
  const only = asRecord(body[0]);
  return (
    !/^(?:container|section)$/i.test(text(only, 'Type') ?? '') ||
    isAlone(asList(member(only, 'Content')), depth + 1)
  );
}
