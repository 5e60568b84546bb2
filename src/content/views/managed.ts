import { asFlag, asList, asRecord, asText, member, nested, text, type Json } from './json.js';
import { cellsOf, heading, quietText, readFacts, readSections, readSlot, toHtml, wide } from './parts.js';
import {
  plainPress,
  readCells,
  spansOf,
  toSpan,
  type Component,
  type NodeReader,
  type Spans,
} from './reading.js';
import type { Button, Cell, Choice, Press, ViewNode } from './view-tree.js';
import { nextId } from './reading.js';

const ACTION_SELECTED = 'ActionSelected';

/**
 * The views that AWS manages (Amazon Connect administrator guide, "AWS managed views"): one component each, whose whole
 * content comes from the flow. Their heading is the title of the view.
 */
export function readDetail(component: Component): ViewNode {
  const { props } = component;
  const actions = asList(member(props, 'Actions')).flatMap((item, index) => {
    const label = asText(item) ?? text(asRecord(item), 'Label');
    if (label === undefined) return [];
    return [toButton(plainPress(ACTION_SELECTED, label, { actionName: label }), index === 0)];
  });
  return group([
    ...headOf(component),
    ...cellsOf(toHtml(text(props, 'Description'))),
    ...readSections(member(props, 'Sections')),
    ...buttonsCell([...slotButtons(props, 'Back'), ...actions.reverse()]),
  ]);
}

export function readManagedList(component: Component): ViewNode {
  const { props } = component;
  const choices = asList(member(props, 'Items')).flatMap((item): readonly Choice[] => {
    const record = asRecord(item);
    const title = text(record, 'Heading', 'Label') ?? asText(item) ?? text(record, 'Id');
    if (title === undefined) return [];
    const id = text(record, 'Id');
    // An item without an id is there to be read.
    const press = id === undefined ? undefined : plainPress(ACTION_SELECTED, title, { actionName: id });
    return [
      { title, text: text(record, 'Description'), status: text(record, 'Status'), press, cells: undefined },
    ];
  });
  return group([
    ...headOf(component),
    ...choicesCell(component, choices),
    ...buttonsCell(slotButtons(props, 'Back')),
  ]);
}

export function readManagedCards(component: Component): ViewNode {
  const { props } = component;
  const choices = asList(member(props, 'Cards')).flatMap((item) => readCard(asRecord(item)));
  return group([
    ...headOf(component),
    ...choicesCell(component, choices),
    ...buttonsCell([...slotButtons(props, 'Back'), ...slotButtons(props, 'NoMatchFound')]),
  ]);
}

/** A card opens its detail; one without sends itself. */
function readCard(card: Json): readonly Choice[] {
  const summary = asRecord(member(card, 'Summary') ?? card);
  const detail = asRecord(member(card, 'Detail'));
  const title = text(summary, 'Heading', 'Id') ?? text(detail, 'Heading');
  if (title === undefined) return [];
  const id = text(summary, 'Id') ?? title;
  const own = { Heading: title, Id: id };
  const buttons = asList(member(detail, 'Actions')).flatMap((item, index) => {
    const label = asText(item) ?? text(asRecord(item), 'Label');
    return label === undefined
      ? []
      : [toButton(plainPress(ACTION_SELECTED, label, { actionName: label, ...own }), index === 0)];
  });
  const cells = [
    ...cellsOf(heading(text(detail, 'Heading')), toHtml(text(detail, 'Description'))),
    ...readSections(member(detail, 'Sections')),
    ...buttonsCell(buttons.reverse()),
  ];
  const press = plainPress(ACTION_SELECTED, title, { actionName: id, ...own });
  const said = { title, text: text(summary, 'Description'), status: text(summary, 'Status') };
  return [
    { ...said, press: cells.length > 0 ? undefined : press, cells: cells.length > 0 ? cells : undefined },
  ];
}

export function readConfirmation(component: Component): ViewNode {
  const { props } = component;
  return group([
    ...cellsOf(asFlag(member(asRecord(member(props, 'Graphic')), 'Include')) ? { kind: 'tick' } : undefined),
    ...headOf(component),
    ...buttonsCell(slotButtons(props, 'Next')),
  ]);
}

/** Whether a `Form` is the managed one: that one has slots for its buttons. */
export function isManagedForm(props: Json): boolean {
  return ['Next', 'Previous', 'Cancel', 'Edit', 'Back', 'Wizard'].some((slot) => Object.hasOwn(props, slot));
}

