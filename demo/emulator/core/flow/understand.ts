import { interactiveType } from '../interactive.js';
import type { Item } from '../wire.js';

/** What a customer's message says. */
export type Understood =
  /** Words, to be looked up in the script. */
  | { readonly kind: 'words'; readonly text: string }
  /** One of the choices that were shown; `from` names the card it was on. */
  | { readonly kind: 'choice'; readonly title: string; readonly from?: string }
  /** A slot of a time picker. */
  | { readonly kind: 'slot'; readonly date: string }
  /** Another page of a list. */
  | { readonly kind: 'page'; readonly reference: string; readonly index: number }
  /** What was done in a view. */
  | { readonly kind: 'view'; readonly action: string; readonly data: Members };

type Members = Readonly<Record<string, unknown>>;

const responseType = `${interactiveType}.response`;

/** Reads a customer's message in the light of the newest template that was shown before it. */
export function understand(message: Item, shown: Item | undefined): Understood {
  const text = typeof message.Content === 'string' ? message.Content : '';
  if (message.ContentType === responseType) return readResponse(text);
  const card = readCard(text);
  if (card) return card;
  const { templateType, content } = templateOf(shown);
  if (templateType === 'TimePicker' && entries(content.timeslots).some(({ date }) => date === text)) {
    return { kind: 'slot', date: text };
  }
  const isChoice = entries(content.elements).some(({ title }) => title === text);
  // What is chosen from the menu are words of the script.
  if (isChoice && !String(content.referenceId).startsWith('menu')) return { kind: 'choice', title: text };
  return { kind: 'words', text };
}

/** Words for what was chosen or done; undefined for what is answered in another way. */
export function confirmation(understood: Understood): string | undefined {
  switch (understood.kind) {
    case 'choice':
      return understood.from === undefined
        ? `You chose “${understood.title}”. Noted.`
        : `You chose “${understood.title}” from “${understood.from}”. Noted.`;
    case 'slot':
      return `You chose ${understood.date.replace('T', ' at ').replace('+00:00', ' UTC')}. See you then.`;
    case 'view':
      return confirmView(understood.action, understood.data);
    default:
      return undefined;
  }
}

function confirmView(action: string, data: Members): string {
  const fields = members(data.FormData ?? data);
  const said = Object.entries(fields)
    .filter(([name]) => !['StepName', 'action', 'actionName', 'Label', 'Id'].includes(name))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
  const what = typeof data.actionName === 'string' ? data.actionName : action;
  return said === '' ? `You chose “${what}”. Noted.` : `You chose “${what}”. I have noted: ${said}.`;
}

/** The name of the step that a form's answer is about. */
export function stepOf({ StepName }: Members): string | undefined {
  return typeof StepName === 'string' ? StepName : undefined;
}

function readResponse(text: string): Understood {
  const response = members(parse(text));
  const data = members(response.data);
  const action = typeof response.action === 'string' ? response.action : '';
  if (response.templateType === 'ViewResource') {
    // Somebody wrote instead of using the view: the text is what counts.
    const isText = action.trim() === '' && typeof data.content === 'string';
    return isText ? { kind: 'words', text: String(data.content) } : { kind: 'view', action, data };
  }
  const index = action === 'PREVIOUS_OPTIONS' ? data.preIndex : data.nextIndex;
  return { kind: 'page', reference: String(data.referenceId), index: Number(index) };
}

function readCard(text: string): Understood | undefined {
  const { templateIdentifier, listTitle, selectionText } = members(parse(text));
  const isCard = [templateIdentifier, listTitle, selectionText].every((part) => typeof part === 'string');
  return isCard ? { kind: 'choice', title: String(selectionText), from: String(listTitle) } : undefined;
}

/** What is in a template, as far as it is one. */
export function templateOf(item: Item | undefined): {
  readonly templateType: unknown;
  readonly content: Members;
} {
  const template = members(parse(typeof item?.Content === 'string' ? item.Content : ''));
  return { templateType: template.templateType, content: members(members(template.data).content) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

function entries(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(members) : [];
}
