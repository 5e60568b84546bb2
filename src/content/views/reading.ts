import { asList, asRecord, asText, isRecord, member, text, type Json } from './json.js';
import { resolve } from './references.js';
import type { Cell, Field, Press, ViewNode } from './view-tree.js';

/** A view while it is being read. */
export interface Reading {
  /** What the flow fills the view with. */
  readonly data: Json;
  readonly actions: readonly string[];
  /** Form that is being read; `''` outside of any. */
  readonly form: string;
  readonly depth: number;
  readonly found: {
    readonly fields: Field[];
    readonly submitted: Set<string>;
    /** There is one component in the view, and it is all of it. */
    readonly alone: boolean;
    /** Title that that component gives the view. */
    title: string | undefined;
    /** Nodes that may still be read. */
    left: number;
    ids: number;
  };
}

/** A component of the template with its references filled in. */
export interface Component {
  readonly type: string;
  readonly props: Json;
  /** What stands between its tags, as sent. */
  readonly content: readonly unknown[];
  /** How many of the twelve columns each of its children takes, by its place. */
  readonly spans: Spans;
  readonly reading: Reading;
}

/** Reads one node of a template. */
export type NodeReader = (item: unknown, reading: Reading) => ViewNode | undefined;

/** Columns by index. */
export type Spans = (index: number) => number;

const MAX_DEPTH = 14;
const MAX_NODES = 800;
const COLUMNS = 12;

/** @param alone - There is one component in the view. */
export function newReading(data: Json, actions: readonly string[], alone: boolean): Reading {
  const found = {
    fields: [],
    submitted: new Set<string>(),
    alone,
    title: undefined,
    left: MAX_NODES,
    ids: 0,
  };
  return { data, actions, form: '', depth: 0, found };
}

/** An id that is the same whenever the same view is read. */
export function nextId(reading: Reading): string {
  reading.found.ids += 1;
  return String(reading.found.ids);
}

/** `undefined` once a view is larger or deeper than anybody would look at. */
export function toComponent(item: Json, reading: Reading): Component | undefined {
  const { found } = reading;
  found.left -= 1;
  if (found.left < 0 || reading.depth > MAX_DEPTH) return undefined;
  const { Content: content, ...own } = item;
  // The parts of a managed form have no `Props`: what would be in them stands beside the type.
  const props = asRecord(resolve(member(item, 'Props') ?? own, reading.data));
  return {
    type: (text(item, 'Type') ?? '').toLowerCase(),
    props,
    content: asList(resolveWhole(content, reading)),
    spans: spansOf(member(item, 'Configuration') ?? member(props, 'Configuration')),
    reading: { ...reading, depth: reading.depth + 1 },
  };
}

/** A reference to a whole list; what is inside is resolved when it is read. */
function resolveWhole(value: unknown, { data }: Reading): unknown {
  return typeof value === 'string' ? resolve(value, data) : value;
}

/** The columns of a `Configuration`: one number for all children, or one for each in turn. All twelve by default. */
export function spansOf(configuration: unknown): Spans {
  const layout = asRecord(member(asRecord(configuration), 'Layout'));
  const columns = asList(member(layout, 'Columns')).map(Number);
  return (index) => toSpan(columns[index % columns.length]);
}

/** Anything that is no number of columns is all of them. */
export function toSpan(value: number | undefined): number {
  const whole = Math.round(value ?? COLUMNS);
  return whole >= 1 && whole <= COLUMNS ? whole : COLUMNS;
}

/** The children that can be shown. */
export function readCells(
  items: readonly unknown[],
  reading: Reading,
  spans: Spans,
  read: NodeReader,
): readonly Cell[] {
  return items.flatMap((item, index) => {
    const node = read(item, reading);
    return node ? [{ span: spans(index), node }] : [];
  });
}

/** A part of a component that is written like one, without a type. */
export function nest(component: Component, part: Json): Component {
  const { Content, ...props } = part;
  return { ...component, props, content: asList(Content) };
}

/** The words directly between the tags of a component: pieces of text, and references to text. */
export function wordsOf({ content, reading }: Component): string | undefined {
  return asText(content.filter((item) => !isRecord(item)).map((item) => asText(resolve(item, reading.data))));
}

/** What pressing something sends that is neither a form nor a part of one. */
export function plainPress(action: string, label: string, data: Json): Press {
  return { action, label, sends: 'data', data, form: '', submits: false };
}
