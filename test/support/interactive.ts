import type { CardHost } from '../../components/card-host.js';
import type { InteractiveCard } from '../../components/interactive-card.js';
import type { MessageList } from '../../components/message-list.js';
import type { Entry } from '../../src/engine/types.js';
import { interactiveType, template, type Content } from '../fixtures/interactive-templates.js';
import { baseTime, entry } from './entries.js';
import { message, mountList, settled } from './message-list.js';

/** What a card has sent: text and content type, byte for byte. */
export type Sent = readonly [text: string, contentType: string];

/** A chat for cards that keeps what they send. */
export function fakeCards(sent: Sent[]): CardHost {
  return {
    send: (text, contentType) => void sent.push([text, contentType]),
    note: () => '',
    keep: () => undefined,
    tell: () => true,
    show: () => undefined,
    services: () => Promise.reject(new Error('No service here.')),
  };
}

/** An interactive message by a bot; `minutes` after the first. */
export function interactive(
  key: string,
  message: Content | string,
  minutes = 0,
  changes: Partial<Entry> = {},
): Entry {
  return entry({
    key,
    role: 'bot',
    displayName: 'BOT',
    contentType: interactiveType,
    text: typeof message === 'string' ? message : JSON.stringify(message),
    time: baseTime + minutes * 60_000,
    ...changes,
  });
}

/** A mounted list with what its cards send. */
export interface Shown {
  readonly list: MessageList;
  readonly sent: Sent[];
  /** The card of the message with `key`, `card` unless said otherwise. */
  card(key?: string): InteractiveCard;
  /** Everything in the card, through the shadow roots within, that matches. */
  all(selector: string, key?: string): HTMLElement[];
  /** Replaces the entries and waits. */
  set(...entries: Entry[]): Promise<void>;
}

/** Shows one template alone. */
export function show(templateType: string, content: Content, data: Content = {}): Promise<Shown> {
  return showEntries([interactive('card', template(templateType, content, data))]);
}

/** Shows `entries`, with whatever else the list is to be told. */
export async function showEntries(
  entries: readonly Entry[],
  properties: Partial<MessageList> = {},
): Promise<Shown> {
  const sent: Sent[] = [];
  await import('../../components/interactive-kit.js');
  const list = await mountList({ entries, cards: fakeCards(sent), locale: 'en-GB', ...properties });
  const shown: Shown = {
    list,
    sent,
    card: (key = 'card') => message(list, key).querySelector<InteractiveCard>('connect-chat-interactive')!,
    all: (selector, key = 'card') => deep(message(list, key), selector),
    set: async (...next) => {
      list.entries = next;
      await settled(list);
    },
  };
  await settled(list);
  await settled(list);
  return shown;
}

/** What matches below `root`, in the order of the document, through all shadow roots. */
export function deep(root: ParentNode, selector: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...deep(element.shadowRoot, selector));
  }
  return found;
}

/** The words that are seen in each, white space aside. */
export function wordsOf(elements: readonly HTMLElement[]): string[] {
  return elements.map((element) => element.innerText.replace(/\s+/g, ' ').trim());
}
