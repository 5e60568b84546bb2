import type { Locator, Page } from 'playwright-core';
import type { TestContext } from 'node:test';
import { ChatView } from './e2e-chat.js';
import type { Stage, VisitOptions } from './e2e-stage.js';

/** What the page has handed to its back end, as JSON text, in order. */
export type Handed = readonly string[];

/** A customer who is asked to sign in. */
export class SignInView {
  readonly chat: ChatView;
  readonly id: string;
  readonly handed: Handed;

  constructor(chat: ChatView, id: string, handed: Handed) {
    this.chat = chat;
    this.id = id;
    this.handed = handed;
  }

  get page(): Page {
    return this.chat.page;
  }

  /** The card, by what it says. */
  says(words: string): Locator {
    return this.chat.element.locator('connect-chat-sign-in').getByRole('status').filter({ hasText: words });
  }

  /** Presses what opens the window and returns the window, with the sign-in page in it. */
  async window(name = 'Sign in'): Promise<Page> {
    const control = this.chat.button(name).or(this.chat.element.getByRole('link', { name }));
    const [popup] = await Promise.all([this.page.waitForEvent('popup'), control.click()]);
    await popup.getByRole('heading', { name: 'Sign in' }).waitFor();
    return popup;
  }
}

/** Decides on the sign-in page how it goes, and waits until its window has closed. */
export async function decide(popup: Page, decision: string, name?: string): Promise<void> {
  if (name !== undefined) await popup.getByLabel('Name in your profile').fill(name);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: decision }).click({ noWaitAfter: true });
  await closed;
}

/** Visits a page whose chat has begun and in which the customer has just been asked to sign in. */
export async function askedToSignIn(
  t: TestContext,
  stage: Stage,
  attributes: Readonly<Record<string, string | boolean>> = {},
  options: VisitOptions = {},
): Promise<SignInView> {
  const path = stage.chatPage('/test/sign-in.html', {
    'auto-start': true,
    'auth-endpoint': '/authentication',
    ...attributes,
  });
  const handed: string[] = [];
  const page = await stage.visit(t, path, {
    popups: true,
    ...options,
    prepare: async (fresh) => {
      fresh.on('request', (request) => {
        if (request.url().endsWith('/authentication')) handed.push(request.postData() ?? '');
      });
      await options.prepare?.(fresh);
    },
  });
  const chat = new ChatView(page);
  const id = await chat.connected();
  await stage.control.askToSignIn(id);
  const view = new SignInView(chat, id, handed);
  await view.says('Sign in to continue').waitFor();
  return view;
}
