import { fixture, html } from '@open-wc/testing';
import '../../components/message-list.js';
import type { ListAttendEvent } from '../../components/message-list-events.js';
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

/** How far `list` is from its end, in px. */
export function toEnd(list: MessageList): number {
  const { scrollHeight, clientHeight, scrollTop } = logOf(list);
  return Math.abs(scrollHeight - clientHeight - scrollTop);
}

/** How far below the top edge of the log `element` begins, in px. */
export const below = (list: MessageList, element: Element) =>
  element.getBoundingClientRect().top - logOf(list).getBoundingClientRect().top;

/** Where the log begins to show its messages, in px below its top edge. */
export const edge = (list: MessageList) => Number.parseFloat(getComputedStyle(logOf(list)).paddingBlockStart);

/** The first divider in `list`. */
export const divider = (list: MessageList) => list.shadowRoot!.querySelector('.divider');
/** The button that leads to the end of `list`. */
export const jump = (list: MessageList) => list.shadowRoot!.querySelector<HTMLElement>('.jump');

/** Scrolls `list` as its reader does. */
export async function scrollTo(list: MessageList, top: number): Promise<void> {
  logOf(list).scrollTop = top;
  await settled(list);
}

/** Hides `list` or shows it again, as a closed panel does. */
export async function show(list: MessageList, shown: boolean): Promise<void> {
  list.parentElement!.style.display = shown ? 'flex' : 'none';
  await settled(list);
}

/** What `list` says from now on about whether the reader is at the end. */
export function attendance(list: MessageList): boolean[] {
  const said: boolean[] = [];
  list.addEventListener('list-attend', (event) =>
    said.push((event as CustomEvent<ListAttendEvent['detail']>).detail.attending),
  );
  return said;
}
