import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { ChatView, mount } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

// What the browser itself logs about a receipt that the end of its chat has overtaken.
const forgive = /status of 403 .*\/participant\/event$/;

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const story = 'Halden began in 1962 in a boat shed by the fjord';

/** Notes every text that the answer beginning with `start` ever had, and whether its node was ever another. */
async function watchAnswer(chat: ChatView, start: string): Promise<() => Promise<readonly string[]>> {
  const watch = await chat.log.evaluateHandle((log, beginning) => {
    const texts: string[] = [];
    let node: Element | undefined;
    const note = () => {
      const found = [...log.querySelectorAll('[role=article]')].find((one) =>
        one.querySelector('.bubble')?.textContent.trim().startsWith(beginning),
      );
      if (!found) return;
      if (node && node !== found) texts.push('ANOTHER NODE');
      node = found;
      const text = found.querySelector('.bubble')?.textContent.trim() ?? '';
      if (texts.at(-1) !== text) texts.push(text);
    };
    new MutationObserver(note).observe(log, { childList: true, subtree: true, characterData: true });
    return texts;
  }, start);
  return () => watch.jsonValue();
}

/** The agent's window, with the contact that waits in front of it, accepted as Maya. */
async function accept(agent: Page): Promise<void> {
  await agent.getByRole('button', { name: /Waiting/ }).click();
  await agent.getByLabel('Your name').fill('Maya');
  await agent.getByRole('button', { name: 'Accept' }).click();
  await agent.getByRole('textbox', { name: 'Message as Maya' }).waitFor();
}

/** Plays a whole chat from the first word to the next chat. */
async function converse(chat: ChatView, agent: Page): Promise<void> {
  await chat.send('hello there');
  await chat.messages('hello there').waitFor();
  await chat.messages('Hello Sam Rivera, this is Halden').waitFor();
  await chat.messages('I have noted that').waitFor();

  await chat.send('markdown please');
  const formatted = chat.messages('three most loved').filter({ has: chat.page.locator('strong') });
  await formatted.waitFor();
  assert.equal(await formatted.locator('ol > li').count(), 3);
  const link = formatted.getByRole('link', { name: 'five-year guarantee' });
  assert.equal(await link.getAttribute('target'), '_blank');
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');

  const answer = await watchAnswer(chat, 'Halden began');
  await chat.send('tell me a long story');
  await chat.messages('We still make them that way.').waitFor();
  const texts = await answer();
  assert.ok(texts.length > 4, `It grew in ${texts.length} steps.`);
  for (const [index, text] of texts.entries())
    assert.ok(text.startsWith(texts[index - 1] ?? 'Halden began'), text);
  assert.equal(await chat.messages(story).count(), 1);

  await chat.send('an agent, please');
  await accept(agent);
  await chat.line('Maya joined the chat').waitFor();
  const reply = agent.getByRole('textbox', { name: 'Message as Maya' });
  await reply.pressSequentially('Hi');
  await chat.element.getByText('Maya is writing').waitFor();
  await reply.press('Enter');
  await chat.messages('Maya').filter({ hasText: 'Hi' }).waitFor();
  await chat.element.getByText('Maya is writing').waitFor({ state: 'detached' });
  await chat.send('my lamp hums');
  await agent.getByText('my lamp hums').first().waitFor();
  await chat.messages('my lamp hums').filter({ hasText: 'Read' }).waitFor();
  await agent.getByLabel('Markdown').check();
  await reply.fill('Please send the **serial number**');
  await reply.press('Enter');
  await chat.messages('serial number').locator('strong', { hasText: 'serial number' }).waitFor();

  await agent.getByRole('button', { name: 'Transfer' }).click();
  await agent.getByLabel('To').fill('Grace');
  await agent.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
  await chat.line('Grace joined the chat').waitFor();
  await chat.line('Maya left the chat').waitFor();

  await agent.getByRole('button', { name: 'End', exact: true }).click();
  await agent.getByRole('dialog').getByRole('button', { name: 'End chat' }).click();
  await chat.button('Start a new chat').waitFor();
  assert.equal(await chat.composer.isVisible(), false);
}

/** Starts the chat after the one that has ended, on the very same page. */
async function startAnew(chat: ChatView): Promise<void> {
  const { contactId } = await chat.state();
  const [last] = await chat.events('ended');
  assert.deepEqual(last?.detail, { contactId, by: 'agent' });
  await chat.button('Start a new chat').click();
  await chat.messages('Hello Sam Rivera').waitFor();
  await chat.send('me again');
  await chat.messages('I have noted that').waitFor();
  const next = await chat.state();
  assert.notEqual(next.contactId, contactId);
  assert.equal(await chat.messages('my lamp hums').count(), 0);
}

describe('a conversation', () => {
  it('goes from the launcher over bot and agent to the next chat', async (t) => {
    const page = await stage.visit(t, '/', { forgive });
    const agent = await stage.visit(t, '/agent');
    const chat = new ChatView(page);
    await chat.launcher.click();
    await chat.composer.waitFor();
    await page.waitForFunction(() => document.activeElement?.localName === 'connect-chat');
    await converse(chat, agent);
    await startAnew(chat);
    const names = (await chat.events()).map(({ name }) => name);
    for (const name of ['ready', 'open', 'started', 'connection', 'sent', 'receipt', 'message', 'typing'])
      assert.ok(names.includes(name), `${name} was told`);
    assert.equal(names.filter((name) => name === 'ready').length, 1);
    assert.equal(names.filter((name) => name === 'started').length, 2, 'a transfer starts nothing');
  });

  it('goes the same way inline', async (t) => {
    const page = await stage.visit(t, '/inline', { forgive });
    const agent = await stage.visit(t, '/agent');
    const chat = new ChatView(page);
    await chat.composer.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    await converse(chat, agent);
    await startAnew(chat);
  });

  it('is each widget’s own when there are two on a page', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { forgive });
    const [first, second] = [
      await mount(page, { attributes: { 'start-chat-endpoint': '/start-chat', 'customer-name': 'Ada' } }),
      await mount(page, { attributes: { 'start-chat-endpoint': '/start-chat', 'customer-name': 'Bo' } }),
    ];
    await Promise.all([first.composer.waitFor(), second.composer.waitFor()]);
    await first.send('markdown');
    await second.send('only mine');
    await first.messages('three most loved').waitFor();
    await second.messages('I have noted that').waitFor();
    await first.messages('Hello Ada').waitFor();
    await second.messages('Hello Bo').waitFor();
    assert.equal(await first.messages('only mine').count(), 0);
    assert.equal(await second.messages('three most loved').count(), 0);
    const [a, b] = [await first.connected(), await second.connected()];
    assert.notEqual(a, b);
    await stage.control.end(a);
    await first.button('Start a new chat').waitFor();
    await second.send('and I go on');
    await second.messages('and I go on').filter({ hasText: 'Read' }).waitFor();
    assert.equal(await second.button('Start a new chat').count(), 0);
  });
});
