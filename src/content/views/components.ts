import { asFlag, asList, asRecord, asText, isRecord, member, text, type Json } from './json.js';
import { buttonRow, readButton, readButtonGroup } from './buttons.js';
import { readField } from './fields.js';
import { cellsOf, heading, readFacts, readSections, toHtml, wide } from './parts.js';
import {
  isManagedForm,
  readConfirmation,
  readDetail,
  readManagedCards,
  readManagedForm,
  readManagedList,
} from './managed.js';
import {
  nest,
  nextId,
  plainPress,
  readCells,
  toComponent,
  wordsOf,
  type Component,
  type Reading,
} from './reading.js';
import { resolve } from './references.js';
import { safeHref, safePicture } from './safe-href.js';
import { readTable } from './table.js';
import type { Cell, Choice, ViewNode } from './view-tree.js';

/** Reads one thing that stands in a template: a component, or words. `undefined` for what has nothing to show. Never throws. */
export function readNode(item: unknown, reading: Reading): ViewNode | undefined {
  const value = resolve(isRecord(item) ? null : item, reading.data);
  if (!isRecord(item)) return toHtml(asText(value));
  const component = toComponent(item, reading);
  if (!component) return undefined;
  const reader = Object.hasOwn(readers, component.type) ? readers[component.type] : undefined;
  return reader ? reader(component) : (readField(component) ?? readUnknown(component));
}

/** Everything else that an alert says it is, is an error. */
const TONES = ['info', 'success', 'warning'] as const;

const children = ({ content, reading, spans }: Component): readonly Cell[] =>
  readCells(content, reading, spans, readNode);

const group = (component: Component): ViewNode | undefined => {
  const { props } = component;
  const cells = [
    ...cellsOf(toHtml(text(props, 'Description'))),
    ...children(component),
    ...readItems(component, 'Items', 'Components'),
  ];
  const words = text(props, 'Heading', 'Header', 'Label');
  return cells.length > 0 || words !== undefined ? { kind: 'group', heading: words, cells } : undefined;
};

/** Components that stand in a property instead of in the content. */
function readItems({ props, reading, spans }: Component, ...names: readonly string[]): readonly Cell[] {
  return readCells(asList(member(props, ...names)), reading, spans, readNode);
}

const readers: Readonly<Record<string, (component: Component) => ViewNode | undefined>> = {
  alert: ({ props, ...rest }) => {
    const tone = TONES.find((one) => one === text(props, 'Type', 'Variant', 'Status')?.toLowerCase());
    const words = wordsOf({ props, ...rest }) ?? text(props, 'Text', 'Description', 'Message');
    const title = text(props, 'Header', 'Heading', 'Title');
    if (words === undefined && title === undefined) return undefined;
    return {
      kind: 'alert',
      tone: tone ?? (member(props, 'Type', 'Variant', 'Status') === undefined ? 'info' : 'danger'),
      heading: title,
      text: words,
    };
  },
  // Agents' own applications and pictures that only decorate are nothing for a customer.
  application: () => undefined,
  connectapplication: () => undefined,
  icon: () => undefined,
  attributebar: ({ props }) => readFacts(member(props, 'Attributes', 'Items')),
  attributesection: ({ props }) => titled(props, cellsOf(readFacts(member(props, 'Items', 'Attributes')))),
  datasection: ({ props }) => titled(props, cellsOf(readFacts(member(props, 'Items')))),
  button: (component) => buttonRow([readButton(component)]),
  submitbutton: (component) => {
    component.reading.found.submitted.add(component.reading.form);
    return buttonRow([readButton(component, true)]);
  },
  buttongroup: (component) => readButtonGroup(component, readNode),
  card: (component) => choices(component, [readCard(component)]),
  cards: (component) => {
    const cards = asList(member(component.props, 'Cards')).map(asRecord);
    const managed = cards.some((card) => member(card, 'Summary') !== undefined) || cards.length === 0;
    if (managed) return readManagedCards(component);
    return titled(
      component.props,
      cellsOf(
        choices(
          component,
          cards.map((card) => readCard(nest(component, card))),
        ),
      ),
    );
  },
  cardsview: readManagedCards,
  confirmation: readConfirmation,
  confirmationview: readConfirmation,
  container: group,
  section: group,
  formsection: group,
  detail: readDetail,
  detailsview: readDetail,
  detailview: readDetail,
  expandablesection: (component) => {
    const cells = [
      ...children(component),
      ...readSections(member(component.props, 'Sections', 'Items') ?? ''),
    ];
    const words = text(component.props, 'Heading', 'Header', 'Label', 'Title');
    if (words === undefined)
      return cells.length > 0 ? { kind: 'group', heading: undefined, cells } : undefined;
    return {
      kind: 'details',
      heading: words,
      open: asFlag(member(component.props, 'Expanded', 'DefaultExpanded')),
      cells,
    };
  },
  form: (component) =>
    isManagedForm(component.props) ? readManagedForm(component, readNode) : readForm(component),
  formview: (component) => readManagedForm(component, readNode),
  formwithsteps: (component) => readManagedForm(component, readNode),
  header: (component) => {
    const { props } = component;
    const words = wordsOf(component) ?? text(props, 'Heading', 'Text', 'Label');
    const cells = cellsOf(heading(words, levelOf(props) ?? 1), toHtml(text(props, 'Description')));
    return cells.length > 0 ? { kind: 'group', heading: undefined, cells } : undefined;
  },
  htmlbox: (component) => {
    const html = text(component.props, 'TemplateString') ?? wordsOf(component);
    return html === undefined ? undefined : { kind: 'html', html };
  },
  image: ({ props }) => {
    const src = safePicture(text(props, 'Src', 'Source', 'Url', 'ImageUrl'));
    const alt = text(props, 'Alt', 'AltText', 'Description', 'Label') ?? '';
    return src === undefined && alt === '' ? undefined : { kind: 'image', src, alt };
  },
  link: (component) => {
    const { props } = component;
    const address = text(props, 'Url', 'Href', 'Link');
    const words = wordsOf(component) ?? text(props, 'Label', 'Text', 'Heading') ?? address;
    if (words === undefined) return undefined;
    const href = safeHref(address);
    return href === undefined ? { kind: 'text', text: words } : { kind: 'link', text: words, href };
  },
  list: readManagedList,
  listview: readManagedList,
  loader: () => ({ kind: 'loader' }),
  table: readTable,
  textbox: (component) => {
    const words = wordsOf(component) ?? text(component.props, 'Value', 'Text', 'Content', 'Label');
    const level = levelOf(component.props);
    if (component.content.some(isRecord)) {
      const nodes = children(component).map(({ node }) => node);
      return nodes.length > 0 ? { kind: 'inline', nodes } : undefined;
    }
    if (words === undefined) return undefined;
    return level === undefined ? toHtml(words) : heading(words, level);
  },
};

