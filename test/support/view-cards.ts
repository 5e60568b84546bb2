import '../../components/view-form.js';
import '../../components/view-kit.js';
import type { CardHost, CardServices } from '../../components/card-host.js';
import type { MessageList } from '../../components/message-list.js';
import type { View } from '../../components/view.js';
import type { Entry } from '../../src/engine/types.js';
import { entry } from './entries.js';
import { mountList, settled } from './message-list.js';

/** What a view is made of, before it becomes strings of JSON. */
export interface ViewParts {
  readonly name?: string;
  readonly head?: unknown;
  readonly body: unknown;
  readonly actions?: readonly string[];
  /** What the flow fills it with. */
  readonly data?: unknown;
}

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
/** Content type of answers. */
export const RESPONSE = `${INTERACTIVE}.response`;

/** A host for cards that writes down what they ask for. */
export class FakeCards implements CardHost {
  readonly sent: { readonly text: string; readonly contentType: string }[] = [];
  readonly told: { readonly name: string; readonly detail: unknown }[] = [];
  notes: Readonly<Record<string, string>> = {};
  /** Tokens that were asked for. */
  readonly described: string[] = [];
  /** Whether listeners of the page object. */
  objects = false;
  describe: () => Promise<unknown>;

  constructor(describe: () => Promise<unknown>) {
    this.describe = describe;
  }

  send(text: string, contentType: string): void {
    this.sent.push({ text, contentType });
  }

  note(name: string): string {
    return this.notes[name] ?? '';
  }

  keep(name: string, text: string): void {
    const { [name]: _, ...rest } = this.notes;
    this.notes = text === '' ? rest : { ...rest, [name]: text };
  }

  tell(name: string, detail: unknown): boolean {
    this.told.push({ name, detail });
    return !this.objects;
  }

  show(): void {
    throw new Error('A view brings nothing up.');
  }

  services(): Promise<CardServices> {
    return Promise.resolve({
      describeView: (token: string) => {
        this.described.push(token);
        return this.describe();
      },
    } as CardServices);
  }
}

/** The answer of DescribeView. */
export function described({ name = 'Test view', head = {}, body, actions = [] }: ViewParts): unknown {
  return {
    Id: 'view-1',
    Arn: 'arn:aws:connect:us-east-1:123456789012:view/view-1:1',
    Name: name,
    Version: 1,
    Content: { InputSchema: '{}', Template: JSON.stringify({ Head: head, Body: body }), Actions: actions },
  };
}

/** A message that asks the customer to look at a view. */
export function viewEntry(data: unknown = {}, changes: Partial<Entry> = {}): Entry {
  const content = { viewId: 'view-1', viewToken: 'token-1', viewData: data };
  return entry({
    key: 'view',
    role: 'system',
    contentType: INTERACTIVE,
    text: JSON.stringify({ templateType: 'ViewResource', version: '1.0', data: { content } }),
    ...changes,
  });
}

/** A view in a message list. */
export interface MountedView {
  readonly list: MessageList;
  readonly cards: FakeCards;
  readonly card: View;
}

/** Mounts a view as a message, and resolves when it is drawn. */
export async function mountView(
  parts: ViewParts,
  cards = new FakeCards(() => Promise.resolve(described(parts))),
) {
  // What stands alone would fade in.
  return mountEntries([entry({ key: 'before' }), viewEntry(parts.data)], cards);
}

/** Mounts `entries`, of which the one with the key `view` is a view. */
export async function mountEntries(
  entries: readonly Entry[],
  cards: FakeCards,
  properties: Partial<MessageList> = {},
): Promise<MountedView> {
  const list = await mountList({ entries, cards, locale: 'en-GB', ...properties });
  return { list, cards, card: await cardIn(list) };
}

/** The view in `list`, once its code has come and it has drawn what it has. */
export async function cardIn(list: MessageList): Promise<View> {
  for (;;) {
    const card = list.shadowRoot!.querySelector('connect-chat-view');
    if (card) {
      await card.updateComplete;
      await drawn(card);
      return card;
    }
    await settled(list);
  }
}

/** Resolves once a view no longer waits for the service. */
export async function drawn(card: View): Promise<void> {
  while (card.shadowRoot!.querySelector('.card > .line > .line-words > .loading'))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await card.updateComplete;
}

/** What is in the view: the first element that matches. */
export function part({ card }: MountedView, selector: string): HTMLElement {
  return card.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

/** The button, or row of a list, with these words. */
export function button({ card }: MountedView, words: string): HTMLButtonElement {
  const found = [...card.shadowRoot!.querySelectorAll('button')].find((one) =>
    wordsOf(one).startsWith(words),
  );
  if (!found) throw new Error(`There is no button “${words}”.`);
  return found;
}

/** The text of an element as it is read, in one line. */
export const wordsOf = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();

/** Writes into a field as a customer does. */
export function fill(element: HTMLElement, value: string | boolean): void {
  const input = element as HTMLInputElement;
  if (typeof value === 'boolean') input.checked = value;
  else input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
