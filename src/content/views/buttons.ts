import { asFlag, asList, asRecord, isRecord, member, text } from './json.js';
import { leadsAway } from './parts.js';
import { nest, readCells, wordsOf, type Component, type NodeReader } from './reading.js';
import { safeHref } from './safe-href.js';
import type { Button, Press, ViewNode } from './view-tree.js';

/** A button of a customer's own view. `isSubmit` for one that is there to send the form. */
export function readButton(component: Component, isSubmit = false): Button | undefined {
  const { props, reading } = component;
  const { form, actions } = reading;
  const named = text(props, 'Action');
  const label = text(props, 'Label') ?? wordsOf(component) ?? named ?? '';
  const action = named ?? (actions.length === 1 ? actions[0] : isSubmit ? 'Submit' : undefined) ?? label;
  const formAction = text(props, 'FormAction')?.toLowerCase();
  if (formAction === 'submit') reading.found.submitted.add(form);
  const submits =
    isSubmit || formAction === 'submit' || (!leadsAway({ action, label }) && 'unless-submitted');
  const press: Press = {
    action,
    label,
    sends: formAction === 'none' ? 'data' : 'fields',
    // What the service's own renderer sends for a button without a form.
    data: { action: 'Button' },
    form,
    submits: formAction === 'none' ? false : submits,
  };
  if (label === '' && action === '') return undefined;
  const primary = isSubmit || formAction === 'submit' || /^primary$/i.test(text(props, 'Variant') ?? '');
  const href = safeHref(text(props, 'Href', 'Url'));
  return { press, primary, disabled: asFlag(member(props, 'Disabled')), href };
}

/** A row of the buttons that there are. */
export const buttonRow = (found: readonly (Button | undefined)[]): ViewNode | undefined => {
  const shown = found.filter((one) => one !== undefined);
  return shown.length > 0 ? { kind: 'buttons', buttons: shown } : undefined;
};

/** Its items are buttons, or components of any kind. */
export function readButtonGroup(component: Component, read: NodeReader): ViewNode | undefined {
  const items = [...asList(member(component.props, 'Items')), ...component.content];
  const plain = items.filter(
    (item) => isRecord(item) && (text(item, 'Type') ?? 'button').toLowerCase() === 'button',
  );
  if (plain.length === items.length)
    return buttonRow(
      plain.map((item) => {
        const record = asRecord(item);
        return readButton(
          nest(component, { ...asRecord(member(record, 'Props') ?? record), Content: record.Content }),
        );
      }),
    );
  const cells = readCells(items, component.reading, component.spans, read);
  return cells.length > 0 ? { kind: 'group', heading: undefined, cells } : undefined;
}
