import type { Locator, Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import type { PublicState } from '../../src/events.js';
import { until } from '../demo/emulator/until.js';
import type { Recorded } from './e2e-recorder.js';

/** Longer than the engine waits before any attempt. */
const LONGEST_WAIT_MS = 31_000;

/** One `<connect-chat>` on a page, by what a customer sees of it. */
export class ChatView {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page, selector = 'connect-chat') {
    this.page = page;
    this.element = page.locator(selector);
  }

  get launcher(): Locator {
    return this.element.getByRole('button', { name: /^(Open|Close) chat/ });
  }

  get composer(): Locator {
    return this.element.getByRole('textbox', { name: 'Write a message' });
  }

  get log(): Locator {
    return this.element.getByRole('log');
  }

  /** All messages, or those that contain `text`. */
  messages(text?: string | RegExp): Locator {
    return this.log.locator('[role=article]', text === undefined ? {} : { hasText: text });
  }

  /** Lines about who came, left, ended. */
  line(text: string | RegExp): Locator {
    return this.log.locator('[part~=system-line]', { hasText: text });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.composer.waitFor();
  }

  /** Writes `text` and sends it: with Enter, or under a finger, where Enter is a new line, with the button. */
  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    const touch = await this.page.evaluate(() => matchMedia('(pointer: coarse)').matches);
    if (touch) await this.button('Send').tap();
    else await this.composer.press('Enter');
  }

  state(): Promise<PublicState> {
    return this.element.evaluate((element: ConnectChat) => element.state);
  }

  /** Resolves with the state once `holds` is true of it. */
  when(what: string, holds: (state: PublicState) => boolean): Promise<PublicState> {
    return until(what, async () => {
      const state = await this.state();
      return holds(state) && state;
    });
  }

  /** Resolves with the contact's id once the chat is connected. */
  async connected(): Promise<string> {
    const { contactId } = await this.when('a connected chat', ({ connection }) => connection === 'connected');
    return contactId ?? '';
  }

  /** The public events of the page so far, or those of one name. */
  async events(name?: string): Promise<Recorded['events']> {
    const events = await this.page.evaluate(() => window.recorded.events);
    return name === undefined ? events : events.filter((event) => event.name === name);
  }

  /** What the announcers of the page have said so far. */
  said(): Promise<Recorded['said']> {
    return this.page.evaluate(() => window.recorded.said);
  }

  /** Hurries the page's clock, which must be installed, until the chat is connected again. */
  async reconnected(): Promise<void> {
    await until('the connection to be back', async () => {
      const phase = await this.element.evaluate(
        (element: ConnectChat) => element.session?.snapshot.session.phase,
      );
      // Only a wait is cut short: an attempt under way takes its own time.
      if (phase === 'waiting-to-retry') await this.page.clock.fastForward(LONGEST_WAIT_MS);
      return phase === 'connected';
    });
  }

  /** Waits for every animation of the page that has an end to have come to it. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const running = (root: Document | ShadowRoot): Animation[] => [
        ...root.getAnimations(),
        ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
          shadowRoot ? running(shadowRoot) : [],
        ),
      ];
      const ending = running(document).filter(
        ({ effect }) =>
          effect?.getComputedTiming().iterations !== Infinity &&
          // What is not drawn, as in closed details, does not move on.
          (effect as KeyframeEffect | null)?.target?.checkVisibility({ contentVisibilityAuto: true }),
      );
      await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
    });
  }
}

/** What a test puts on a page. */
export interface MountOptions {
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  /** Set before the element is connected. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Slot name to the words of a paragraph in it. */
  readonly slotted?: Readonly<Record<string, string>>;
}

/** Puts a `<connect-chat>` that talks to the page's own server onto a page. */
export async function mount(page: Page, options: MountOptions = {}): Promise<ChatView> {
  const { attributes = {}, properties = {}, slotted = {} } = options;
  const id = await page.evaluate(
    ([given, set, slots]) => {
      const element = document.createElement('connect-chat');
      // Never one that was there before: a chat is kept under its element's id.
      const counter = document.documentElement.dataset;
      counter['chats'] = String(Number(counter['chats'] ?? 0) + 1);
      element.id = `chat-${counter['chats']}`;
      const all: Record<string, string | boolean> = {
        'start-chat-endpoint': '/test/start',
        'participant-endpoint': location.origin,
        heading: 'Halden',
        ...given,
      };
      for (const [name, value] of Object.entries(all))
        if (value !== false) element.setAttribute(name, value === true ? '' : value);
      Object.assign(element, set);
      for (const [slot, words] of Object.entries(slots)) {
        const paragraph = Object.assign(document.createElement('p'), { slot, textContent: words });
        element.append(paragraph);
      }
      document.querySelector('main')?.append(element);
      return element.id;
    },
    [attributes, properties, slotted] as const,
  );
  return new ChatView(page, `#${id}`);
}
