import { fixture, html } from '@open-wc/testing';
// What a chat fetches when it needs it is here before the first test: the time that takes is not what is tested.
import '../../components/attachment-kit.js';
import '../../components/custom-kit.js';
import '../../components/sign-in-kit.js';
import '../../src/chat.js';
import '../../src/uploads/uploads.js';
import { ConnectChat } from '../../src/connect-chat.js';
import { define } from '../../src/define.js';
import type { ConnectChatEventName } from '../../src/events.js';
import { FakeService } from './fake-service.js';

/** A chat on the page, and the service that it talks to. */
export interface MountedChat {
  readonly element: ConnectChat;
  readonly service: FakeService;
}

/** Puts a chat with a working endpoint on the page. `properties` are set before it is connected. */
export async function mountChat(
  properties: Partial<ConnectChat> = {},
  slotted: Node[] = [],
): Promise<MountedChat> {
  define('connect-chat', ConnectChat);
  const service = new FakeService();
  const element = Object.assign(document.createElement('connect-chat'), {
    startChatEndpoint: 'https://start.example/',
    region: 'eu-west-2',
    transport: service.transport,
    // One page runs all tests of a file: none must find another's chat.
    storage: 'none',
    ...properties,
  });
  element.append(...slotted);
  await fixture(html`${element}`);
  return { element, service };
}

/** The same, with the chat started and connected. */
export async function mountConnected(properties: Partial<ConnectChat> = {}): Promise<MountedChat> {
  const mounted = await mountChat(properties);
  const { element } = mounted;
  await element.start();
  await reached(element, () => element.state.connection === 'connected');
  return mounted;
}

/** Resolves with the next event of that name. */
export function told<Name extends ConnectChatEventName>(
  target: HTMLElement,
  name: Name,
): Promise<HTMLElementEventMap[`connect-chat-${Name}`]> {
  return new Promise((resolve) =>
    target.addEventListener(`connect-chat-${name}`, (event) => resolve(event), { once: true }),
  );
}

/** Everything that the element tells from now on, in order: name and detail. */
export function record(
  target: EventTarget,
  ...names: ConnectChatEventName[]
): (readonly [string, unknown])[] {
  const events: (readonly [string, unknown])[] = [];
  for (const name of names) {
    target.addEventListener(`connect-chat-${name}`, (event) =>
      events.push([name, (event as CustomEvent).detail]),
    );
  }
  return events;
}

/** Resolves once `is` holds after a change of the session. */
export async function reached(element: ConnectChat, is: () => boolean): Promise<void> {
  if (is()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = element.session?.subscribe(() => {
      if (!is()) return;
      unsubscribe?.();
      resolve();
    });
  });
}

/** Resolves once what is told after painting has been told. */
export async function painted(element: ConnectChat): Promise<void> {
  await element.updateComplete;
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}

/** What matches in the element's shadow tree, and in the trees within. */
export function inside(root: Element, selector: string): HTMLElement | undefined {
  const scope = root.shadowRoot;
  const here = scope?.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const child of scope?.querySelectorAll('*') ?? []) {
    const found = inside(child, selector);
    if (found) return found;
  }
  return undefined;
}

/** Resolves once something in the shadow trees matches. */
export async function appeared(root: ConnectChat, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = inside(root, selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}
