import { fixture, html } from '@open-wc/testing';
import '../../components/message-list.js';
import type { MessageList } from '../../components/message-list.js';

/** A list in a box of 400 × 300 px, with `properties` set, after its first layout. */
export async function mountList(properties: Partial<MessageList> = {}): Promise<MessageList> {
  const list = Object.assign(document.createElement('connect-chat-message-list'), properties);
  await fixture(
    html`<div style="display: flex; flex-direction: column; inline-size: 400px; block-size: 300px">
      ${list}
    </div>`,
  );
  await settled(list);
  return list;
}

/** Resolves once `list` has rendered and its observers have seen the new layout. */
export async function settled(list: MessageList): Promise<void> {
  await list.updateComplete;
  await nextFrame();
  await nextFrame();
  await list.updateComplete;
}

/** Resolves after the next painted frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** The scrolling element of `list`. */
export function logOf(list: MessageList): HTMLElement {
  return list.shadowRoot!.querySelector<HTMLElement>('[role="log"]')!;
}

/** The messages of `list`, oldest first. */
export function messages(list: MessageList): HTMLElement[] {
  return [...list.shadowRoot!.querySelectorAll<HTMLElement>('[role="article"]')];
}

/** The message that shows the entry with `key`. */
export function message(list: MessageList, key: string): HTMLElement {
  return list.shadowRoot!.querySelector<HTMLElement>(`[role="article"][data-key="${key}"]`)!;
}

/** Resolves once the markdown renderer is there and has been used. */
export async function markdownShown(list: MessageList): Promise<void> {
  await import('../../src/content/markdown.js');
  await settled(list);
}
