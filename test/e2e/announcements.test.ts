import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const bot = { ParticipantRole: 'SYSTEM', ParticipantId: 'bot', DisplayName: 'BOT' };

/** Waits until the announcers have said exactly `expected`, in that order. */
async function heard(chat: ChatView, expected: readonly string[]): Promise<void> {
  await until(
    `"${expected.at(-1) ?? ''}" to be said`,
    async () => (await chat.said()).length >= expected.length,
  );
  assert.deepEqual(await chat.said(), expected);
}

describe('what a screen reader is told', () => {
  it('is each thing once, in order, and never what was there before', async (t) => {
    const { control } = stage;
    const page = await stage.visit(t, '/test/blank.html', {
      forgive: /Failed to load resource/,
      prepare: (fresh) => fresh.clock.install(),
    });
    const chat = await mount(page);
    await chat.send('hello');
    const id = await chat.connected();
    const said: string[] = [];
    const now = async (...sentences: string[]) => {
      said.push(...sentences);
      await heard(chat, said);
    };

    await control.add(id, {
      ...bot,
      Content: 'Welcome, **Sam**. [Read on](https://example.com)',
      ContentType: 'text/markdown',
    });
    await now('Assistant: Welcome, Sam. Read on');

    const chunk = (Content: string, ChunkNumber: number, MessageCompleted: boolean) =>
      control.add(id, { ...bot, Id: 'stream', Content, MessageMetadata: { ChunkNumber, MessageCompleted } });
    await chunk('It began ', 1, false);
    await chunk('in a ', 2, false);
    await chat.messages('It began in a').waitFor();
    await now();
    await chunk('It began in a shed.', 3, true);
    await now('Assistant: It began in a shed.');

    await control.agent(id, 'join', { displayName: 'Maya' });
    await now('Maya joined the chat');
    await control.agent(id, 'typing');
    await chat.element.getByText('Maya is writing').first().waitFor();
    await now();
    await page.clock.fastForward(2_100);
    await now('Maya is writing');
    await control.agent(id, 'typing');
    await control.agent(id, 'message', { content: 'Hi, I can help.' });
    await now('Maya: Hi, I can help.');

    await control.fault('status', { operation: 'SendMessage', status: 400, times: 1, contactId: id });
    await chat.send('this one fails');
    await now('Not sent: this one fails. Try again from the chat history.');

    await control.fault('drop-sockets', { contactId: id });
    await chat.when('the loss', ({ connection }) => connection === 'reconnecting');
    const missed = [1, 2, 3, 4, 5].map((number) => ({ Content: `Missed ${number}`, DisplayName: 'Maya' }));
    await control.add(id, ...missed);
    await chat.reconnected();
    await chat.messages('Missed 5').waitFor();
    const missedNews = /^(5 new messages|Conversation restored, \d+ messages, 5 new)$/;
    await until('what was missed to be said', async () =>
      (await chat.said()).some((sentence) => missedNews.test(sentence)),
    );
    const since = (await chat.said()).slice(said.length);
    said.push(...since);
    // Whether the loss was long enough to be told is for the dice; if it was, so is its end.
    const loss = since.filter((sentence) => !missedNews.test(sentence));
    assert.ok(['', 'Connection lost. You can keep writing.,Back online.'].includes(loss.join()), loss.join());
    await chat.send('go on');
    await chat.messages('go on').filter({ hasText: 'Sent' }).waitFor();

    await control.end(id);
    await now('Maya left the chat', 'The chat ended');
    await chat.button('Start a new chat').click();
    await chat.connected();
    await chat.send('a second chat');
    await chat.messages('a second chat').filter({ hasText: 'Sent' }).waitFor();
    await now();
  });

  it('is that the connection is lost once that has lasted, and when it is back', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { prepare: (fresh) => fresh.clock.install() });
    const chat = await mount(page);
    await chat.send('hello');
    await chat.connected();
    await page.context().setOffline(true);
    await chat.element.getByText('You’re offline').waitFor();
    assert.deepEqual(await chat.said(), []);
    await page.clock.fastForward(2_100);
    await heard(chat, ['Connection lost. You can keep writing.']);
    await page.context().setOffline(false);
    await chat.reconnected();
    await heard(chat, ['Connection lost. You can keep writing.', 'Back online.']);
  });

  it('is nothing of a chat that was going on already', async (t) => {
    const details = await stage.control.start();
    const { ContactId: id } = details;
    await stage.control.add(
      id,
      { ...bot, Content: 'Said long ago' },
      { ParticipantRole: 'CUSTOMER', Content: 'Answered long ago' },
      { ...bot, Content: 'Said a little later' },
    );
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, {
      attributes: { 'auto-start': true },
      properties: { chatDetails: details },
    });
    await chat.messages('Said a little later').waitFor();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await heard(chat, ['Maya joined the chat']);
    await stage.control.agent(id, 'message', { content: 'News' });
    await heard(chat, ['Maya joined the chat', 'Maya: News']);
  });

  it('is the unread count while the chat is closed', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { floating: true } });
    const news = chat.element.locator('.news[role=status]');
    await news.waitFor({ state: 'attached' });
    await chat.open();
    await chat.send('hello');
    const id = await chat.connected();
    await chat.button('Minimise chat').click();
    await chat.composer.waitFor({ state: 'hidden' });
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'Are you there?' });
    await news.filter({ hasText: '1 unread message' }).waitFor({ state: 'attached' });
  });
});
