import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** How far the log is from its end, and how far it is scrolled, in px. */
const position = (chat: ChatView) =>
  chat.log.evaluate((log) => ({
    fromEnd: Math.round(log.scrollHeight - log.clientHeight - log.scrollTop),
    top: Math.round(log.scrollTop),
  }));

const atEnd = (chat: ChatView) =>
  until('the log to be at its end', async () => (await position(chat)).fromEnd <= 1);

/** A conversation of several screens, at its end. */
async function longChat(t: TestContext): Promise<readonly [ChatView, string]> {
  const page = await stage.visit(t, '/test/blank.html');
  const chat = await mount(page);
  await chat.send('hello');
  const id = await chat.connected();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  await stage.control.add(id, ...Array.from({ length: 30 }, (_, index) => ({ Content: `Line ${index}` })));
  await chat.messages('Line 29').waitFor();
  await atEnd(chat);
  return [chat, id];
}

describe('the log', () => {
  it('follows its end, whatever arrives', async (t) => {
    const [chat, id] = await longChat(t);
    await stage.control.agent(id, 'message', { content: 'a\nb\nc\nd\ne\nf' });
    await stage.control.agent(id, 'typing');
    await stage.control.agent(id, 'message', { content: 'The last one' });
    await chat.messages('The last one').waitFor();
    await atEnd(chat);
    assert.equal((await chat.state()).unread, 0);
  });

  it('stays at its end while the field below grows and shrinks', async (t) => {
    const [chat, id] = await longChat(t);
    const jump = chat.element.locator('[part=jump]');
    for (let line = 1; line <= 8; line += 1) {
      await chat.composer.press('Shift+Enter');
      await chat.composer.pressSequentially('word');
    }
    await atEnd(chat);
    assert.equal(await jump.count(), 0);
    await chat.composer.fill('');
    // A frame between the two, as there is between two keys: a log that grows and shrinks in one looks scrolled up.
    await chat.page.evaluate(() => new Promise(requestAnimationFrame));
    await chat.composer.fill('pasted\n'.repeat(40));
    await atEnd(chat);
    await stage.control.agent(id, 'message', { content: 'Meanwhile' });
    await chat.messages('Meanwhile').waitFor();
    await atEnd(chat);
    assert.equal(await jump.count(), 0);
    await chat.composer.fill('');
    await atEnd(chat);
  });

  it('stays at its end when the field gives way to the end of the chat', async (t) => {
    const [chat, id] = await longChat(t);
    await chat.composer.fill('three\nlines\nhere');
    await stage.control.end(id);
    await chat.button('Start a new chat').waitFor();
    await atEnd(chat);
    assert.equal(await chat.element.locator('[part=jump]').count(), 0);
  });

  it('moves nothing for a reader who is elsewhere, and says how much is new', async (t) => {
    const [chat, id] = await longChat(t);
    await chat.log.hover();
    await chat.page.mouse.wheel(0, -600);
    await chat.element.locator('[part=jump]').waitFor();
    await until('the wheel to have come to rest', async () => (await position(chat)).fromEnd >= 590);
    const before = await position(chat);
    await stage.control.add(id, { Content: 'One more' }, { Content: 'And another' });
    const jump = chat.element.getByRole('button', { name: '2 new messages' });
    await jump.waitFor();
    assert.equal((await position(chat)).top, before.top);
    await jump.click();
    await atEnd(chat);
    await chat.when('nothing unread', ({ unread }) => unread === 0);
  });

  it('goes to its end when the customer sends', async (t) => {
    const [chat] = await longChat(t);
    await chat.log.evaluate((log) => log.scrollTo(0, 0));
    await chat.element.locator('[part=jump]').waitFor();
    await chat.send('back to the end');
    await chat.messages('back to the end').waitFor();
    await atEnd(chat);
  });
});

describe('a floating chat that is opened again', () => {
  it('shows the first of the news, although the reader had scrolled up before it was closed', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.open();
    await chat.send('hello');
    const id = await chat.connected();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.add(id, ...Array.from({ length: 30 }, (_, index) => ({ Content: `Line ${index}.` })));
    await chat.messages('Line 29.').waitFor();
    await atEnd(chat);
    await chat.messages('Line 5.').evaluate((row) => row.scrollIntoView({ block: 'start' }));
    await chat.element.locator('[part=jump]').waitFor();
    await stage.control.agent(id, 'message', { content: 'While open' });
    await chat.messages('While open').waitFor();
    await chat.button('Minimise chat').click();
    await chat.composer.waitFor({ state: 'hidden' });
    await stage.control.add(id, ...Array.from({ length: 20 }, (_, index) => ({ Content: `News ${index}.` })));
    await chat.when('the news', ({ unread }) => unread === 21);
    await chat.open();
    const divider = chat.log.locator('[part=divider]');
    await until('the divider in view', () =>
      divider.evaluate((line) => {
        const log = line.closest('[part=log]')!.getBoundingClientRect();
        const { top, bottom } = line.getBoundingClientRect();
        return top >= log.top && bottom <= log.bottom;
      }),
    );
    assert.equal((await chat.state()).unread, 21);
  });
});
