import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { mount } from '../support/e2e-chat.js';
import { Stage, type VisitOptions } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const phone: VisitOptions = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

/** Elements that a finger is to hit, smaller than 24 × 24 px. */
const tooSmall = (scope: Locator) =>
  scope.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { width, height } = button.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) && !button.matches('.link-button'); // Those are within a line.
      })
      .map((button) => button.outerHTML.slice(0, 120)),
  );

describe('on a phone', () => {
  it('the panel is the whole screen, and brings up no keyboard by itself', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', phone);
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.tap();
    await chat.composer.waitFor();
    const box = await chat.element.locator('[part=panel]').boundingBox();
    assert.deepEqual(box, { x: 0, y: 0, width: 360, height: 640 });
    assert.equal(await chat.launcher.isVisible(), false);
    const focused = await chat.composer.evaluate(
      (field) => (field.getRootNode() as ShadowRoot).activeElement === field,
    );
    assert.equal(focused, false);
    assert.ok(await chat.composer.evaluate((field) => parseFloat(getComputedStyle(field).fontSize) >= 16));
    await chat.button('Minimise chat').tap();
    await chat.launcher.waitFor();
  });

  it('Enter is a new line, the button sends, and every button can be hit', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', phone);
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.tap();
    await chat.composer.tap();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    assert.equal(await chat.composer.inputValue(), 'one\ntwo');
    await chat.button('Send').tap();
    await chat.messages('one').filter({ hasText: 'Sent' }).waitFor();
    assert.equal(await chat.composer.inputValue(), '');
    assert.deepEqual(await tooSmall(chat.element), []);
    const id = await chat.connected();
    await stage.control.end(id);
    await chat.button('Start a new chat').waitFor();
    assert.deepEqual(await tooSmall(chat.element), []);
  });

  it('nothing is wider than the screen', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', {
      ...phone,
      viewport: { width: 320, height: 460 },
    });
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.tap();
    await chat.send('hello');
    const id = await chat.connected();
    const long = 'W'.repeat(240);
    await stage.control.agent(id, 'join', { displayName: `Maximiliane ${long}` });
    const wide = [
      long,
      `https://example.com/${long}`,
      `| ${long} | b |\n|-|-|\n| c | ${long} |`,
      `\`\`\`\n${long}\n\`\`\``,
    ];
    for (const content of wide)
      await stage.control.agent(id, 'message', { content, contentType: 'text/markdown' });
    await stage.control.agent(id, 'message', { content: 'The last.' });
    await chat.messages('The last.').waitFor();
    await chat.log.locator('pre').waitFor({ state: 'attached' });
    const widths = await chat.log.evaluate((log) => [
      log.scrollWidth,
      log.clientWidth,
      document.documentElement.scrollWidth,
    ]);
    assert.deepEqual(widths, [320, 320, 320]);
  });
});
