import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { interactiveType, listContent, template } from '../fixtures/interactive-templates.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { kept } from '../support/e2e-truth.js';

// What the browser itself logs about a receipt that the end of its chat has overtaken, and about a connection to a chat that is over.
const forgive = /status of 403 .*\/participant\/(event|connection)$/;

let stage: Stage;
before(async () => (stage = await Stage.open({ timings: { surveyMs: 120_000 } })));
after(() => stage.close());

/** A connected chat with the scripted flow. */
async function chatting(
  t: TestContext,
  start: Readonly<Record<string, unknown>> = {},
): Promise<readonly [ChatView, string, Page]> {
  stage.answer('/test/flow', async () =>
    Response.json(await stage.control.start({ displayName: 'Sam', flow: true, ...start })),
  );
  const page = await stage.visit(t, '/test/blank.html', {
    forgive,
    prepare: (fresh) => fresh.clock.install(),
  });
  const chat = await mount(page, { attributes: { 'start-chat-endpoint': '/test/flow' } });
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('I have noted that').waitFor();
  return [chat, id, page];
}

async function endChat(chat: ChatView): Promise<void> {
  await chat.button('Chat options').click();
  await chat.button('End chat').click();
  await chat.element.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
}

/** What the customer has sent since "hello". */
const said = async (id: string) => (await kept(stage.control, id, 'CUSTOMER')).slice(1);

async function over(chat: ChatView, by: string): Promise<void> {
  await chat.button('Start a new chat').waitFor();
  assert.equal(await chat.composer.isVisible(), false);
  const [told] = await chat.events('ended');
  assert.equal(told?.detail.by, by);
}

describe('a survey', () => {
  it('follows when the agent leaves, is answered with the keyboard, and then the chat is over', async (t) => {
    const [chat, id, page] = await chatting(t);
    await chat.send('an agent, please');
    const agent = await stage.visit(t, '/agent');
    await agent.getByRole('button', { name: /Waiting/ }).click();
    await agent.getByRole('button', { name: 'Accept' }).click();
    await chat.line('Maya joined the chat').waitFor();
    await agent.getByRole('button', { name: 'End', exact: true }).click();
    await agent.getByRole('button', { name: 'Leave with a survey' }).click();
    await chat.line('Maya left the chat').waitFor();

    await chat.button('Very good').waitFor();
    await chat.composer.focus();
    const isOn = (name: string) =>
      chat.button(name).evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one);
    for (let presses = 0; !(await isOn('Good')); presses += 1) {
      assert.ok(presses < 10, 'The answer can be reached.');
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await chat.messages('What could we do better?').waitFor();
    assert.equal((await chat.state()).connection, 'connected');
    await chat.send('Nothing at all');
    await chat.messages('Thank you for telling us.').waitFor();
    await over(chat, 'agent');
    assert.deepEqual(await said(id), ['an agent, please', 'Good', 'Nothing at all']);

    await chat.button('Start a new chat').click();
    await chat.messages('Hello Sam').waitFor();
    assert.notEqual(await chat.connected(), id);
  });

  it('follows when the customer ends the chat, where only agents are disconnected then', async (t) => {
    const [chat, id, page] = await chatting(t, { disconnectOnCustomerExit: ['AGENT'] });
    await endChat(chat);
    await chat.button('Very good').click();
    await chat.messages('What could we do better?').waitFor();
    assert.equal((await stage.control.contact(id)).status, 'ending');
    await page.reload();
    await mount(page, { attributes: { 'start-chat-endpoint': '/test/flow' } });
    await chat.messages('What could we do better?').waitFor();
    await chat.send('Open on Sundays');
    await over(chat, 'customer');
    assert.deepEqual(await said(id), ['Very good', 'Open on Sundays']);
  });

  it('may be a list or a view', async (t) => {
    const [chat, id] = await chatting(t, { disconnectOnCustomerExit: ['AGENT'] });
    await endChat(chat);
    await chat.button('Very good').waitFor();
    const bot = { ParticipantRole: 'SYSTEM', ParticipantId: 'bot', DisplayName: 'BOT' };
    const { imageData: _, elements, ...content } = listContent;
    const list = template('ListPicker', { ...content, elements: elements.slice(1) });
    await stage.control.add(id, { ...bot, Content: JSON.stringify(list), ContentType: interactiveType });
    await chat.button('More lamps').waitFor();
    const viewData = { Heading: 'How was it?', Next: { Label: 'Done' } };
    await stage.control.view(id, { viewId: 'confirmation', viewData });
    await chat.button('Done').click();
    const answers = async () =>
      (await stage.control.contact(id)).requests.filter(
        ({ operation, body }) => operation === 'SendMessage' && String(body['Content']).includes('Next'),
      );
    const [answer] = await until('the answer to the view', async () => {
      const all = await answers();
      return all.length > 0 && all;
    });
    assert.equal(answer?.status, 200);
    assert.match(String(answer.body['ContentType']), /interactive\.response$/);
    await stage.control.end(id);
    await over(chat, 'customer');
  });

  it('can be left: ending the chat once more is the end', async (t) => {
    const [chat, id] = await chatting(t, { disconnectOnCustomerExit: ['AGENT'] });
    await endChat(chat);
    await chat.button('Very good').waitFor();
    await endChat(chat);
    await over(chat, 'customer');
    assert.deepEqual(await said(id), []);
  });

  it('that never comes does not keep a chat that is over: a new connection finds out', async (t) => {
    const [chat, id, page] = await chatting(t);
    await stage.control.fault('drop-items', {
      contactId: id,
      contentType: 'application/vnd.amazonaws.connect.event.chat.ended',
    });
    t.after(() => stage.control.clearFaults());
    await endChat(chat);
    await chat.messages('This chat is closing now').waitFor();
    await until('the end of the contact', async () => (await stage.control.contact(id)).status === 'ended');
    assert.equal(await chat.button('Start a new chat').isVisible(), false);
    await page.clock.fastForward(10_000);
    await over(chat, 'customer');
  });
});
