import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { createControl } from '../../demo/emulator/control-client.js';
import { until } from '../demo/emulator/until.js';
import { axeViolations } from '../support/e2e-axe.js';
import { mount } from '../support/e2e-chat.js';
import { templates, views } from '../support/e2e-exhibits-cards.js';
import { files, signIns, words } from '../support/e2e-exhibits-more.js';
import type { Exhibit, Scene } from '../support/e2e-exhibits.js';
import { outOfReach, overflowing, pressAll } from '../support/e2e-reach.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ timings: { scanMs: 20 } })));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

/** What the browser logs itself, and the window of a sign-in. */
const forgive = /Failed to load resource|opened (about:blank|.*\/idp\/)/;

/** A chat on a narrow screen, which shows `exhibit`. */
async function exhibited(t: TestContext, { show, shows }: Exhibit): Promise<Scene> {
  const page = await stage.visit(t, '/test/blank.html', {
    forgive,
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  });
  const chat = await mount(page, { attributes: { floating: true } });
  await chat.open();
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  const scene = { stage, control: createControl(`${stage.origin}/control`), chat, id };
  await show(scene);
  await chat.element.locator('[role=log], connect-chat-tray').getByText(shows).first().waitFor();
  await chat.settled();
  return scene;
}

/** What the service has been asked for and sent since "hello". */
async function received({ control, id }: Scene): Promise<readonly string[]> {
  const { requests } = await control.contact(id);
  const sent = requests.map(({ operation, body }) =>
    operation === 'SendMessage' ? String((body as { readonly Content?: unknown }).Content) : operation,
  );
  return sent.slice(sent.indexOf('hello') + 1);
}

const matches = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

async function examine(t: TestContext, exhibit: Exhibit): Promise<void> {
  const scene = await exhibited(t, exhibit);
  const { chat } = scene;
  const { page } = chat;
  const { presses = [], sends, then, said } = exhibit;

  for (const look of ['light', 'dark', 'right to left']) {
    await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
    await page.evaluate(
      (dir) => (document.documentElement.dir = dir),
      look === 'right to left' ? 'rtl' : 'ltr',
    );
    // Colours fade into each other.
    await chat.settled();
    assert.deepEqual(await overflowing(page), [], `too wide: ${look}`);
    assert.deepEqual(await axeViolations(page), [], look);
  }
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  assert.deepEqual(await outOfReach(chat), []);

  await pressAll(chat, presses);
  if (sends !== undefined)
    await until(`${String(sends)} at the service`, async () =>
      (await received(scene)).some((text) => matches(text, sends)),
    ).catch(async () => assert.fail(`${String(sends)} is not among ${(await received(scene)).join(' | ')}`));
  if (then !== undefined) await chat.log.getByText(then).first().waitFor();
  await until('what is said', async () => (await chat.said()).length >= said.length);
  const heard = (await chat.said()).map(
    (text) => said.find((beginning) => text.startsWith(beginning)) ?? text,
  );
  // What follows is said of the answer.
  assert.deepEqual(heard.slice(0, said.length), said);
  assert.deepEqual(
    heard.slice(said.length).filter((text) => said.includes(text)),
    [],
    'said twice',
  );
}

const rooms = { templates, views, files, signIns, words };
for (const [room, exhibits] of Object.entries(rooms)) {
  describe(`nothing stands in the way of anybody: ${room}`, () => {
    for (const exhibit of exhibits) it(exhibit.name, (t) => examine(t, exhibit));
  });
}
