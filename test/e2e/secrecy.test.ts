import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { mount } from '../support/e2e-chat.js';
import { exposed } from '../support/e2e-exposed.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

interface Credentials {
  readonly data?: { readonly startChatResult?: { readonly ParticipantToken?: string } };
  readonly Websocket?: { readonly Url?: string };
  readonly ConnectionCredentials?: { readonly ConnectionToken?: string };
}

/** Collects every credential that comes over the network of `page`, and everything that it logs. */
function overhear(page: Page): {
  readonly secrets: () => Promise<readonly string[]>;
  readonly logs: string[];
} {
  const answers: Promise<Credentials>[] = [];
  const logs: string[] = [];
  const urls: string[] = [];
  page.on('response', (response) => {
    if (/start-chat$|\/participant\/connection$/.test(response.url()))
      answers.push(response.json().catch(() => ({})) as Promise<Credentials>);
  });
  page.on('websocket', (socket) => urls.push(socket.url()));
  page.on('console', (message) => logs.push(message.text()));
  return {
    logs,
    secrets: async () => {
      const tokens = (await Promise.all(answers)).flatMap((answer) => [
        answer.data?.startChatResult?.ParticipantToken,
        answer.ConnectionCredentials?.ConnectionToken,
        answer.Websocket?.Url,
      ]);
      return [...new Set([...tokens, ...urls].filter((secret) => secret !== undefined))];
    },
  };
}

/** A whole token, and enough of its middle to know it by. */
const traces = (secret: string) => [secret, secret.slice(-40, -10)];

describe('credentials', () => {
  it('are nowhere that a page, its storage or its console could show them', async (t) => {
    let heard: ReturnType<typeof overhear> | undefined;
    const page = await stage.visit(t, '/test/blank.html', {
      forgive: /Failed to load resource/,
      prepare: async (fresh) => {
        heard = overhear(fresh);
        await fresh.clock.install();
      },
    });
    const chat = await mount(page, {
      // What is kept for a refresh holds the participant token, as it must; the promise is about everything else.
      attributes: { 'start-chat-endpoint': '/start-chat', floating: true, storage: 'none' },
    });
    const seen: string[] = [];
    const look = async () => void seen.push(await exposed(chat));
    await chat.open();
    await stage.control.fault('status', { operation: 'StartChatContact', status: 500, times: 5 });
    await chat.send('hello');
    await chat.element.locator('[part=start-error]').waitFor();
    await look();
    await stage.control.clearFaults();
    await chat.button('Try again').click();
    await chat.messages('I have noted that').waitFor();
    await chat.send('markdown');
    await chat.messages('three most loved').waitFor();
    await look();
    const id = await chat.connected();
    await stage.control.fault('status', { operation: 'SendMessage', status: 400, times: 1 });
    await chat.send('refused');
    await chat.element.getByRole('button', { name: 'Discard' }).waitFor();
    await stage.control.fault('drop-sockets', { contactId: id });
    await chat.when('the loss', ({ connection }) => connection === 'reconnecting');
    await look();
    await chat.reconnected();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'Hi' });
    await chat.messages('Maya').waitFor();
    await stage.control.end(id);
    await chat.button('Start a new chat').waitFor();
    await look();
    await chat.button('Start a new chat').click();
    await chat.messages('Hello Customer').waitFor();
    await look();

    const secrets = (await heard?.secrets()) ?? [];
    assert.ok(secrets.length >= 8, `Two contacts and three connections have ${secrets.length} secrets.`);
    const everything = [...seen, ...(heard?.logs ?? [])].join('\n');
    assert.match(everything, new RegExp(id), 'Ids are there, so the search finds things.');
    for (const secret of secrets)
      for (const trace of traces(secret)) assert.ok(!everything.includes(trace), `Found ${trace}`);
    assert.doesNotMatch(everything, /wss?:\/\/|ParticipantToken|ConnectionToken/);
  });
});