/** `h1` to `h6`, of which three look different. */
function levelOf(props: Json): 1 | 2 | 3 | undefined {
  const size = Number(/^h([1-6])$/i.exec(text(props, 'Variant') ?? '')?.[1]);
  return size <= 1 ? 1 : size <= 2 ? 2 : size <= 6 ? 3 : undefined;
}

function titled(props: Json, cells: readonly Cell[]): ViewNode | undefined {
  const none = cells.length === 0 ? cellsOf(toHtml(text(props, 'NoItemMessage'))) : cells;
  const words = text(props, 'Heading', 'Header');
  return none.length > 0 ? { kind: 'group', heading: words, cells: none } : undefined;
}

/** A form of a customer's own view. Its fields stand in its content, or in sections among its properties. */
function readForm(component: Component): ViewNode | undefined {
  const { props, reading } = component;
  const inner = { ...component, reading: { ...reading, form: `form-${nextId(reading)}` } };
  const sections = asList(member(props, 'Sections')).flatMap((item): readonly Cell[] => {
    const node = group(nest(inner, asRecord(item)));
    return node ? [wide(node)] : [];
  });
  const cells = [...sections, ...children(inner), ...readItems(inner, 'Items', 'Components')];
  return cells.length > 0 ? { kind: 'group', heading: text(props, 'Heading', 'Header'), cells } : undefined;
}

function readCard(component: Component): Choice | undefined {
  const { props, reading } = component;
  const title = text(props, 'Heading', 'Label', 'Id');
  if (title === undefined) return undefined;
  const action = text(props, 'Action') ?? (reading.actions.length === 1 ? reading.actions[0] : undefined);
  const id = text(props, 'Id');
  const data = { Heading: title, ...(id !== undefined && { Id: id }) };
  const press = action === undefined ? undefined : plainPress(action, title, data);
  const about = text(props, 'Description') ?? wordsOf(component);
  return { title, text: about, status: text(props, 'Status'), press, cells: undefined };
}

function choices({ reading }: Component, found: readonly (Choice | undefined)[]): ViewNode | undefined {
  const shown = found.filter((one) => one !== undefined);
  return shown.length > 0 ? { kind: 'choices', id: nextId(reading), choices: shown } : undefined;
}

/** Something that this package has never heard of: what is inside it, or what it says about itself. */
function readUnknown(component: Component): ViewNode | undefined {
  const known = group(component);
  if (known) return known;
  return toHtml(text(component.props, 'Text', 'Value', 'TemplateString', 'Title'));
}
