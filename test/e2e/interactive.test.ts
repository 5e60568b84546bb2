import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  interactiveType,
  listContent,
  quickContent,
  responseType,
  template,
} from '../fixtures/interactive-templates.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const bot = { ParticipantRole: 'SYSTEM', ParticipantId: 'bot', DisplayName: 'BOT' };

/** A connected chat in which a bot has sent `message`. */
async function asked(page: Page, message: object): Promise<readonly [ChatView, string]> {
  const chat = await mount(page);
  await chat.send('hello');
  const id = await chat.connected();
  await ask(id, message);
  return [chat, id];
}

function ask(id: string, message: object): Promise<unknown> {
  return stage.control.add(id, { ...bot, Content: JSON.stringify(message), ContentType: interactiveType });
}

/** What the service has been sent since "hello": content type and text. */
async function received(id: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const { transcript } = await stage.control.contact(id);
  return transcript
    .filter(
      ({ ParticipantRole, Type, Content }) =>
        ParticipantRole === 'CUSTOMER' && Type === 'MESSAGE' && Content !== 'hello',
    )
    .map(({ ContentType, Content }) => [ContentType, Content] as const);
}

// Pictures are from a host that is none.
const { imageData: _, elements, ...content } = listContent;
const list = template('ListPicker', { ...content, elements: elements.slice(1) });

describe('interactive messages', () => {
  it('are paged, answered, told to the page, and stay answered after a refresh', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const [chat, id] = await asked(page, list);
    await chat.button('More lamps').click();
    await ask(
      id,
      template('ListPicker', {
        title: 'Other lamps',
        referenceId: 'lamps-1',
        elements: [{ title: 'Globe' }],
      }),
    );
    await chat.button('Globe').click();
    await chat.messages('Globe').filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await received(id), [
      [
        responseType,
        '{"version":"1.0","action":"SHOW_MORE","data":{"actionName":"SHOW_MORE","listId":"main","preIndex":0,"nextIndex":2,"templateType":"ListPicker","referenceId":"lamps-1"}}',
      ],
      ['text/plain', 'Globe'],
    ]);
    const told = (await chat.events())
      .filter(({ name }) => name === 'interactive')
      .map(({ detail }) => [detail.templateType, detail.supported, detail.answer]);
    assert.deepEqual(told, [
      ['ListPicker', true, undefined],
      ['ListPicker', true, undefined],
      ['ListPicker', true, 'Globe'],
    ]);
    for (const refreshed of [false, true]) {
      if (refreshed) {
        await page.reload();
        await mount(page);
      }
      await chat.messages('You chose Globe').waitFor();
      assert.equal(await chat.messages().count(), 3);
      assert.equal(await chat.button('Globe').count(), 0);
    }
  });

  it('have quick replies that bring up no keyboard', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    const [chat, id] = await asked(page, template('QuickReply', quickContent));
    await chat.button('Yes').tap();
    await chat.messages('Yes').filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await received(id), [['text/plain', 'Yes']]);
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.localName;
    });
    assert.notEqual(focused, 'textarea');
  });
});
