import type { Item } from '../wire.js';
import { fill } from './fill.js';
import { lookUp } from './lookup.js';
import type { FlowScript, Speaker, Step } from './step.js';
import { confirmation, stepOf, templateOf, understand, type Understood } from './understand.js';

/** What the script answers to a customer's message, when `shown` is the newest template before it. */
export function replyTo(
  message: Item,
  shown: Item | undefined,
  script: FlowScript,
  speaker: Speaker,
): readonly Step[] {
  const understood = understand(message, shown);
  switch (understood.kind) {
    case 'words':
      return lookUp(speaker, understood.text);
    case 'page':
      return pageOf(script, understood) ?? speaker.fallback;
    case 'view':
      return formStep(script, shown, understood) ?? say(understood);
    default:
      return say(understood);
  }
}

function say(understood: Understood): readonly Step[] {
  const text = confirmation(understood);
  return text === undefined ? [] : [{ say: text }];
}

/** Another page of a list that has several, under the reference of the one it replaces. */
function pageOf(
  { pages }: FlowScript,
  { reference, index }: Extract<Understood, { kind: 'page' }>,
): readonly Step[] | undefined {
  const list = Object.keys(pages).find((name) => reference.startsWith(`${name}-`));
  const page = list === undefined ? undefined : pages[list]?.[index - 1];
  return page && [{ interactive: fill(page, { reference: reference.slice((list?.length ?? 0) + 1) }) }];
}

/** The step before or after the one that was answered, in a form that has several. */
function formStep(
  { forms }: FlowScript,
  shown: Item | undefined,
  { action, data }: Extract<Understood, { kind: 'view' }>,
): readonly Step[] | undefined {
  const viewId = String(templateOf(shown).content.viewId);
  const steps = Object.hasOwn(forms, viewId) ? forms[viewId] : undefined;
  const current = steps?.findIndex(({ Wizard }) => Wizard.Selected === stepOf(data)) ?? -1;
  const distance = { Next: 1, Previous: -1 }[action];
  if (current < 0 || distance === undefined) return undefined;
  const next = steps?.[current + distance];
  return next && [{ view: viewId, data: next }];
}
