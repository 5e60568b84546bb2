import { asFlag, asList, asRecord, asText, isRecord, member, nested, text, type Json } from './json.js';
import { safeHref } from './safe-href.js';
import type { Cell, Fact, Press, ViewNode } from './view-tree.js';

/** A node over the full width. */
export const wide = (node: ViewNode): Cell => ({ span: 12, node });

/** Cells of what is there. */
export const cellsOf = (...nodes: readonly (ViewNode | undefined)[]): readonly Cell[] =>
  nodes.filter((node) => node !== undefined).map(wide);

/** A quiet line, or nothing. */
export const quietText = (words: string | undefined): ViewNode | undefined =>
  words === undefined ? undefined : { kind: 'text', text: words, quiet: true };

/** A heading, or nothing. */
export const heading = (words: string | undefined, level: 1 | 2 | 3 = 2): ViewNode | undefined =>
  words === undefined ? undefined : { kind: 'heading', text: words, level };

/** Names and values, or nothing. `case` links lead to the agent's own tools, so they are plain text here. */
export function readFacts(value: unknown): ViewNode | undefined {
  const facts = asList(value).flatMap((item): readonly Fact[] => {
    const record = asRecord(item);
    const words = text(record, 'Value', 'Text', 'DefaultValue') ?? text(record, 'Url');
    const label = text(record, 'Label', 'Name', 'Heading');
    if (words === undefined && label === undefined) return [];
    const external = (text(record, 'LinkType') ?? 'external').toLowerCase() === 'external';
    return [
      {
        label: label ?? '',
        value: words ?? '',
        href: external ? safeHref(text(record, 'Url')) : undefined,
        copy: asFlag(member(record, 'Copyable')) ? (text(record, 'ResourceId') ?? words) : undefined,
      },
    ];
  });
  return facts.length > 0 ? { kind: 'facts', facts } : undefined;
}

/** Sections of a managed view: markup, blocks of values, plain words, in any nesting. */
export function readSections(value: unknown, depth = 0): readonly Cell[] {
  const parsed = nested(value);
  if (depth > 5) return [];
  if (Array.isArray(parsed)) return asList(parsed).flatMap((item) => readSections(item, depth + 1));
  if (!isRecord(parsed)) return cellsOf(toHtml(asText(parsed)));
  const inner = [
    ...cellsOf(toHtml(text(parsed, 'TemplateString')), readFacts(member(parsed, 'Items', 'Attributes'))),
    ...readSections(member(parsed, 'Content', 'Sections') ?? '', depth + 1),
  ];
  const none = inner.length === 0 ? text(parsed, 'NoItemMessage', 'Text', 'Description', 'Value') : undefined;
  return [
    ...cellsOf(heading(text(parsed, 'Heading', 'Label', 'Title'))),
    ...inner,
    ...cellsOf(quietText(none)),
  ];
}

/** Words may hold markup anywhere in a managed view. */
export function toHtml(words: string | undefined): ViewNode | undefined {
  if (words === undefined) return undefined;
  return /<\/?[a-z]|&\w+;/i.test(words) ? { kind: 'html', html: words } : { kind: 'text', text: words };
}

/**
 * What a slot of a managed view sends: Back, Next and the like. The slot may be a label, or name an action of its own.
 * `undefined` for a slot that is empty.
 */
export function readSlot(
  props: Json,
  name: string,
): { readonly action: string; readonly label: string } | undefined {
  const value = nested(member(props, name));
  if (value === undefined || value === null || value === false || value === '') return undefined;
  const record = isRecord(value) ? value : {};
  const label = isRecord(value)
    ? text(record, 'Label', 'Heading')
    : value === true
      ? undefined
      : asText(value);
  return { action: text(record, 'Action') ?? name, label: label ?? name };
}

/** Whether a button only leads away from a form, so that its fields need not be right. */
export function leadsAway({ action, label }: Pick<Press, 'action' | 'label'>): boolean {
  return /^(?:go ?)?(?:back|previous|cancel|skip|close|dismiss|edit|no ?match(?: ?found)?|step)\b/i.test(
    /^[\w-]{1,40}$/.test(action) ? action.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ') : label,
  );
}