export function readManagedForm(component: Component, read: NodeReader): ViewNode {
  const { props, reading } = component;
  const { steps, current, name } = readWizard(member(props, 'Wizard'));
  const form = `form-${nextId(reading)}`;
  const press = (slot: string, submits: boolean, step = name): readonly Press[] => {
    const words = readSlot(props, slot);
    const data = step === undefined ? {} : { StepName: step };
    return words ? [{ ...words, sends: 'form-data', data, form, submits }] : [];
  };
  const sections = asList(member(props, 'Sections')).map(asRecord);
  const editable = sections.some(isEditable);
  const cells = sections.flatMap((section) => {
    const inner = readSection(section, { ...reading, form }, read);
    const edit = isEditable(section) ? press('Edit', false, text(section, 'Heading') ?? name) : [];
    const node = group(
      [...inner, ...buttonsCell(edit.map((one) => toButton(one, false)))],
      text(section, 'Heading'),
    );
    return node.cells.length > 0 || node.heading !== undefined ? [wide(node)] : [];
  });
  const away = ['Back', 'Cancel', 'Previous', ...(editable ? [] : ['Edit'])].flatMap((slot) =>
    press(slot, false),
  );
  const next = press('Next', true);
  const asked = reading.found.fields.some((field) => field.form === form);
  // Whoever has filled in a form must be able to send it.
  const fallback: Press = { ...plainPress('Next', '', {}), sends: 'form-data', form, submits: true };
  const onward = next.length > 0 || !asked ? next : [fallback];
  reading.found.submitted.add(form);
  return group([
    ...headOf(component),
    ...cellsOf(readErrorText(member(props, 'ErrorText'))),
    ...(steps.length > 0 ? [wide({ kind: 'steps', steps, current })] : []),
    ...cells,
    ...buttonsCell([...away.map((one) => toButton(one, false)), ...onward.map((one) => toButton(one, true))]),
  ]);
}

const isEditable = (section: Json): boolean => asFlag(member(section, 'IsEditable'));

/** Fields, or names and values; older ones have rows with columns of their own. */
function readSection(section: Json, reading: Component['reading'], read: NodeReader): readonly Cell[] {
  const items = asList(member(section, 'Items', 'Components', 'Content'));
  if (/^data/i.test(text(section, 'Type') ?? '')) {
    const flat = items.flatMap((item) => asList(member(asRecord(item), 'Items') ?? item));
    return cellsOf(readFacts(flat));
  }
  const spans = spansOf(member(section, 'Configuration'));
  return items.flatMap((item, index) => {
    const row = asRecord(item);
    const inner = member(row, 'Items');
    const isRow = inner !== undefined && text(row, 'Type') === undefined;
    if (isRow) return readCells(asList(inner), reading, gridOf(row), read);
    return readCells([item], reading, () => spans(index), read);
  });
}

/** `LayoutConfiguration.Grid[{colspan: {default, xs}}]`. */
function gridOf(row: Json): Spans {
  const grid = asList(member(asRecord(member(row, 'LayoutConfiguration')), 'Grid'));
  return (index) => {
    const colspan = member(asRecord(grid[index % grid.length]), 'colspan');
    return toSpan(Number(text(asRecord(colspan), 'xs', 'default') ?? asText(colspan) ?? 12));
  };
}

function readWizard(value: unknown): {
  readonly steps: readonly string[];
  readonly current: number;
  readonly name: string | undefined;
} {
  const wizard = asRecord(value);
  const items = Array.isArray(nested(value)) ? asList(value) : asList(member(wizard, 'Steps'));
  const named = items.flatMap((item) => {
    const step = text(asRecord(item), 'Heading', 'Label') ?? asText(item);
    return step === undefined ? [] : [{ step, selected: asFlag(member(asRecord(item), 'Selected')) }];
  });
  const selected = text(wizard, 'Selected');
  if (named.length === 0) return { steps: selected ? [selected] : [], current: 0, name: selected };
  const current = Math.max(
    0,
    named.findIndex((one) => one.selected || one.step === selected),
  );
  return { steps: named.map(({ step }) => step), current, name: named[current]?.step };
}

function readErrorText(value: unknown): ViewNode | undefined {
  const record = asRecord(value);
  const words = text(record, 'Content', 'Text') ?? asText(nested(value));
  const title = text(record, 'Heading');
  return words === undefined && title === undefined
    ? undefined
    : { kind: 'alert', tone: 'danger', heading: title, text: words };
}

/** Buttons for the slots that are filled; what they send says which it was. */
function slotButtons(props: Json, slot: string): readonly Button[] {
  const words = readSlot(props, slot);
  if (!words) return [];
  const { action, label } = words;
  return [toButton(plainPress(action, label, { actionName: action, Label: label }), slot === 'Next')];
}

const toButton = (press: Press, primary: boolean): Button => ({
  press,
  primary,
  disabled: false,
  href: undefined,
});

const buttonsCell = (buttons: readonly Button[]): readonly Cell[] =>
  buttons.length > 0 ? [wide({ kind: 'buttons', buttons })] : [];

const group = (cells: readonly Cell[], words?: string): Extract<ViewNode, { kind: 'group' }> => ({
  kind: 'group',
  heading: words,
  cells,
});

/** The heading is the title of the card when there is nothing else in the view. */
function titleOf({ props, reading }: Component): ViewNode | undefined {
  const words = text(props, 'Heading');
  if (!reading.found.alone) return heading(words);
  reading.found.title = words ?? '';
  return undefined;
}

/** What stands on top of every managed view. */
const headOf = (component: Component): readonly Cell[] =>
  cellsOf(
    titleOf(component),
    readFacts(member(component.props, 'AttributeBar')),
    quietText(text(component.props, 'SubHeading')),
  );

const choicesCell = ({ reading }: Component, choices: readonly Choice[]): readonly Cell[] =>
  choices.length > 0 ? [wide({ kind: 'choices', id: nextId(reading), choices })] : [];
