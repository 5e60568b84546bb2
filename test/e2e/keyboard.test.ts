import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** What has the focus, by part, else by words; through every shadow root. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'nothing';
    return element.getAttribute('part')?.split(' ')[0] ?? element.textContent.trim();
  });
}

const focusOn = (page: Page, what: string) =>
  until(`the focus on ${what}`, async () => (await focused(page)) === what);

/** Presses Tab, or Shift+Tab, and returns where that leads for as long as it leads into the chat. */
async function tabStops(page: Page, key: string, count: number): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let press = 0; press < count; press += 1) {
    await page.keyboard.press(key);
    stops.push(await focused(page));
  }
  return stops;
}

async function say(chat: ChatView, text: string): Promise<void> {
  await chat.page.keyboard.type(text);
  await chat.page.keyboard.press('Enter');
  await chat.messages(text).filter({ hasText: 'Sent' }).waitFor();
}

/** Shows the tools for formatting, formats with one of them, and hides them again. Ends in the field. */
async function useTools({ page, composer }: ChatView): Promise<void> {
  await composer.focus();
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor();
  assert.deepEqual(await tabStops(page, 'Tab', 2), ['format-tool', 'send'], 'The tools are one stop.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await focusOn(page, 'input');
  assert.equal(await composer.inputValue(), '**bold**');
  assert.deepEqual(await tabStops(page, 'Tab', 2), ['format', 'format-tool']);
  await page.keyboard.press('Escape');
  await focusOn(page, 'format');
  await page.keyboard.press('Shift+Tab');
  await focusOn(page, 'input');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

describe('with the keyboard alone', () => {
  it('a whole conversation can be held, ended and begun again', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { forgive: /Failed to load resource/ });
    const chat = await mount(page, { attributes: { floating: true } });
    await page.locator('#elsewhere').focus();
    await page.keyboard.press('Tab');
    await focusOn(page, 'launcher');
    await page.keyboard.press('Enter');
    await focusOn(page, 'input');
    await say(chat, 'hello');
    const id = await chat.connected();
    await page.keyboard.type('two');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('lines');
    assert.equal(await chat.composer.inputValue(), 'two\nlines');
    await page.keyboard.press('Enter');
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'See https://example.com' });
    await chat.messages('example.com').waitFor();
    assert.equal(await focused(page), 'input', 'What arrives takes no focus.');

    // Header, log as one stop, composer, formatting, send.
    assert.deepEqual(await tabStops(page, 'Shift+Tab', 4), [
      'attach',
      'https://example.com',
      'log',
      'minimise',
    ]);
    assert.deepEqual(await tabStops(page, 'Shift+Tab', 1), ['options']);
    assert.deepEqual(await tabStops(page, 'Tab', 7), [
      'minimise',
      'log',
      'https://example.com',
      'attach',
      'input',
      'format',
      'send',
    ]);

    await useTools(chat);
    await page.keyboard.type('sent by its button');
    await tabStops(page, 'Tab', 2);
    await page.keyboard.press('Space');
    await chat.messages('sent by its button').filter({ hasText: 'Sent' }).waitFor();

    await walkLog(chat);
    await mendFailure(chat, id);

    await chat.button('Chat options').focus();
    await page.keyboard.press('Enter');
    await focusOn(page, 'menu-item');
    await page.keyboard.press('Escape');
    await focusOn(page, 'options');
    await page.keyboard.press('Space');
    await focusOn(page, 'menu-item');
    await page.keyboard.press('Enter');
    await focusOn(page, 'Keep chatting');
    assert.deepEqual(await tabStops(page, 'Tab', 3), ['End chat', 'Keep chatting', 'End chat']);
    await page.keyboard.press('Escape');
    await focusOn(page, 'options');
    assert.equal((await chat.state()).connection, 'connected', 'Escape ends nothing.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await focusOn(page, 'Keep chatting');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chat.button('Start a new chat').waitFor();
    await focusOn(page, 'ended');
    await page.keyboard.press('Tab');
    await focusOn(page, 'new-chat');
    await page.keyboard.press('Enter');
    await focusOn(page, 'input');
    await say(chat, 'a new chat');
    assert.notEqual(await chat.connected(), id);
    await page.keyboard.press('Escape');
    await focusOn(page, 'launcher');
  });
});

/** Up and Down go from message to message, Home and End to the first and last, Escape back to the composer. */
async function walkLog(chat: ChatView): Promise<void> {
  const { page } = chat;
  const at = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.querySelector('[part~=bubble]')?.textContent.trim() ?? element?.getAttribute('part');
    });
  await chat.log.focus();
  await page.keyboard.press('Home');
  assert.equal(await at(), 'hello');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'two\nlines');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'See https://example.com');
  await page.keyboard.press('ArrowUp');
  assert.equal(await at(), 'two\nlines');
  await page.keyboard.press('End');
  assert.equal(await at(), 'sent by its button');
}

/** A message that has failed is tried again, and the focus stays in the chat. */
async function mendFailure(chat: ChatView, id: string): Promise<void> {
  const { page } = chat;
  await stage.control.fault('status', { operation: 'SendMessage', status: 413, times: 1, contactId: id });
  await chat.composer.focus();
  await page.keyboard.type('turned down');
  await page.keyboard.press('Enter');
  const discard = chat.messages('turned down').getByRole('button', { name: 'Discard' });
  await discard.waitFor();
  await discard.focus();
  await page.keyboard.press('Enter');
  await chat.messages('turned down').waitFor({ state: 'detached' });
  assert.notEqual(await focused(page), 'nothing', 'The focus has not fallen out of the chat.');
}
